"""The parts of Verwijzers on open data: shares beside the country, and schools as partners."""

import json

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from core.charts.referral_schools import chart_special
from core.charts.referral_shares import chart_beside
from core.opendata.shelf import bundled_shelf
from core.referrals.beside import lay_beside, measure_declared, measure_published
from core.referrals.schools import measure_pupils
from core.referrers import IN_ORDER
from core.text import areas, general, opendata
from core.text import referral_schools as schools
from core.text import referral_shares as text
from core.text import referrers as page
from tests.pages.visiting import SAMPLE, THREE_CLIENTS, arrive, cells, upload, words

REFERRERS = "picture/referrers.py"
BESIDE, SCHOOLS = page.OPEN_TABS
HERE = {"gebied": "GM9801"}
NAMES = text.place_names("Aldervoorde", "Jeugdregio", "Verzonnen land")


def opened(app: AppTest, tab: str) -> AppTest:
    """Open a part of the page."""
    app.session_state["referrers_tab"] = tab
    return app.run()


def finding(app: AppTest) -> str:
    """Give the sentence that opens the page."""
    return next(line.value for line in app.markdown if line.value.startswith("## "))


@pytest.mark.parametrize("tab", page.OPEN_TABS)
def test_without_a_region_the_part_asks_for_one(tab: str) -> None:
    app = opened(arrive(REFERRERS), tab)
    assert not app.exception
    assert "in het land" in finding(app)
    kinds = ("municipality", "youth_region", "province")
    asked = areas.guide(kinds if tab == BESIDE else ("municipality", "school_partnership"))
    assert asked in [notice.value for notice in app.info]


def test_without_declarations_open_figures_answer() -> None:
    app = opened(arrive(REFERRERS, HERE), BESIDE)
    assert not app.exception
    assert "in Aldervoorde" in finding(app)
    assert opendata.INVENTED in words(app)
    rows = cells(app, "Aldervoorde (open cijfers)")
    named = [label for label in IN_ORDER if label != text.NO_REFERRER]
    assert [row[page.REFERRER] for row in rows] == [*named, text.NO_REFERRER, text.UNTOLD]
    assert text.OWN.capitalize() not in words(app)


def test_declarations_of_the_same_municipality_stand_beside_them() -> None:
    app = opened(arrive(REFERRERS, SAMPLE | HERE), BESIDE)
    assert not app.exception
    (row,) = [
        row
        for row in cells(app, "Aldervoorde (uw declaraties)")
        if row[page.REFERRER] == "huisarts"
    ]
    assert row["Aldervoorde (uw declaraties)"].endswith(")")
    assert list(row)[:3] == [page.REFERRER, NAMES["own"], NAMES["area"]]
    assert "volgens de open cijfers" in words(app)
    definitions = cells(app, text.WHAT)
    assert {row["Onderdeel"] for row in definitions} >= {"Jaar", "Niet erin", "Verwijzer"}


def test_another_year_gives_other_figures() -> None:
    app = opened(arrive(REFERRERS, SAMPLE | HERE), BESIDE)
    before = cells(app, NAMES["own"])
    year = next(box for box in app.selectbox if box.key == "beside_year")
    assert year.value == 2023
    assert "2025 (voorlopig)" in year.options
    year.select(2022).run()
    assert cells(app, NAMES["own"]) != before


def test_a_year_that_the_declarations_do_not_hold_shows_open_figures_only() -> None:
    app = opened(arrive(REFERRERS, SAMPLE | HERE), BESIDE)
    next(box for box in app.selectbox if box.key == "beside_year").select(2025).run()
    assert text.NO_OWN in words(app)
    assert not [table for table in app.table if NAMES["own"] in table.value.columns]


def test_a_municipality_elsewhere_has_no_declarations() -> None:
    app = opened(arrive(REFERRERS, SAMPLE | {"gebied": "GM9010"}), BESIDE)
    assert not app.exception
    assert text.FEW_OWN in words(app)


def test_a_small_file_shows_open_figures_only() -> None:
    app = opened(upload(THREE_CLIENTS).switch_page(REFERRERS).run(), BESIDE)
    app.session_state["area"] = "GM9801"
    app.run()
    assert not app.exception
    assert not [table for table in app.table if NAMES["own"] in table.value.columns]


