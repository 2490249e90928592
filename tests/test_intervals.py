"""The interval of a share, beside published values and its own properties."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.intervals import wilson_interval

PUBLISHED = {
    (0, 20): (0.0, 0.1611),
    (10, 10): (0.7225, 1.0),
    (81, 263): (0.2553, 0.3662),  # Newcombe, Statistics in Medicine 17 (1998), table I
    (15, 148): (0.0624, 0.1605),
}


@pytest.mark.parametrize(("part", "whole"), PUBLISHED)
def test_the_interval_equals_published_values(part: int, whole: int) -> None:
    assert wilson_interval(part, whole) == pytest.approx(PUBLISHED[part, whole], abs=5e-5)


def test_of_nothing_there_is_no_interval() -> None:
    assert wilson_interval(0, 0) is None


@given(st.integers(0, 500), st.integers(1, 500))
def test_the_share_lies_inside_and_turning_it_round_turns_the_interval(part: int, of: int) -> None:
    part = min(part, of)
    low, high = wilson_interval(part, of) or (1.0, 0.0)
    assert 0 <= low <= part / of + 1e-12
    assert part / of - 1e-12 <= high <= 1
    assert wilson_interval(of - part, of) == pytest.approx((1 - high, 1 - low))
