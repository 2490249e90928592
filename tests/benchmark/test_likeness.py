"""Why municipalities are alike: characteristics side by side, and how far apart."""

import pandas as pd
import pytest

from core.benchmark.likeness import find_differences, measure_distances, measure_likeness

CHARACTERISTICS = pd.DataFrame(
    {"youth": [20.0, 18.0, 22.0, None], "past": [1.0, 2.0, 3.0, 4.0]}, index=list("ABCD")
)
STANDARDISED = pd.DataFrame(
    {"youth": [0.0, -1.0, 1.5, None], "past": [-1.0, 0.0, 0.5, 1.0]}, index=list("ABCD")
)


def test_our_value_stands_beside_the_median_and_the_extremes_of_the_group() -> None:
    rows = measure_likeness(CHARACTERISTICS, STANDARDISED, "A", ["B", "C", "D"])
    youth = rows[rows["characteristic"] == "youth"].iloc[0]
    assert (youth["own"], youth["middle"], youth["low"], youth["high"]) == (20, 20, 18, 22)
    assert youth["difference"] == pytest.approx(-0.25)  # the median of -1 and 1.5


def test_differences_are_of_peers_and_unknown_ones_have_no_row() -> None:
    rows = find_differences(STANDARDISED, "A", ["B", "D"])
    found = dict(
        zip(
            zip(rows["region"], rows["characteristic"], strict=True),
            rows["difference"],
            strict=True,
        )
    )
    assert found == {("B", "youth"): -1.0, ("B", "past"): 1.0, ("D", "past"): 2.0}


def test_a_distance_that_cannot_be_measured_is_missing() -> None:
    distances = measure_distances(STANDARDISED, "A", ["D", "B"])
    assert list(distances.index) == ["D", "B"]
    assert distances["B"] == pytest.approx(1.0)
    assert pd.isna(distances["D"])