def test_a_municipality_leads_to_its_partnership() -> None:
    by_municipality = opened(arrive(REFERRERS, HERE), SCHOOLS)
    by_partnership = opened(arrive(REFERRERS, {"gebied": "SV98"}), SCHOOLS)
    for app in (by_municipality, by_partnership):
        assert not app.exception
        assert schools.NO_SCHOOL_REFERS in words(app)
        assert schools.NO_DECLARATIONS in words(app)
    members = [row[schools.MUNICIPALITY] for row in cells(by_partnership, schools.MUNICIPALITY)]
    assert members == sorted(members)
    assert "Aldervoorde" in members
    assert cells(by_municipality, schools.MUNICIPALITY) == cells(
        by_partnership, schools.MUNICIPALITY
    )


def test_a_partnership_has_no_referrers_so_the_country_opens_the_page() -> None:
    assert "in het land" in finding(arrive(REFERRERS, {"gebied": "SV98"}))


def test_help_at_school_that_no_name_tells_was_not_delivered() -> None:
    app = opened(arrive(REFERRERS, SAMPLE | HERE), SCHOOLS)
    assert schools.NO_ARRANGEMENTS in words(app)


def rows(declared: dict[str, int] | None = None) -> pd.DataFrame:
    """Give drawn rows of Aldervoorde, with declared counts when given."""
    published = measure_published(bundled_shelf(), "GM9801", 2023)
    if declared is None:
        return text.chart_rows(published, NAMES)
    numbers = pd.array(list(declared.values()), dtype="Int64")
    counts = pd.DataFrame({"referrer": list(declared), "trajectories": numbers})
    own = measure_declared(counts)
    return text.chart_rows(lay_beside(own, published, page.OTHER_REFERRERS), NAMES)


def test_what_names_no_referrer_stands_apart_at_the_end() -> None:
    drawn = rows()
    labels = drawn["label"].drop_duplicates().tolist()
    assert labels[-2:] == [text.NO_REFERRER, text.UNTOLD]
    chart = chart_beside(drawn).to_dict()
    domain = chart["layer"][1]["encoding"]["y"]["scale"]["domain"]
    assert domain == [*labels[:-2], " ", *labels[-2:]]


def test_words_say_the_own_share_and_that_of_the_country_once() -> None:
    drawn = rows({"huisarts": 60, "gemeente": 40})
    said = drawn[drawn["words"] != ""].set_index("label")["words"]
    assert said.index.is_unique
    assert said["huisarts"].startswith("60% · land ")
    assert said["jeugdarts"].startswith("land ")


def test_the_picture_marks_places_by_shape_and_fill() -> None:
    chart = chart_beside(rows({"huisarts": 60, "gemeente": 40})).to_dict()
    marks = chart["layer"][1]["encoding"]
    assert marks["shape"]["scale"]["domain"] == list(NAMES.values())
    assert text.SHARE_AXIS in json.dumps(chart)


def test_the_finding_compares_the_largest_referrer() -> None:
    said = text.finding(rows({"huisarts": 60, "gemeente": 40}), 2023)
    assert said.startswith("In 2023 begon in Aldervoorde (uw declaraties) 60% van de trajecten via")
    assert "volgens de open cijfers was dat" in said
    assert "in het land was het" in said


def test_a_hidden_share_is_not_shown_in_the_table() -> None:
    table = text.table_rows(rows({"huisarts": 60, "gemeente": 40}))
    own = table.set_index(page.REFERRER)[NAMES["own"]]
    assert own["huisarts"] == "60% (60)"
    assert own["jeugdarts"] == text.NOT_SHOWN


def test_lines_of_pupils_are_named_at_their_end() -> None:
    pupils = measure_pupils(bundled_shelf(), "SV98")
    drawn = schools.line_rows(pupils, "Ons verband")
    ends = drawn[drawn["words"] != ""]
    assert set(ends["year"]) == {2025}
    assert set(ends["line"]) == {"Ons verband", schools.COUNTRY}
    chart = chart_special(drawn).to_dict()
    assert schools.SHARE_AXIS in json.dumps(chart)
    assert "Ons verband" in schools.finding(pupils, "Ons verband")
    assert schools.finding(measure_pupils(bundled_shelf(), "SV00"), "x") == schools.NO_PUPILS


def test_few_with_help_at_school_are_not_told() -> None:
    numbers = pd.array([None, 25], dtype="Int64")
    counts = pd.DataFrame({"year": [2021, 2022], "clients": numbers, "providers": [1, 3]})
    table = schools.arrangement_table(counts)
    assert table[schools.CLIENTS].tolist() == [general.FEW, "25"]
    assert "In 2022 kregen 25 jeugdigen" in schools.arrangement_finding(counts)
    assert schools.arrangement_finding(counts[:1]) == schools.FEW_ARRANGEMENTS
