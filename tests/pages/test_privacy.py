"""The page that accounts for the app: written from what is in force, at every level."""

import io
from datetime import date

import docx
import pytest
from streamlit.testing.v1 import AppTest

from core.disclosure import LEVELS
from core.export.account import write_account
from core.export.parts import Opening, Part
from core.protection.policy import policy
from core.text import general, keeping, purposes
from core.text import privacy as text
from core.text import privacy_tables as tables
from core.text import rules as counting
from tests.pages.visiting import SAMPLE, THREE_CLIENTS, arrive, cells, upload, words

PAGE = "account/privacy.py"


@pytest.fixture(scope="module")
def without_data(tmp_path_factory: pytest.TempPathFactory) -> AppTest:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("TRAJECTZICHT_HOME", str(tmp_path_factory.mktemp("home")))
        patch.setenv("TRAJECTZICHT_RETENTION_DAYS", "400")
        return arrive(PAGE)


def test_it_opens_without_data_with_one_sentence_and_every_part(without_data: AppTest) -> None:
    assert not without_data.exception
    said = words(without_data)
    assert text.finding("tafel", policy().threshold, keeping.span(400)) in said
    titles = [one.value for one in without_data.subheader]
    assert titles[: len(text.TITLES)] == list(text.TITLES.values())


def test_the_level_that_holds_is_marked(without_data: AppTest) -> None:
    marked = [row[tables.LEVEL] for row in cells(without_data, tables.NAMES) if row[tables.NOW]]
    assert marked == [general.LEVEL_NAMES["tafel"]]


def test_how_long_data_stay_follows_the_settings(without_data: AppTest) -> None:
    told = {row[purposes.HOW_LONG] for row in cells(without_data, purposes.FIELD)}
    assert told == {purposes.how_long("data_set", 400)}
    assert "400 dagen" in purposes.how_long("data_set", 400)


def test_the_parameters_of_concentration_are_named_without_their_value(
    without_data: AppTest,
) -> None:
    values = {row[tables.RULE]: row[tables.VALUE] for row in cells(without_data, tables.MEANING)}
    unsaid = [rule for rule, value in values.items() if value == tables.UNSAID]
    assert len(unsaid) == 3
    shown = [value for value in values.values() if str(policy().most_of_one) in value]
    assert shown == []


def test_nothing_is_asked_of_the_reader_that_needs_data(without_data: AppTest) -> None:
    assert not without_data.info
    assert text.NO_EVENTS in words(without_data)


@pytest.mark.parametrize("level", LEVELS)
def test_it_is_written_at_every_level(level: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TRAJECTZICHT_LEVEL", level)
    app = arrive(PAGE)
    assert not app.exception
    marked = [row[tables.LEVEL] for row in cells(app, tables.NAMES) if row[tables.NOW]]
    assert marked == [general.LEVEL_NAMES[level]]
    is_exact = level in {"eigen", "analist"}
    assert (text.EXACT_NOW in words(app)) == is_exact


def test_with_data_it_tells_the_rules_in_force_and_since_when() -> None:
    app = arrive(PAGE, SAMPLE | {"regels": "chain_gap_days.92"})
    assert not app.exception
    rows = {row[tables.TERM]: row for row in cells(app, tables.SINCE)}
    pause = rows[counting.NAMES["chain_gap_days"]]
    assert pause[tables.SET] == "92 dagen"
    assert pause[tables.SINCE] == text.OWN_CHOICE
    merge = rows[counting.NAMES["merge_gap_days"]]
    assert (merge[tables.SET], merge[tables.SINCE]) == ("62 dagen", text.SETTLED)
    assert rows[counting.AS_OF][tables.SET].endswith("-2024")


def test_with_a_small_file_it_tells_what_was_done_and_nothing_of_a_client() -> None:
    app = upload(THREE_CLIENTS).switch_page(PAGE).run()
    assert not app.exception
    done = {row[tables.ACTION]: row for row in cells(app, tables.TIMES)}
    assert done[keeping.ACTIONS["import"]][tables.TIMES] == "1"
    assert "pseudo-" not in words(app)


def test_the_account_is_a_document_with_every_part_and_table() -> None:
    table = tables.rules_table(policy())
    parts = [Part("Eén", "Over een.", ("los",)), Part("Twee", "Over twee.", table=table)]
    opening = Opening("Privacy", text.QUESTION, "Een zin.", date(2026, 11, 22))
    made = docx.Document(io.BytesIO(write_account(opening, parts)))
    said = [line.text for line in made.paragraphs]
    assert {"Privacy", "Een zin.", "Eén", "Over een.", "los", "Twee"} <= set(said)
    assert len(made.tables[0].rows) == len(table) + 1
    width, height = made.sections[0].page_width, made.sections[0].page_height
    assert width is not None
    assert height is not None
    assert width > height
