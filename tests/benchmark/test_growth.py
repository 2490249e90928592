"""Growth and shrink: the thresholds of the State, and what is not known."""

import pandas as pd
import pytest

from core.benchmark.growth import measure_growth
from tests.benchmark.drawing import figures


def grown(before: float | None, ahead: float | None) -> pd.Series:
    """Measure a municipality of 1,000 by what it was ten years ago and is forecast to be."""
    population = figures([("population", "A", 2014, before), ("population", "A", 2024, 1000.0)])
    rows = [("expected_population", "A", year, ahead) for year in (2040, 2050)]
    return measure_growth(population, figures(rows)).iloc[0]


@pytest.mark.parametrize(
    ("before", "ahead", "expected"),
    [
        (1000, 875, "shrink"),
        (1000, 876, "soon"),
        (1000, 975, "soon"),
        (1000, 976, "stable"),
        (900, 1025, "growth"),
        (1000, 1025, "stable"),
        (900, None, "growth"),
        (None, 1025, "growth"),
        (None, None, ""),
    ],
    ids=[
        "at least 12.5% fewer is shrink",
        "less than that is shrink in sight",
        "from 2.5% fewer",
        "less than 2.5% is stable",
        "growth of the past and ahead",
        "growth ahead alone is no growth yet",
        "without a forecast the past decides",
        "without a past the forecast decides",
        "nothing is known",
    ],
)
def test_the_class(before: float | None, ahead: float | None, expected: str) -> None:
    assert grown(before, ahead)["growth_class"] == expected


def test_changes_are_in_percent_and_the_forecast_goes_no_further_than_2040() -> None:
    population = figures([("population", "A", 2014, 800.0), ("population", "A", 2024, 1000.0)])
    expected = figures(
        [("expected_population", "A", 2040, 1100.0), ("expected_population", "A", 2050, 500.0)]
    )
    row = measure_growth(population, expected).loc["A"]
    assert row["past"] == pytest.approx(25.0)
    assert row["ahead"] == pytest.approx(10.0)


def test_without_a_population_nothing_is_measured() -> None:
    empty = pd.DataFrame(columns=["region", "period", "year", "category", "value"])
    empty["period"] = empty["period"].astype(str)
    assert measure_growth(empty, empty).empty
