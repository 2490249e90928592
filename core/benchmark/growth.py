"""Growth or shrink of a population: the past ten years, and what is forecast.

The State no longer names shrinking regions, so that the classes are computed here with the
thresholds it used: a forecast of at least 12.5% fewer inhabitants is shrink, of at least 2.5% fewer
is shrink in sight. Growth asks as much upward, of the forecast and of the past ten years.
"""

from typing import Final

import pandas as pd

from core.benchmark.latest import columns_of, latest_year, years_of

PAST_YEARS: Final = 10
HORIZON: Final = 2040
"""The year that the State looked forward to."""

SHRINK_PERCENT: Final = -12.5
SOON_PERCENT: Final = -2.5
GROWTH_PERCENT: Final = 2.5

GROWTHS: Final = ("shrink", "soon", "stable", "growth")
"""The classes, from strong shrink to growth."""


def measure_growth(population: pd.DataFrame, expected: pd.DataFrame) -> pd.DataFrame:
    """Measure by region: ``past`` and ``ahead`` (percent) and ``growth_class``.

    ``past`` is the change over ten years, ``ahead`` the change that is forecast until 2040 (or the
    last year of the forecast before it). Either is missing where a figure is; without any of the
    two the class is empty.
    """
    years = years_of(population, "")
    now = latest_year(population, "")
    if now is None:
        return pd.DataFrame(columns=["past", "ahead", "growth_class"])
    past = _change(years.get(now - PAST_YEARS), years[now])
    ahead = _change(years[now], _at_horizon(expected, now))
    changes = pd.DataFrame({"past": past, "ahead": ahead}, index=years.index, dtype="float64")
    return changes.assign(growth_class=classify_growth(changes))


def classify_growth(changes: pd.DataFrame) -> "pd.Series[str]":
    """Class regions by ``past`` and ``ahead``; the past stands in for a forecast that misses."""
    ahead = changes["ahead"].fillna(changes["past"])
    past = changes["past"].fillna(changes["ahead"])
    classes = pd.Series("stable", index=changes.index)
    classes = classes.mask((ahead >= GROWTH_PERCENT) & (past >= GROWTH_PERCENT), "growth")
    classes = classes.mask(ahead <= SOON_PERCENT, "soon").mask(ahead <= SHRINK_PERCENT, "shrink")
    return classes.mask(ahead.isna(), "")


def _at_horizon(expected: pd.DataFrame, now: int) -> "pd.Series[float] | None":
    years = years_of(expected, "")
    later = [year for year in columns_of(years) if now < year <= HORIZON]
    return years[max(later)] if later else None


def _change(
    before: "pd.Series[float] | None", after: "pd.Series[float] | None"
) -> "pd.Series[float]":
    """Give the change in percent; missing where either is, or where there was nobody."""
    if before is None or after is None:
        return pd.Series(dtype="float64")
    return ((after / before.where(before > 0) - 1) * 100).astype("float64").round(6)
