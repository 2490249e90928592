"""What if fewer third starts: plain arithmetic, and as unsure as quarters differ."""

from itertools import product

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.stepping.what_if import (
    FEWEST_QUARTERS,
    LIKE_SECOND,
    NOTHING,
    all_years,
    measure_fewer,
    measure_saved,
)


def quarters_of(
    *thirds: int | None, third_cents: int = 1_000, second_cents: int = 400
) -> pd.DataFrame:
    """Write quarters with so many third starts, all priced alike."""
    numbers = pd.Series(list(thirds), dtype="Int64")
    return pd.DataFrame(
        {
            "quarter": range(len(thirds)),
            "thirds": numbers,
            "priced": numbers,
            "third_cents": numbers * third_cents,
            "second_cents": numbers * second_cents,
        }
    )


def test_quarters_that_are_alike_leave_no_doubt() -> None:
    quarters = quarters_of(50, 50, 50, 50)
    assert measure_fewer(quarters, 0.2, NOTHING) == (40, 40, 40)
    assert measure_saved(quarters, 0.2, NOTHING) == (40_000, 40_000, 40_000)


def test_another_trajectory_instead_saves_only_the_difference() -> None:
    quarters = quarters_of(50, 50, 50, 50)
    assert measure_fewer(quarters, 0.2, LIKE_SECOND) == (0, 0, 0)
    assert measure_saved(quarters, 0.2, LIKE_SECOND) == (24_000, 24_000, 24_000)


def test_thirds_without_an_amount_count_as_the_others() -> None:
    quarters = quarters_of(50, 50, 50, 50).assign(priced=25)
    assert measure_saved(quarters, 0.2, NOTHING) == (80_000, 80_000, 80_000)


def test_a_hidden_quarter_or_too_few_of_them_leave_nothing_to_say() -> None:
    assert measure_fewer(quarters_of(50, 50, 50, None), 0.2, NOTHING) is None
    assert measure_fewer(quarters_of(*[50] * (FEWEST_QUARTERS - 1)), 0.2, NOTHING) is None


def test_quarters_that_differ_give_a_range_round_the_middle() -> None:
    low, middle, high = measure_fewer(quarters_of(20, 40, 60, 80), 0.5, NOTHING) or (0, 0, 0)
    assert low < middle < high
    assert middle == 100


@given(st.lists(st.integers(0, 9), min_size=1, max_size=4))
def test_every_year_of_four_quarters_is_counted_once(quarters: list[int]) -> None:
    drawn = sorted(sum(year) for year in product(quarters, repeat=4))
    assert sorted(all_years(quarters)) == pytest.approx(drawn)
    assert np.mean(drawn) == pytest.approx(4 * np.mean(quarters))
