"""What a municipality is like: the characteristics by which peers are sought."""

from typing import Final

import numpy as np
import pandas as pd

from core.benchmark.growth import measure_growth
from core.benchmark.kept import kept
from core.benchmark.latest import latest_values, latest_year
from core.opendata.shelf import Shelf, figures_of, regions_of

SOCIALS: Final = ("low", "middle", "high")
"""Thirds of the municipalities by SES-WOA score: an approximation of social structure."""

MEASURED: Final = (
    *("population", "density", "youth", "social_score", "single_parent"),
    *("low_income_children", "past"),
)
"""The characteristics that distance is measured by, each for the same weight."""

LOGARITHMIC: Final = ("population", "density")
"""Twice as many counts for the same everywhere on the scale."""

PLAIN_TOPICS: Final = ("density", "social_score", "single_parent", "low_income_children")


@kept
def _characteristics_of(shelf: Shelf) -> pd.DataFrame:
    regions = regions_of(shelf, "municipality").set_index("region")
    population = figures_of(shelf, "population", "municipality")
    found = regions[["name", "size_class", "urbanity"]].assign(
        population=latest_values(population),
        youth=latest_values(population, "<18") / latest_values(population) * 100,
        **{name: latest_values(figures_of(shelf, name, "municipality")) for name in PLAIN_TOPICS},
    )
    expected = figures_of(shelf, "expected_population", "municipality")
    found = found.join(measure_growth(population, expected))
    return found.assign(
        growth_class=found["growth_class"].fillna(""), social=thirds_of(found["social_score"])
    )


def characteristics_of(shelf: Shelf) -> pd.DataFrame:
    """Give a row for each municipality (by code) with what it is like (``CHARACTERISTICS``).

    Each characteristic is of the newest year that was published. ``social`` is empty where the
    score is not known, as is ``growth_class``; the measured ones are missing then.
    """
    return _characteristics_of(shelf).copy()


def years_of_characteristics(shelf: Shelf) -> dict[str, int | None]:
    """Give the newest year of each measured characteristic; None when it is not in the edition."""
    population = figures_of(shelf, "population", "municipality")
    plain = {
        name: latest_year(figures_of(shelf, name, "municipality"), "") for name in PLAIN_TOPICS
    }
    whole = latest_year(population, "")
    return {"population": whole, "youth": whole, "past": whole, **plain}


def thirds_of(scores: "pd.Series[float]") -> "pd.Series[str]":
    """Divide scores in three groups of the same size, from low to high; empty when missing."""
    places = scores.rank(method="average", pct=True)
    low, high = places <= 1 / 3, places > 2 / 3
    thirds = pd.Series("middle", index=scores.index).mask(low, "low").mask(high, "high")
    return thirds.mask(scores.isna(), "")


def standardise(characteristics: pd.DataFrame) -> pd.DataFrame:
    """Write measured characteristics in standard deviations from the mean of all municipalities.

    Population and density go by their logarithm. A characteristic that is alike everywhere, or
    that nobody has, is left out.
    """
    numbers = characteristics[list(MEASURED)].astype("float64")
    for name in LOGARITHMIC:
        numbers[name] = np.log(numbers[name].where(numbers[name] > 0))
    spread = numbers.std(ddof=0)
    told = spread[spread > 0].index
    return (numbers[told] - numbers[told].mean()) / spread[told]
