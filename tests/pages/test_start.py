"""The start page: the table, the way to data, the basics, and what must be said aloud."""

import pytest

from core.text import meetings
from core.text import start as text
from tests.pages.visiting import SAMPLE, THREE_CLIENTS, arrive, cells, press, upload, words

START = "prepare/start.py"


def test_without_data_it_offers_the_sample_region_and_ones_own_files() -> None:
    app = arrive(START)
    assert not app.exception
    assert text.OPEN_SAMPLE in [button.label for button in app.button]
    assert text.READ_OWN in [getattr(link, "label", "") for link in app.get("page_link")]
    assert not app.table


def test_it_says_what_the_data_cannot_tell_and_what_must_be_arranged() -> None:
    said = words(arrive(START))
    assert "Taakgericht bekostigde hulp en pgb ontbreken in declaraties." in said
    assert "Gepseudonimiseerd is niet anoniem" in said
    assert text.NOT_YET_SAFE in said
    assert "er gaat niets het netwerk op" in said


@pytest.mark.parametrize("name", meetings.names())
def test_every_table_gives_an_agenda_with_minutes(name: str) -> None:
    app = arrive(START)
    app.selectbox(key="meeting_table").select(name).run()
    table = meetings.table_named(name)
    assert not app.exception
    said = words(app)
    assert all(moment.topic in said for moment in table.agenda)
    assert f"Samen {meetings.length(table)} minuten" in said
    assert len(meetings.TABLES) == 7


def test_one_click_opens_the_sample_region_with_its_basics() -> None:
    app = press(arrive(START), text.OPEN_SAMPLE)
    assert not app.exception
    years = cells(app, text.HEADINGS["top_10"])
    assert [row[text.YEAR][:4] for row in years] == ["2020", "2021", "2022", "2023", "2024"]
    assert all(row["Aanbieders"] in {"38", "39", "40"} for row in years)
    assert app.get("vega_lite_chart")


def test_a_municipality_narrows_the_basics() -> None:
    whole = cells(arrive(START, SAMPLE), text.HEADINGS["top_10"])
    one = cells(arrive(START, SAMPLE | {"gemeente": "9801"}), text.HEADINGS["top_10"])
    assert _number(one[0]["Jeugdigen"]) < _number(whole[0]["Jeugdigen"]) / 2


def test_small_numbers_stay_hidden() -> None:
    app = upload(THREE_CLIENTS).switch_page(START).run()
    rows = cells(app, text.HEADINGS["top_10"])
    assert {row["Jeugdigen"] for row in rows} == {"<10"}
    assert {row[name] for row in rows for name in ("Aanbieders", "Ggz")} == {"niet te tonen"}
    assert "%" not in str(rows)
    assert not app.get("vega_lite_chart")


def test_the_owner_sees_exact_numbers(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRAJECTZICHT_LEVEL", "eigen")
    app = upload(THREE_CLIENTS).switch_page(START).run()
    assert not app.exception
    (first, *_) = cells(app, text.HEADINGS["top_10"])
    assert (first["Jeugdigen"], first["Trajecten"], first["Aanbieders"]) == ("1", "3", "2")


def _number(text_of_number: str) -> int:
    return int(text_of_number.replace(".", ""))
