"""Shares as persons of persons, in the newest year of which enough is known."""

import pandas as pd
import pytest

from core.benchmark.shares import count_shares
from tests.benchmark.drawing import figures

WHOLES = figures(
    [("population", code, year, 1000.0) for code in "ABC" for year in (2023, 2024)], "<18"
)


def shares(newest: list[float | None]) -> pd.DataFrame:
    rows = [("help_share", code, 2023, 10.0) for code in "ABC"]
    later = [("help_share", code, 2024, value) for code, value in zip("ABC", newest, strict=True)]
    return figures([*rows, *later])


def test_a_part_is_the_published_percentage_of_the_persons() -> None:
    rows = count_shares(shares([12.5, None, 8.0]), WHOLES, "<18")
    assert list(zip(rows["region"], rows["part"], rows["year"], strict=True)) == [
        ("A", pytest.approx(125), 2024),
        ("C", pytest.approx(80), 2024),
    ]


def test_a_year_with_too_few_figures_gives_way_to_the_one_before() -> None:
    rows = count_shares(shares([12.5, None, None]), WHOLES, "<18")
    assert set(rows["year"]) == {2023}
    assert len(rows) == 3


def test_provisional_figures_say_so() -> None:
    drawn = shares([12.5, 9.0, 8.0])
    assert not count_shares(drawn, WHOLES, "<18")["provisional"].any()
    drawn.loc[drawn["year"] == 2024, "status"] = "provisional"
    assert count_shares(drawn, WHOLES, "<18")["provisional"].all()


def test_without_persons_there_is_nothing() -> None:
    assert count_shares(shares([1.0, 2.0, 3.0]), WHOLES.iloc[:0], "<18").empty
