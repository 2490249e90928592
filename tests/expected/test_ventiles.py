"""Bars hold as many regions each, in order of difference."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.expected.ventiles import bar_of, bars_for, find_bars, measure_bars, place_of

DIFFERENCES = st.lists(st.integers(-50, 50), min_size=1, max_size=120)


def use_of(differences: list[float | None]) -> pd.DataFrame:
    regions = [f"GM{place:04d}" for place in range(len(differences))]
    return pd.DataFrame({"region": regions, "difference": pd.Series(differences, dtype=float)})


def test_forty_regions_are_two_to_a_bar_from_low_to_high() -> None:
    use = use_of([float(place) for place in reversed(range(40))])
    bars = measure_bars(use)
    assert list(bars["bar"]) == list(range(1, 21))
    assert set(bars["regions"]) == {2}
    assert bars.iloc[0].to_dict() == {
        "bar": 1,
        "mean": 0.5,
        "lowest": 0,
        "highest": 1,
        "regions": 2,
    }
    assert bar_of(use, "GM0000") == 20
    assert bar_of(use, "GM0039") == 1


def test_342_municipalities_are_seventeen_or_eighteen_to_a_bar() -> None:
    bars = measure_bars(use_of([float(place % 97) for place in range(342)]))
    assert set(bars["regions"]) == {17, 18}
    assert bars["regions"].sum() == 342


def test_the_same_difference_stands_in_order_of_code() -> None:
    use = use_of([0.0] * 40)
    assert list(find_bars(use)) == [place // 2 + 1 for place in range(40)]


@pytest.mark.parametrize(("regions", "bars"), [(12, 12), (20, 10), (39, 10), (40, 20), (342, 20)])
def test_with_few_regions_there_are_fewer_bars(regions: int, bars: int) -> None:
    assert bars_for(regions) == bars


def test_a_region_without_a_difference_has_no_bar_and_no_place() -> None:
    use = use_of([1.0, None, 3.0])
    assert bar_of(use, "GM0001") is None
    assert place_of(use, "GM0001") is None
    assert measure_bars(use)["regions"].sum() == 2


@pytest.mark.parametrize(("region", "place"), [("GM0000", 0.0), ("GM0001", 0.5), ("GM0004", 1.0)])
def test_the_place_is_the_part_that_lies_lower(region: str, place: float) -> None:
    assert place_of(use_of([1.0, 2.0, 2.0, 2.0, 3.0]), region) == place


@given(DIFFERENCES)
def test_bars_are_of_one_size_and_never_cross(differences: list[int]) -> None:
    bars = measure_bars(use_of([float(one) for one in differences]))
    assert bars["regions"].sum() == len(differences)
    assert bars["regions"].max() - bars["regions"].min() <= 1
    assert (bars["highest"].iloc[:-1].to_numpy() <= bars["lowest"].iloc[1:].to_numpy()).all()
    assert bars["mean"].between(bars["lowest"] - 1e-9, bars["highest"] + 1e-9).all()


@given(DIFFERENCES)
def test_a_bar_is_what_its_definition_says(differences: list[int]) -> None:
    use = use_of([float(one) for one in differences])
    bars, count = find_bars(use), len(differences)
    ranked = sorted(range(count), key=lambda row: (differences[row], use["region"][row]))
    for rank, row in enumerate(ranked, start=1):
        assert bars[row] == int(bars_for(count) * (rank - 1) / count) + 1
