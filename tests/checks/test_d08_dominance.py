"""D8: euros of which one or two persons or providers have too much are hidden, the count is not."""

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.disclosure import SHARED, Level, Shape, protect
from core.protection.policy import STRICT, Policy
from tests.contributing import cell_of

EUROS = Shape(counts=["clients"], amounts=["amount_cents"])
BY_P = replace(STRICT, most_of_two=100)
"""Only the p%-rule judges how the amount is divided over persons."""

BY_TWO = replace(STRICT, p_percent=1)
MILLION = 1_000_000


def of_persons(parts: Sequence[int]) -> pd.DataFrame:
    """Count a cell in which each person has a part, spread evenly over ten providers."""
    return cell_of(
        "amount_cents",
        [
            (f"k{place}", f"A{provider}", part)
            for place, part in enumerate(parts)
            for provider in range(10)
        ],
    )


def of_providers(parts: Sequence[int]) -> pd.DataFrame:
    """Count a cell in which each provider has a part, spread evenly over twenty persons."""
    return cell_of(
        "amount_cents",
        [
            (f"k{client}", f"A{place}", part)
            for place, part in enumerate(parts)
            for client in range(20)
        ],
    )


def is_shown(cell: pd.DataFrame, rule: Policy = STRICT, level: Level = "tafel") -> bool:
    """Tell whether the euros of a cell are shown; its count always is."""
    row = protect(cell, level, EUROS, rule).iloc[0]
    assert not pd.isna(row["clients"])
    return not pd.isna(row["amount_cents"])


def with_rest(first: int, second: int, rest: int) -> list[int]:
    """Give parts of twelve: two, and what is left over ten others."""
    return [first, second, *[rest // 10] * 9, rest - 9 * (rest // 10)]


@pytest.mark.parametrize("level", SHARED)
def test_d8_shares_of_90_5_and_5_are_hidden_and_the_count_is_shown(level: Level) -> None:
    cell = of_persons(with_rest(90 * MILLION, 5 * MILLION, 5 * MILLION))
    row = protect(cell, level, EUROS).iloc[0]
    assert row["clients"] == 10  # twelve, in fives
    assert pd.isna(row["amount_cents"])


@pytest.mark.parametrize("level", SHARED)
def test_d8_shares_of_85_4_and_11_are_shown(level: Level) -> None:
    cell = of_persons(with_rest(85 * MILLION, 4 * MILLION, 11 * MILLION))
    assert is_shown(cell, level=level)


@pytest.mark.parametrize(
    ("rest", "shown"), [(800_000, True), (799_999, False), (800_001, True)], ids=str
)
def test_d8_the_second_stays_ten_percent_from_telling_the_first(rest: int, shown: bool) -> None:  # noqa: FBT001
    assert is_shown(of_persons(with_rest(8_000_000, 1_200_000, rest)), BY_P) == shown
    rows = of_providers(with_rest(8_000_000, 2_200_000, rest))  # less than 80% of all
    assert is_shown(rows, BY_P) == shown


@pytest.mark.parametrize(("rest", "shown"), [(1_000_000, True), (999_999, False)], ids=str)
def test_d8_two_have_ninety_percent_at_most(rest: int, shown: bool) -> None:  # noqa: FBT001
    parts = with_rest(5_000_000, 4_000_000, rest)
    assert is_shown(of_persons(parts), BY_TWO) == shown
    assert is_shown(of_providers(parts), BY_TWO) == shown


@pytest.mark.parametrize(("first", "shown"), [(8_000_000, True), (8_000_001, False)], ids=str)
def test_d8_one_provider_has_eighty_percent_at_most(first: int, shown: bool) -> None:  # noqa: FBT001
    rest = [500_000, 500_000, 500_000, 500_000]
    assert is_shown(of_providers([first, *rest])) == shown
    assert is_shown(of_persons([first, *[rest[0] // 5] * 20]))  # of a person it is the other rules


@pytest.mark.parametrize(("persons", "shown"), [(10, True), (9, False)])
def test_d8_ten_persons_have_a_part(persons: int, shown: bool) -> None:  # noqa: FBT001
    assert is_shown(of_persons([MILLION] * persons + [0] * 5)) == shown


@pytest.mark.parametrize(("providers", "shown"), [(3, True), (2, False)])
def test_d8_three_providers_have_a_part(providers: int, shown: bool) -> None:  # noqa: FBT001
    assert is_shown(of_providers([MILLION] * providers + [0] * 3)) == shown


def test_d8_a_provider_that_is_not_known_is_none_and_may_have_too_much() -> None:
    known = [("k0", "A", MILLION), ("k1", "B", MILLION)]
    crowd = [(f"k{place}", "", MILLION) for place in range(20)]
    assert not is_shown(cell_of("amount_cents", [*known, *crowd]))


@given(st.lists(st.integers(-50, 500), min_size=10, max_size=14))
def test_d8_persons_restated_naively(parts: list[int]) -> None:
    """With fractions instead of whole percents; ten providers have the same each."""
    nets = sorted((abs(part) * 10 for part in parts), reverse=True)
    whole, rest = sum(nets), sum(nets[2:])
    safe = (
        sum(part != 0 for part in parts) >= 10
        and sum(parts) > 0
        and rest >= nets[0] / 10
        and (whole - rest) / whole <= 0.9
    )
    assert is_shown(of_persons(parts)) == safe
