"""Nearest neighbours, beside distances that are written out."""

import numpy as np
import pandas as pd
from hypothesis import given
from hypothesis import strategies as st

from core.benchmark.characteristics import MEASURED, standardise
from core.benchmark.neighbours import find_neighbours


def country(seed: int, number: int = 12) -> pd.DataFrame:
    """Make up standardised characteristics of municipalities."""
    draw = np.random.default_rng(seed)
    codes = [f"GM{place:04}" for place in range(number)]
    return pd.DataFrame(draw.normal(size=(number, 4)), index=codes, columns=list("abcd"))


def naive_distance(rows: pd.DataFrame, one: str, other: str) -> float:
    """Write the distance out: the root of the mean of squared differences."""
    pairs = rows.loc[[one, other]].to_numpy().T
    squares = [(first - second) ** 2 for first, second in pairs]
    return float((sum(squares) / len(squares)) ** 0.5)


@given(st.integers(0, 10_000), st.integers(1, 11))
def test_the_nearest_by_hand_are_the_nearest(seed: int, number: int) -> None:
    rows = country(seed)
    found = find_neighbours(rows, "GM0003", rows.index, number)
    naive = {code: naive_distance(rows, "GM0003", code) for code in rows.index if code != "GM0003"}
    assert list(found["region"]) == sorted(naive, key=lambda code: (naive[code], code))[:number]
    assert np.allclose(found["distance"], [naive[code] for code in found["region"]])


@given(st.integers(0, 10_000))
def test_as_far_there_as_back(seed: int) -> None:
    rows = country(seed)
    there = find_neighbours(rows, "GM0001", ["GM0007"], 1)["distance"].item()
    back = find_neighbours(rows, "GM0007", ["GM0001"], 1)["distance"].item()
    assert np.isclose(there, back)


def test_who_lacks_a_characteristic_that_we_have_is_left_out() -> None:
    rows = country(1)
    rows.loc["GM0005", "a"] = None
    assert "GM0005" not in set(find_neighbours(rows, "GM0001", rows.index, 20)["region"])


def test_a_characteristic_that_we_lack_counts_for_nobody() -> None:
    rows = country(1)
    rows.loc["GM0001", "a"] = None
    found = find_neighbours(rows, "GM0001", rows.index, 20)
    assert len(found) == 11
    naive = naive_distance(rows[["b", "c", "d"]], "GM0001", found["region"][0])
    assert np.isclose(found["distance"][0], naive)


def test_equal_distances_stand_in_order_of_code() -> None:
    rows = pd.DataFrame({"a": [0.0, 1.0, -1.0, 1.0]}, index=["GM0", "GM3", "GM2", "GM1"])
    assert list(find_neighbours(rows, "GM0", rows.index, 2)["region"]) == ["GM1", "GM2"]


def test_nobody_is_near_somebody_unknown() -> None:
    rows = country(1)
    assert find_neighbours(rows, "GM9999", rows.index, 5).empty
    assert find_neighbours(rows, "GM0001", [], 5).empty


def test_standardised_characteristics_have_mean_zero_and_deviation_one() -> None:
    draw = np.random.default_rng(2)
    rows = pd.DataFrame({name: draw.uniform(1, 9, 30) for name in MEASURED})
    found = standardise(rows.assign(past=3.0))
    assert "past" not in found  # alike everywhere: it tells nobody apart
    assert np.allclose(found.mean(), 0)
    assert np.allclose(found.std(ddof=0), 1)
    assert np.isclose(found["density"].corr(np.log(rows["density"])), 1)
