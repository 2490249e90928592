"""Young people and their use of care by district, as it was published."""

from pathlib import Path

import pandas as pd
import pytest

from core.districts.use import (
    care_year,
    count_youth,
    find_districts,
    measure_use,
    published_care,
)
from core.intervals import wilson_interval
from core.opendata.shelf import Shelf
from tests.districts.drawing import district, figures, shelf_of

REGIONS = [district("WK2", "Zuid"), district("WK1", "Noord"), district("WK9", "Elders", "GM2")]


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    """Give two districts of GM1, of which the second has too few with care to be published."""
    rows = [
        *figures("population", {"WK1": 1000.0, "WK2": 400.0}),
        *figures("population", {"WK1": 250.0, "WK2": 80.0}, category="<23"),
        *figures("youth_with_care", {"WK1": 25.0, "WK2": None}, category="all"),
        *figures("youth_with_care", {"WK1": 90.0, "WK2": 90.0}, category="all", year=2023),
    ]
    return shelf_of(tmp_path, REGIONS, rows)


def use_of(shelf: Shelf) -> pd.DataFrame:
    """Measure the districts of GM1, by code."""
    districts = find_districts(shelf, "GM1")
    return measure_use(shelf, districts, care_year(shelf, "GM1")).set_index("region")


def test_only_the_districts_of_the_municipality_in_order_of_code(shelf: Shelf) -> None:
    assert find_districts(shelf, "GM1")["name"].tolist() == ["Noord", "Zuid"]


def test_shares_are_of_the_newest_year_in_which_any_district_was_published(shelf: Shelf) -> None:
    use = use_of(shelf)
    assert use["year"].tolist() == [2024, 2024]
    shown = use[["youth", "youth_share", "helped", "share"]].to_dict("index")
    assert shown["WK1"] == {"youth": 250, "youth_share": 0.25, "helped": 25, "share": 0.1}


def test_the_interval_is_that_of_wilson(shelf: Shelf) -> None:
    first = use_of(shelf).iloc[0]
    assert (first["low"], first["high"]) == wilson_interval(25, 250)


def test_what_was_not_published_is_missing_and_never_zero(shelf: Shelf) -> None:
    second = use_of(shelf).iloc[1]
    assert second[["helped", "share", "low", "high"]].isna().all()
    assert second["youth"] == 80


def test_a_municipality_without_districts_has_no_rows(shelf: Shelf) -> None:
    assert measure_use(shelf, find_districts(shelf, "GM8"), None).empty
    assert care_year(shelf, "GM8") is None


def test_without_figures_by_district_the_year_is_that_of_the_municipality(tmp_path: Path) -> None:
    own = figures("youth_with_care", {"GM1": 30.0, "WK9": 20.0}, year=2023)
    rows = [*own, *figures("youth_with_care", {"GM1": None, "WK1": None})]
    shelf = shelf_of(tmp_path, REGIONS, rows)
    assert care_year(shelf, "GM1") == 2023
    assert use_of(shelf)["helped"].isna().all()


def test_a_municipality_shows_no_figure_of_another_year(tmp_path: Path) -> None:
    rows = figures("youth_with_care", {"GM1": 30.0}, year=2023)
    shelf = shelf_of(tmp_path, REGIONS, [*rows, *figures("youth_with_care", {"WK1": 20.0})])
    whole = pd.DataFrame({"region": ["GM1"], "name": ["Gemeente"]})
    assert measure_use(shelf, whole, care_year(shelf, "GM1"))["helped"].isna().all()


def test_help_stands_in_where_all_care_was_not_published(tmp_path: Path) -> None:
    rows = figures("youth_with_care", {"WK1": 25.0, "GM1": 30.0}, category="help")
    shelf = shelf_of(tmp_path, REGIONS, rows)
    assert published_care(shelf) == "help"


def test_young_people_are_the_sum_of_their_ages_where_nothing_else_is_known(
    tmp_path: Path,
) -> None:
    ages = [("0-4", 1.0), ("4-12", 2.0), ("12-18", 3.0), ("18-23", 4.0)]
    rows = [
        row for age, people in ages for row in figures("population", {"WK1": people}, category=age)
    ]
    rows += figures("population", {"WK2": 5.0}, category="0-4")
    counted = count_youth(shelf_of(tmp_path, REGIONS, rows), ["WK1", "WK2"], 2024)
    assert counted["WK1"] == 10
    assert pd.isna(counted["WK2"])


def test_a_figure_larger_than_the_young_people_has_no_interval(tmp_path: Path) -> None:
    rows = [
        *figures("population", {"WK1": 8.0}, category="<23"),
        *figures("youth_with_care", {"WK1": 10.0}, category="all"),
    ]
    first = use_of(shelf_of(tmp_path, REGIONS, rows)).iloc[0]
    assert first["share"] == 1.0
    assert first[["low", "high"]].isna().all()
