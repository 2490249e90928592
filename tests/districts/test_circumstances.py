"""Circumstances of districts from open data, and whether their boundaries changed."""

from pathlib import Path

import pytest

from core.districts.circumstances import CIRCUMSTANCES, find_changed, measure_circumstances
from core.opendata.shelf import Shelf
from core.opendata.topics import TOPICS
from tests.districts.drawing import district, figures, shelf_of

REGIONS = [district("WK000101", "Noord", "GM0001"), district("WK000102", "Zuid", "GM0001")]


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """Give one circumstance of two districts up to 2023, and of their municipality up to 2024."""
    rows = [
        *figures("education_high", {"WK000101": 30.0, "WK000102": None, "GM0001": 33.0}, year=2023),
        *figures("education_high", {"GM0001": 35.0}, year=2024),
    ]
    return shelf_of(tmp_path, REGIONS, rows)


def test_all_figures_are_of_the_newest_year_of_the_districts(shelf: Shelf) -> None:
    found = measure_circumstances(shelf, ["WK000101", "WK000102"], ["GM0001"])
    assert found["year"].tolist() == [2023, 2023, 2023]
    assert found["value"].tolist()[::2] == [30.0, 33.0]
    assert found["value"].isna().tolist() == [False, True, False]


def test_a_topic_that_was_not_published_gives_no_rows(shelf: Shelf) -> None:
    found = measure_circumstances(shelf, ["WK000101"], topics=("education_low",))
    assert found.empty
    assert "value" in found.columns


def test_every_circumstance_is_a_topic_of_open_data() -> None:
    assert set(CIRCUMSTANCES) <= set(TOPICS)


def population(codes: list[str], year: int) -> list[dict[str, object]]:
    """Give the population of some districts in a year."""
    return figures("population", dict.fromkeys(codes, 100.0), year=year)


def test_districts_that_went_and_districts_that_came_are_counted(tmp_path: Path) -> None:
    before = population(["WK000101", "WK000109"], 2020)
    now = population(["WK000101", "WK000102"], 2024)
    shelf = shelf_of(tmp_path, REGIONS, [*before, *now])
    assert find_changed(shelf, "GM0001") == (1, 1)


def test_the_same_codes_in_all_years_are_no_change(tmp_path: Path) -> None:
    rows = population(["WK000101", "WK000102"], 2020)
    assert find_changed(shelf_of(tmp_path, REGIONS, rows), "GM0001") == (0, 0)


def test_without_any_figure_nothing_is_known_to_have_changed(tmp_path: Path) -> None:
    assert find_changed(shelf_of(tmp_path, REGIONS, []), "GM0001") == (0, 0)
