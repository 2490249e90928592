"""Where a region stands among all: zones, what an interval reaches, and dots that tell no place."""

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.benchmark.spread import (
    FEWEST,
    ZONES,
    find_heaps,
    find_zone,
    find_zones,
    measure_spread,
)

HUNDRED = pd.Series([place / 1000 for place in range(101)])
"""Shares from 0% to 10%, in steps of a tenth."""

shares = st.lists(st.integers(0, 1000).map(lambda part: part / 1000), min_size=FEWEST, max_size=80)


def test_the_bounds_are_the_twentieths_and_quarters_of_all() -> None:
    spread = measure_spread(HUNDRED)
    assert spread is not None
    assert spread.bounds == pytest.approx((0.005, 0.025, 0.075, 0.095))
    assert (spread.least, spread.middle, spread.most, spread.regions) == (0.0, 0.05, 0.1, 101)


def test_what_is_not_published_is_no_region_of_the_spread() -> None:
    spread = measure_spread(pd.concat([HUNDRED, pd.Series([None] * 50, dtype="float64")]))
    assert spread is not None
    assert spread.regions == 101


def test_of_too_few_regions_there_is_no_spread() -> None:
    assert measure_spread(HUNDRED.head(FEWEST - 1)) is None
    assert measure_spread(HUNDRED.head(FEWEST)) is not None


@pytest.mark.parametrize(
    ("share", "zone"),
    [
        (0.004, "lowest"),
        (0.0051, "low"),
        (0.0249, "low"),
        (0.0251, "middle"),
        (0.05, "middle"),
        (0.0749, "middle"),
        (0.0751, "high"),
        (0.0949, "high"),
        (0.0951, "highest"),
    ],
)
def test_the_middle_half_and_the_outer_tenth_have_their_bounds(share: float, zone: str) -> None:
    spread = measure_spread(HUNDRED)
    assert spread is not None
    assert find_zone(share, spread) == zone


def test_an_interval_reaches_every_zone_between_its_ends() -> None:
    spread = measure_spread(HUNDRED)
    assert spread is not None
    assert find_zones(0.03, 0.04, spread) == ("middle",)
    assert find_zones(0.02, 0.08, spread) == ("low", "middle", "high")
    assert find_zones(0.0, 0.1, spread) == ZONES


@given(values=shares)
def test_half_of_all_lie_in_the_middle_and_at_most_a_twentieth_beyond_each_end(
    values: list[float],
) -> None:
    spread = measure_spread(pd.Series(values))
    assert spread is not None
    zones = [find_zone(value, spread) for value in values]
    assert zones.count("middle") * 2 >= len(values)
    assert zones.count("lowest") * 20 <= len(values)
    assert zones.count("highest") * 20 <= len(values)


@given(values=shares, low=st.floats(0, 1), high=st.floats(0, 1))
def test_a_share_within_an_interval_lies_in_a_zone_that_it_reaches(
    values: list[float], low: float, high: float
) -> None:
    spread = measure_spread(pd.Series(values))
    assert spread is not None
    low, high = sorted((low, high))
    reached = find_zones(low, high, spread)
    assert all(find_zone(value, spread) in reached for value in values if low <= value <= high)


def rows(values: list[float | None]) -> pd.DataFrame:
    codes = [f"GM{place:04}" for place in range(len(values))]
    return pd.DataFrame({"region": codes, "share": pd.Series(values, dtype="float64")})


def test_dots_on_one_spot_are_heaped_and_keep_their_share() -> None:
    heaps = find_heaps(rows([0.1, 0.1, 0.5, None, 0.1]))
    assert heaps["share"].tolist() == [0.1, 0.1, 0.1, 0.5]
    assert heaps["heap"].tolist() == [1, 2, 3, 1]


def test_alike_shares_make_one_heap_and_none_make_nothing() -> None:
    assert find_heaps(rows([0.2, 0.2]))["heap"].tolist() == [1, 2]
    assert find_heaps(rows([None])).empty


@given(values=shares)
def test_no_dot_is_lost_and_no_two_stand_on_each_other(values: list[float]) -> None:
    heaps = find_heaps(rows(list(values)))
    assert sorted(heaps["share"]) == sorted(values)
    assert not heaps.duplicated(["share", "heap"]).any()
