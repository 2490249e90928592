"""Figures of one year: the year that is asked, or the nearest that there is."""

from pathlib import Path

import pytest

from core.districts.latest import (
    find_nearest,
    find_year,
    read_exactly,
    read_status,
    read_values,
)
from core.opendata.shelf import Shelf
from tests.districts.drawing import figures, shelf_of

CODES = ["a", "b"]


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """Give figures of 2020 and 2022, of which one was not published, and of half of 2023."""
    rows = [
        *figures("benefit", {"a": 1.0, "b": 2.0}, year=2020),
        *figures("benefit", {"a": 3.0, "b": None}, year=2022),
        *figures("benefit", {"a": 4.0}, year=2023, period="2023HJ01"),
        *figures("benefit", {"a": None, "b": None}, year=2024),
    ]
    return shelf_of(tmp_path, [], rows)


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        pytest.param(2020, [1.0, 2.0], id="the year that is asked"),
        pytest.param(2021, [1.0, 2.0], id="the newest before it"),
        pytest.param(2025, [3.0, None], id="a year in which nothing was published does not count"),
        pytest.param(2019, [1.0, 2.0], id="the first after it when there is none before"),
        pytest.param(None, [3.0, None], id="the newest when none is asked"),
    ],
)
def test_the_year_of_the_figures(
    shelf: Shelf, year: int | None, expected: list[float | None]
) -> None:
    values = read_values(shelf, "benefit", "", CODES, year)
    assert values.astype(object).where(values.notna(), None).tolist() == expected


def test_the_newest_year_is_one_in_which_something_was_published(shelf: Shelf) -> None:
    assert find_year(shelf, "benefit", "", CODES) == 2022
    assert find_year(shelf, "benefit", "", ["b"]) == 2020
    assert find_year(shelf, "density", "", CODES) is None


def test_a_region_without_a_figure_is_missing_and_not_zero(shelf: Shelf) -> None:
    assert read_values(shelf, "benefit", "", ["z", "a"], 2020).isna().tolist() == [True, False]


def test_how_sure_a_figure_is_belongs_to_its_own_year(shelf: Shelf) -> None:
    assert read_status(shelf, "benefit", "", ["a", "z"], 2020).tolist() == ["definitive", ""]
    assert read_status(shelf, "benefit", "", ["a"], 2021).tolist() == [""]


def test_the_year_that_is_read_is_told(shelf: Shelf) -> None:
    found = [find_nearest(shelf, "benefit", "", CODES, year) for year in (2019, 2021, None)]
    assert found == [2020, 2020, 2022]
    assert find_nearest(shelf, "density", "", CODES, 2021) is None


def test_what_must_be_of_one_year_is_of_no_other(shelf: Shelf) -> None:
    assert read_exactly(shelf, "benefit", "", CODES, 2020).tolist() == [1.0, 2.0]
    assert read_exactly(shelf, "benefit", "", CODES, 2021).isna().all()
    assert read_exactly(shelf, "benefit", "", ["b"], 2022).isna().all()
