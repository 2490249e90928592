"""Expected use by district: the model of municipalities, asked about where people live in one.

Nothing new is fitted where an edition has few districts. The municipality itself takes no part in
the model, so that it is not expected to do what it does. Margins are wide for three reasons: the
model is not sure, places differ by more than chance, and districts are small.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import pandas as pd

from core.districts.latest import read_values
from core.districts.use import CARE, count_youth
from core.expected.bands import measure_bands
from core.expected.characteristics import CHARACTERISTICS, Characteristic
from core.expected.dispersion import Dispersion, find_dispersion
from core.expected.features import find_features, known_characteristics
from core.expected.model import FEWEST, Expected, fit_expected, is_enough, predict
from core.expected.outcomes import OUTCOMES, UNDER_23, Outcome
from core.opendata.shelf import Shelf, regions_of
from core.tables import DISTRICT_EXPECTED

MOST_HIDDEN: Final = 9
"""What was not published is 0 to 9 young people, or unknown."""

ENOUGH_DISTRICTS: Final = 400
"""From so many districts with all figures on, the model is one of districts themselves."""

MOST: Final = 0.8
"""The part of the districts that must have a characteristic, or the model does without it."""


@dataclass(frozen=True, slots=True, eq=False)
class DistrictModel:
    """A model with what it was fitted on: ``districts`` or ``municipalities``.

    ``dispersion`` is how far districts of the edition differ beyond chance, without those of the
    own municipality; where few are known, the widest of that and of what the model found.
    """

    expected: Expected
    fitted_on: str
    dispersion: Dispersion


def fit_districts(shelf: Shelf, form: str, year: int, municipality: str) -> DistrictModel | None:
    """Fit what to expect of districts in a year, without one municipality; None when impossible.

    Only characteristics that both municipalities and districts have take part.
    """
    outcome = Outcome(form, UNDER_23) if form in OUTCOMES else Outcome("all", UNDER_23)
    districts = find_district_features(shelf, form, year)
    features = find_features(shelf, year)
    names = [name for name in _held(districts) if name in known_characteristics(features)]
    own = regions_of(shelf, "district").set_index("region")["municipality"].eq(municipality)
    others = districts[~districts["region"].isin(own.index[own])]
    if not names:
        return None
    if len(others.dropna(subset=[outcome.form, *names])) >= ENOUGH_DISTRICTS:
        return _with_dispersion(fit_expected(others, outcome, names), "districts", others)
    elsewhere = features[features["region"] != municipality]
    if not is_enough(elsewhere, outcome, names):
        return None
    return _with_dispersion(fit_expected(elsewhere, outcome, names), "municipalities", others)


def find_district_features(shelf: Shelf, form: str, year: int) -> pd.DataFrame:
    """Give all districts with their characteristics and use of care in a year (``FEATURES``).

    The column of the use of care is named by its form, or ``all`` when the edition names none.
    """
    codes = sorted(regions_of(shelf, "district")["region"])
    columns = {
        "youth_region": "",
        UNDER_23: count_youth(shelf, codes, year).to_numpy(),
        **{one.name: _values(shelf, one, codes, year).to_numpy() for one in CHARACTERISTICS},
        form or "all": read_values(shelf, CARE, form, codes, year).to_numpy(),
    }
    return pd.DataFrame({"region": codes} | columns)


def measure_expected(
    model: DistrictModel, districts: pd.DataFrame, clusters: pd.DataFrame
) -> pd.DataFrame:
    """Lay what is expected of each cluster beside what was seen (``DISTRICT_EXPECTED``).

    ``districts`` are ``FEATURES`` of one municipality, ``clusters`` the ``DISTRICT_CLUSTERS`` they
    belong to. A cluster is one place, with one dispersion. It is unusual only when it is so
    whatever was not published; it is unknown when a district of it has no expectation or nothing
    of it was published.
    """
    form = model.expected.outcome.form
    helped = districts.set_index("region")[form].astype(float)
    asked = predict(model.expected, districts).merge(clusters, on="region")
    asked["helped"] = helped.reindex(asked["region"]).to_numpy()
    places = pd.DataFrame([_place(str(code), rows) for code, rows in asked.groupby("cluster")])
    widest = {"dispersion": model.dispersion.multiple, "spread": model.dispersion.spread}
    banded = measure_bands(places.assign(**widest))
    verdicts = [
        verdict_of((low, high), (least, most))
        for low, high, least, most in zip(
            *(banded[name] for name in ("low", "high", "actual_low", "actual_high")), strict=True
        )
    ]
    judged = banded.rename(columns={"region": "cluster"}).assign(verdict=verdicts)
    return judged[list(DISTRICT_EXPECTED)]


def verdict_of(margin: tuple[float, float], actual: tuple[float, float]) -> str:
    """Judge bounds of what was seen against a margin: ``high``, ``low``, ``within``, ``unknown``.

    What reaches into the margin lies within it.
    """
    if any(pd.isna([*margin, *actual])):
        return "unknown"
    if actual[0] > margin[1]:
        return "high"
    return "low" if actual[1] < margin[0] else "within"


def find_district_dispersion(predicted: pd.DataFrame, helped: "pd.Series[float]") -> Dispersion:
    """Find how much more than chance districts differ from their expectation (``EXPECTATIONS``).

    Plain chance when nothing was published. Rows correspond.
    """
    known = helped.notna() & predicted["expected"].notna() & (predicted["youth"] > 1)
    if not known.any():
        return Dispersion()
    people, chance = predicted.loc[known, "youth"], predicted.loc[known, "expected"]
    squares = (helped[known] / people - chance) ** 2 * people / (chance * (1 - chance))
    return find_dispersion(squares, people)


def _with_dispersion(expected: Expected, fitted_on: str, districts: pd.DataFrame) -> DistrictModel:
    """Keep a model with how far districts differ; where few are known, with what is widest."""
    helped = districts[expected.outcome.form].astype(float)
    found, own = find_district_dispersion(predict(expected, districts), helped), expected.dispersion
    if helped.notna().sum() >= FEWEST:
        return DistrictModel(expected, fitted_on, found)
    widest = Dispersion(max(found.multiple, own.multiple), max(found.spread, own.spread))
    return DistrictModel(expected, fitted_on, widest)


def _place(code: str, rows: pd.DataFrame) -> dict[str, object]:
    """Take the districts of a cluster together as one place, with what was seen there.

    Its expectation is that of all its young people; null when that of one district is.
    """
    youth = rows["youth"].sum(skipna=False)
    weights = rows["youth"] / youth
    hidden = rows["youth"].clip(upper=MOST_HIDDEN).where(rows["helped"].isna(), 0.0)
    told = rows["helped"].notna().any() and youth > 0
    least = rows["helped"].sum() / youth if told else float("nan")
    return {
        "region": code,
        "youth": youth,
        "expected": (rows["expected"] * weights).sum(skipna=False),
        "logit_error": (rows["logit_error"] * weights).sum(skipna=False),
        "actual_low": min(least, 1.0),
        "actual_high": min(least + hidden.sum() / youth if told else least, 1.0),
    }


def _values(
    shelf: Shelf, one: Characteristic, codes: Sequence[str], year: int
) -> "pd.Series[float]":
    values = read_values(shelf, one.topic, one.category, codes, year)
    if not one.part_of:
        return values
    return 100 * values / read_values(shelf, one.topic, one.part_of, codes, year)


def _held(features: pd.DataFrame) -> list[str]:
    """List the characteristics that most of the districts with young people have."""
    lived_in = features[features[UNDER_23].fillna(0) > 0]
    return [one.name for one in CHARACTERISTICS if lived_in[one.name].notna().mean() >= MOST]
