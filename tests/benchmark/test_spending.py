"""Spending since 2015: the index, inflation, the group around it, and breaks."""

from collections.abc import Mapping

import pandas as pd
import pytest

from core.benchmark.latest import columns_of
from core.benchmark.spending import (
    comparable_years,
    count_risen,
    find_budget,
    find_spending,
    index_to_first,
    measure_spread,
    segments_of,
)
from tests.benchmark.drawing import figures

NOTHING = float("nan")
YEARS = (2015, 2016, 2017)
EUROS = {"A": (100, 110, 130), "B": (200, 200, 190), "C": (50, None, 100), "D": (None, 10, 20)}
BREAKS = pd.DataFrame({"topic": ["spending"], "year": [2017], "reason": ["codes"]})


def drawn(topic: str, table: Mapping[str, tuple[float | None, ...]], category: str) -> pd.DataFrame:
    """Draw figures of regions over YEARS."""
    rows = [
        (topic, region, year, value)
        for region, values in table.items()
        for year, value in zip(YEARS, values, strict=True)
    ]
    return figures(rows, category)


SPENDING = drawn("spending", EUROS, "all")
YOUTH = drawn("population", dict.fromkeys(EUROS, (10, 10, 20)), "<23")
PRICES = drawn("consumer_prices", {"NL01": (100, 110, 130)}, "")
INDEX = index_to_first(find_spending(SPENDING))


def cells(table: pd.DataFrame, row: object) -> list[float]:
    """Read the cells of a row."""
    return list(table.loc[[row]].to_numpy(dtype="float64")[0])


def test_the_first_year_is_a_hundred_and_who_has_none_has_no_index() -> None:
    assert cells(INDEX, "A") == pytest.approx([100, 110, 130])
    assert cells(INDEX, "C") == pytest.approx([100, NOTHING, 200], nan_ok=True)
    assert INDEX.loc["D"].isna().all()


def test_without_the_first_year_there_is_no_index_at_all() -> None:
    assert index_to_first(find_spending(SPENDING), 2014).empty


def test_per_young_person_a_growing_youth_spends_less() -> None:
    each = find_spending(SPENDING, youth=YOUTH)
    assert cells(each, "A") == pytest.approx([10, 11, 6.5])


def test_with_inflation_taken_out_what_rose_with_prices_stayed_the_same() -> None:
    real = find_spending(SPENDING, prices=PRICES)
    assert cells(index_to_first(real), "A") == pytest.approx([100, 100, 100])
    assert cells(real, "A") == pytest.approx([130, 130, 130])  # prices of the newest year


def test_a_year_without_a_price_is_left_out() -> None:
    early = PRICES[PRICES["year"] < 2017]
    assert columns_of(find_spending(SPENDING, prices=early)) == [2015, 2016]
    assert find_spending(SPENDING, prices=PRICES.iloc[:0]).empty


def test_the_group_has_its_median_its_middle_half_and_who_is_missing() -> None:
    spread = measure_spread(INDEX, ["C", "A", "B", "D", "X"]).set_index("year")
    assert cells(spread, 2017) == pytest.approx([112.5, 130, 165, 3, 2])
    assert cells(spread, 2016)[3:] == [2, 3]


def test_risen_are_counted_among_who_can_be_compared() -> None:
    risen = count_risen(INDEX, ["A", "B", "C", "D", "X"], 2017)
    assert (risen.risen, risen.counted, risen.missing) == (2, 3, 2)
    assert count_risen(INDEX, ["A"], 2030).counted == 0


def test_the_order_of_municipalities_decides_nothing() -> None:
    shuffled = index_to_first(find_spending(SPENDING.sample(frac=1, random_state=4)))
    pd.testing.assert_frame_equal(
        measure_spread(shuffled, ["C", "B", "A"]), measure_spread(INDEX, ["A", "B", "C"])
    )


def test_budget_beside_spending() -> None:
    budget = drawn("budget", {"A": (120, 0, None), "B": (1, 1, 1)}, "all")
    rows = find_budget(SPENDING, budget, "A").set_index("year")
    assert cells(rows, 2015) == pytest.approx([120, 100, -20, -20 / 120])
    # of no budget there is no share, and without a budget no difference
    assert cells(rows, 2016) == pytest.approx([0, 110, 110, NOTHING], nan_ok=True)
    assert cells(rows, 2017) == pytest.approx([NOTHING, 130, NOTHING, NOTHING], nan_ok=True)
    assert find_budget(SPENDING, budget, "nobody").empty


def test_a_break_parts_the_years_and_only_those_after_it_are_comparable() -> None:
    assert segments_of(YEARS, BREAKS) == {2015: 0, 2016: 0, 2017: 1}
    assert comparable_years(YEARS, BREAKS) == [2017]
    assert comparable_years(YEARS, BREAKS.iloc[:0]) == list(YEARS)
