"""Expected beside actual use of care: of each municipality, and of the regions they make up."""

from dataclasses import dataclass

import pandas as pd

from core.expected.bands import measure_bands, measure_correlation, sum_expectations
from core.expected.features import known_characteristics
from core.expected.folds import can_be_folded, fit_folds, predict_folds
from core.expected.model import FEWEST, Expected
from core.expected.outcomes import Outcome


@dataclass(frozen=True, slots=True, eq=False)
class Comparison:
    """What is known of one outcome: the models of the folds, and each municipality.

    ``use`` is ``EXPECTED_USE`` by municipality, in which none took part in its own expectation;
    ``correlation`` is how far municipalities of a youth region differ together.
    """

    outcome: Outcome
    models: dict[int, Expected]
    use: pd.DataFrame
    correlation: float


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
    use = expected.assign(
        youth_region=features["youth_region"].fillna(""),
        members=1,
        actual=actual,
        difference=actual - expected["expected"],
    )
    return Comparison(outcome, models, use, measure_correlation(use))


def sum_use(comparison: Comparison, groups: "pd.Series[str]") -> pd.DataFrame:
    """Add up municipalities to regions (``EXPECTED_USE``), given the region of each by its code.

    Only municipalities of which both the expectation and the figure are known count, in both.
    """
    use = comparison.use.assign(group=comparison.use["region"].map(groups))
    rows = use[use["difference"].notna() & use["group"].notna() & use["group"].ne("")]
    members = rows.assign(
        bought_by=rows["youth_region"].where(rows["youth_region"].ne(""), rows["region"])
    )
    sums = sum_expectations(members, comparison.correlation).set_index("group")
    counts = (rows["actual"] * rows["youth"]).groupby(rows["group"]).sum()
    actual = counts / sums["youth"]
    summed = sums.assign(actual=actual, difference=actual - sums["expected"])
    return summed.rename_axis("region").reset_index()
