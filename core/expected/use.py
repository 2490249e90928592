"""Expected beside actual use of care: of each municipality, and of the regions they make up."""

from dataclasses import dataclass
from typing import Any, Final, Literal

import pandas as pd

from core.expected.bands import measure_bands, measure_correlation, sum_expectations
from core.expected.features import known_characteristics
from core.expected.folds import can_be_folded, fit_folds, predict_folds
from core.expected.model import FEWEST, Expected, usable
from core.expected.outcomes import Outcome

COUNTRY: Final = "country"
MUNICIPALITY: Final = "municipality"
WIDER: Final = ("youth_region", "school_partnership", "province")
"""Kinds of regions that municipalities make up, each a column of ``OPEN_REGIONS``."""

MOST: Final = 0.8
"""The part of the young people of a region whose municipality must have a figure."""

Standing = Literal["within", "above", "below", "unknown"]
"""Whether the actual use lies in the band around the expectation."""


@dataclass(frozen=True, slots=True, eq=False)
class Comparison:
    """What is known of one outcome: the models of the folds, and each municipality.

    ``use`` is ``EXPECTED_USE`` by municipality, in which none took part in its own expectation. One
    that is not ``usable`` has no difference. ``correlation`` is how far municipalities of a youth
    region differ together.
    """

    outcome: Outcome
    models: dict[int, Expected]
    use: pd.DataFrame
    correlation: float

    def times_chance(self, youth: int) -> float:
        """Give how many times the variance of chance the count of so many young people has."""
        size = pd.Series([float(youth)])
        found = [float(one.dispersion.times_chance(size)[0]) for one in self.models.values()]
        return sum(found) / len(found)


def compare_use(features: pd.DataFrame, outcome: Outcome) -> Comparison | None:
    """Compare the use of care of all municipalities (``FEATURES``) with what is expected of each.

    None when too few are known to fit a model on.
    """
    characteristics = known_characteristics(features)
    if not characteristics or not can_be_folded(features, outcome, characteristics, FEWEST):
        return None
    models = fit_folds(features, outcome, characteristics)
    expected = measure_bands(predict_folds(features, models))
    actual = features[outcome.form] / features[outcome.youth]
    taking_part = features.index.isin(usable(features, outcome, characteristics).index)
    use = expected.assign(
        youth_region=features["youth_region"].fillna(""),
        members=1,
        actual=actual,
        difference=(actual - expected["expected"]).where(taking_part),
    )
    return Comparison(outcome, models, use, measure_correlation(use))


def use_of_kind(
    comparison: Comparison,
    regions: pd.DataFrame,
    kind: str,
    published: "pd.Series[float] | None" = None,
) -> pd.DataFrame:
    """Give the use (``EXPECTED_USE``) of all regions of a kind, or of the country as one.

    ``regions`` is ``OPEN_REGIONS``, ``published`` the young people with care of regions of this
    kind as far as they are published themselves, by code.
    """
    if kind == MUNICIPALITY:
        return comparison.use
    towns = regions[regions["kind"] == MUNICIPALITY].set_index("region")
    country = regions.loc[regions["kind"] == COUNTRY, "region"]
    whole = country.iloc[0] if len(country) else COUNTRY
    groups = towns[kind] if kind in WIDER else pd.Series(whole, index=towns.index)
    return sum_use(comparison, groups, published)


def sum_use(
    comparison: Comparison,
    groups: "pd.Series[str]",
    published: "pd.Series[float] | None" = None,
) -> pd.DataFrame:
    """Add up municipalities to regions (``EXPECTED_USE``), given the region of each by its code.

    Where members have no figure, the figure that is published of the region itself stands beside
    what is expected of all its members. Without one only members with a figure count, on both
    sides; the region has no difference when they are home to too few of its young people.
    """
    use = comparison.use.assign(group=comparison.use["region"].map(groups))
    rows = use[use["group"].notna() & use["group"].ne("")]
    counted = _summed(rows[rows["difference"].notna()], comparison.correlation)
    counts = (rows["actual"] * rows["youth"]).where(rows["difference"].notna())
    covered = counted["youth"] / rows["youth"].groupby(rows["group"]).sum()
    summed = _with_actual(counted, counts.groupby(rows["group"]).sum(), covered >= MOST)
    if published is not None:
        whole = _published(rows, published, comparison.correlation)
        told = whole[~whole.index.isin(covered.index[covered == 1])]
        summed = pd.concat([summed.drop(index=told.index, errors="ignore"), told])
    return summed.sort_index().rename_axis("region").reset_index()


def _published(
    rows: pd.DataFrame, published: "pd.Series[float]", correlation: float
) -> pd.DataFrame:
    """Lay published figures of regions beside the sum over all their members."""
    unknown = rows["group"][rows["expected"].isna()]
    known = rows[~rows["group"].isin(unknown) & rows["group"].isin(published.dropna().index)]
    sums = _summed(known, correlation)
    return _with_actual(sums, published.reindex(sums.index), pd.Series(data=True, index=sums.index))


def _summed(rows: pd.DataFrame, correlation: float) -> pd.DataFrame:
    """Add up the expectations of the groups of rows; those of one youth region buy together."""
    with_whom = rows["youth_region"].where(rows["youth_region"].ne(""), rows["region"])
    return sum_expectations(rows.assign(bought_by=with_whom), correlation).set_index("group")


def _with_actual(
    sums: pd.DataFrame, counts: "pd.Series[float]", may_compare: "pd.Series[bool]"
) -> pd.DataFrame:
    """Add the actual share, and its difference where it may be compared."""
    actual = counts.reindex(sums.index) / sums["youth"]
    difference = (actual - sums["expected"]).where(may_compare.reindex(sums.index))
    return sums.assign(actual=actual, difference=difference)


def standing_of(row: "pd.Series[Any]") -> Standing:
    """Tell where the actual use of a row of ``EXPECTED_USE`` lies, seen from its band."""
    if pd.isna(row["difference"]):
        return "unknown"
    if row["low"] <= row["actual"] <= row["high"]:
        return "within"
    return "above" if row["difference"] > 0 else "below"
