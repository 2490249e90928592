"""Schools as partners: pupils of a partnership, its municipalities, and help given at school."""

import shutil
from pathlib import Path

import pandas as pd
import pytest

from core.opendata.shelf import Shelf, bundled_shelf, figures_of, members_of
from core.referrals.schools import (
    arrangement_codes,
    count_arrangements,
    is_arrangement,
    measure_members,
    measure_pupils,
    measure_schools,
    newest_year,
)
from core.tables import DECLARATIONS, OPEN_FIGURES, PARTNERSHIP_MEMBERS, PARTNERSHIP_PUPILS
from core.text import referral_schools as text
from core.trajectories.selection import Selection
from tests.conftest import Opener, drawn, lines_of, rows_of

SHELF = bundled_shelf()
HOME = "SV98"

NAMES = {
    "OZA jeugdhulp in onderwijs": True,
    "Onderwijs-zorgarrangement": True,
    "Onderwijsjeugdhulp": True,
    "onderwijs zorg arrangement": True,
    "Jeugdhulp op school": True,
    "Hulp in het speciaal onderwijs": True,
    "Zorg-onderwijs": True,
    "Moza begeleiding": False,
    "Dyslexiezorg": False,
    "Begeleiding individueel": False,
    "Vervoer naar school": False,
}


@pytest.mark.parametrize(("name", "is_one"), NAMES.items(), ids=NAMES)
def test_a_name_says_whether_help_and_education_are_one(name: str, is_one: bool) -> None:  # noqa: FBT001
    assert is_arrangement(name) is is_one


def test_own_names_of_products_point_to_their_codes() -> None:
    names = {
        ("product", "X1"): "OZA klein",
        ("product", "X2"): "Vervoer",
        ("provider", "X3"): "OZA",
    }
    assert arrangement_codes(names) == ["X1"]


def test_lines_count_by_form_or_product_in_the_year_they_begin(engine: Opener) -> None:
    lines = drawn(
        """
        client_id  provider  care_form    product  municipality  start       last
        a          A         light        X1       G             2021-01-01  2021-01-31
        a          B         light        X1       G             2021-12-01  2022-01-31
        b          A         Oza-klas     -        G             2021-05-01  2021-05-31
        c          A         light        X2       G             2021-05-01  2021-05-31
        d          A         light        X1       H             2021-05-01  2021-05-31
        e          A         light        X1       G             2020-12-31  2021-05-31
        """
    )
    frame = engine(lines_of(lines), DECLARATIONS)
    counted = count_arrangements(frame, ["X1"], Selection(2021, 2022, "G"))
    assert rows_of(counted, ["year", "clients", "providers"]) == [
        {"year": 2021, "clients": 2, "providers": 2}
    ]


def test_what_was_taken_back_does_not_count(engine: Opener) -> None:
    lines = [
        row | {"is_credit": True}
        for row in drawn("product  start  last\nX1  2021-01-01  2021-01-31")
    ]
    frame = engine(lines_of(lines), DECLARATIONS)
    assert rows_of(count_arrangements(frame, ["X1"], Selection(2021, 2022)), ["year"]) == []


def test_special_education_is_part_of_the_pupils_of_that_age() -> None:
    pupils = measure_pupils(SHELF, HOME)
    assert list(pupils) == list(PARTNERSHIP_PUPILS)
    own = pupils[(pupils["place"] == "area") & (pupils["year"] == 2023)].iloc[0]
    rows = figures_of(SHELF, "pupils")
    year = rows[(rows["region"] == HOME) & (rows["year"] == 2023)].set_index("category")["value"]
    assert own["special"] == year["special"] + year["special_primary"]
    assert own["pupils"] == own["special"] + year["primary"]
    assert own["share"] == own["special"] / own["pupils"]


def test_the_country_is_all_partnerships_together() -> None:
    pupils = measure_pupils(SHELF, HOME).set_index(["place", "year"])["pupils"]
    rows = figures_of(SHELF, "pupils")
    primary = rows[(rows["category"] != "secondary") & (rows["year"] == 2020)]["value"].sum()
    assert pupils["country", 2020] == primary


def test_an_unknown_partnership_has_no_pupils_and_no_schools() -> None:
    pupils = measure_pupils(SHELF, "SV00")
    assert set(pupils["place"]) == {"country"}
    assert measure_schools(SHELF, "SV00").empty


@pytest.fixture
def bare(tmp_path: Path) -> Shelf:
    """Give an edition that has lists of schools only: no pupils, no people."""
    row = {"topic": "schools", "region": "SV98", "period": "2026JJ00", "year": 2026}
    figures = [row | {"category": "primary", "value": 4.0, "status": "definitive", "source": "x"}]
    pd.DataFrame(figures)[list(OPEN_FIGURES)].to_parquet(tmp_path / "figures.parquet")
    for name in ("regions", "sources", "breaks"):
        shutil.copy(SHELF.folder / f"{name}.parquet", tmp_path)
    return Shelf("2026-05-01", tmp_path)


def test_an_edition_with_lists_of_schools_only_tells_just_those(bare: Shelf) -> None:
    pupils = measure_pupils(bare, HOME)
    assert pupils.empty
    assert text.finding(pupils, "x") == text.NO_PUPILS
    (row,) = text.school_table(measure_schools(bare, HOME)).to_dict("records")
    assert row[text.SCHOOLS] == "4"
    assert row[text.PUPILS] == "niet bekend"
    assert newest_year(bare) is None


@pytest.mark.parametrize("kinds", [("primary",), ("special",), ("primary", "special")])
def test_without_all_kinds_of_schools_no_part_is_told(
    kinds: tuple[str, ...], tmp_path: Path
) -> None:
    row = {"topic": "pupils", "region": "SV98", "period": "2026JJ00", "year": 2026}
    told = {"value": 900.0, "status": "definitive", "source": "x"}
    figures = [row | told | {"category": kind} for kind in kinds]
    pd.DataFrame(figures)[list(OPEN_FIGURES)].to_parquet(tmp_path / "figures.parquet")
    shutil.copy(SHELF.folder / "regions.parquet", tmp_path)
    pupils = measure_pupils(Shelf("2026-05-01", tmp_path), HOME)
    assert pupils.empty
    assert text.finding(pupils, "x") == text.NO_PUPILS


def test_without_pupils_there_is_no_line_to_name(bare: Shelf) -> None:
    rows = text.line_rows(measure_pupils(bare, HOME), "Noord")
    assert rows.empty
    assert text.line_table(rows).empty


def test_the_last_year_of_a_line_is_named_beside_its_end() -> None:
    rows = text.line_rows(measure_pupils(SHELF, HOME), "Noord")
    named = rows[rows["words"].ne("")]
    assert len(named) == 2
    assert set(named["year"]) == {rows["year"].max()}
    assert named["words"].str.startswith(("Noord ", text.COUNTRY)).all()


def test_members_stand_in_order_of_name_with_what_is_known() -> None:
    members = measure_members(SHELF, HOME, 2025)
    assert newest_year(SHELF) == 2025
    assert list(members) == list(PARTNERSHIP_MEMBERS)
    assert sorted(members["region"]) == sorted(members_of(SHELF, HOME))
    assert members["name"].is_monotonic_increasing
    pd.testing.assert_series_equal(
        members["share"], members["with_care"] / members["youth"], check_names=False
    )
