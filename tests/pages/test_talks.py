"""The register, the work list, the exceptions and the other further parts of Regie op drie."""

from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from core.storage.talks import list_talks
from core.text import adherence, exceptions, standings, talks
from core.text import talk_sheet as sheet
from core.text import triggers as text
from pages.shelf import current_store
from tests.pages.test_triggers import TRIGGERS, on_tab
from tests.pages.visiting import HEADING, SAMPLE, arrive, cells, press, upload, words

DASH = "\u2013"
PSEUDONYM = "zeldzaam-pseudoniem"
TWO_THAT_RUN = f"""{HEADING}
{PSEUDONYM};Noord;A1;Ambulant regulier;01-01-2024;31-03-2024;100,00
{PSEUDONYM};Noord;A2;Ambulant specialistisch;10-04-2024;31-12-2024;200,00
pseudo-b;Noord;A1;Ambulant regulier;01-12-2024;31-12-2024;100,00
"""
LIST = f"client_id,date,youth_present,conclusion,parties\n{PSEUDONYM},2024-09-01,ja,same,school\n"


@pytest.fixture
def own(monkeypatch: pytest.MonkeyPatch) -> AppTest:
    """Read a small file at the level of the own organisation, and open its work list."""
    monkeypatch.setenv("TRAJECTZICHT_LEVEL", "eigen")
    app = upload(TWO_THAT_RUN).switch_page(TRIGGERS).run()
    return on_tab(app, text.TABS["worklist"])


def standing_of(app: AppTest) -> str:
    """Give the standing of the first row of the work list."""
    (work,) = app.dataframe
    return str(work.value[standings.STANDING].iloc[0])


def shown(app: AppTest) -> str:
    """Give all words and cells on screen."""
    return words(app) + "".join(frame.value.to_csv() for frame in app.dataframe)


def test_the_work_list_and_the_sheet_show_a_chain_and_never_its_pseudonym(own: AppTest) -> None:
    assert not own.exception
    assert standing_of(own) == standings.LABELS["attention"]
    history = cells(own, "Vergeleken met ervoor")
    assert [row["Volgnummer"] for row in history] == ["1", "2"]
    assert sheet.NO_TALKS in words(own)
    assert PSEUDONYM not in shown(own)


def test_a_recorded_talk_lasts_counts_and_can_be_corrected_and_removed(own: AppTest) -> None:
    app = press(own, talks.SAVE)
    assert talks.SAVED in words(app)
    assert standing_of(app) == standings.LABELS["prepared"]
    store = current_store()
    assert store is not None
    (kept,) = list_talks(store, app.session_state["data_set"].id)
    assert (kept.client_id, kept.source) == (PSEUDONYM, "form")

    app = on_tab(app, text.TABS["register"])
    (entry,) = cells(app, talks.RECORDED_BY)
    assert (entry[talks.IN_LIST], entry[talks.CONCLUSION]) == ("1", "niet ingevuld")
    assert talks.ONLY_FORM in words(app)
    assert PSEUDONYM not in shown(app)

    next(box for box in app.selectbox if box.label == talks.CONCLUSION).select("stop")
    app = press(app, talks.CORRECT)
    assert cells(app, talks.RECORDED_BY)[0][talks.CONCLUSION] == "hulp afronden"
    app = press(app, talks.REMOVE)
    assert talks.NO_ENTRIES in words(app)
    assert list_talks(store, app.session_state["data_set"].id) == ()
    assert standing_of(on_tab(app, text.TABS["worklist"])) == standings.LABELS["attention"]


def test_a_talk_is_recorded_once_and_never_on_a_day_to_come(own: AppTest) -> None:
    for day in (date(2090, 1, 1), date(23, 9, 9)):
        own.date_input[0].set_value(day)
        app = press(own, talks.SAVE)
        assert any(error.value.startswith("Er is niets vastgelegd") for error in app.error)
        assert standing_of(app) == standings.LABELS["attention"]
    own.date_input[0].set_value(date(2024, 12, 1))
    assert talks.SAVED in words(press(own, talks.SAVE))
    own.date_input[0].set_value(date(2024, 12, 1))
    assert talks.TWICE in words(press(own, talks.SAVE))
    assert len(cells(on_tab(own, text.TABS["register"]), talks.RECORDED_BY)) == 1


def test_a_list_is_read_on_the_page_itself(own: AppTest) -> None:
    app = on_tab(own, text.TABS["register"])
    app.file_uploader[-1].upload("gesprekken.csv", LIST.encode(), "text/csv").run()
    app = press(app, talks.READ)
    assert not app.exception
    assert talks.read_told("1") in words(app)
    assert [row[talks.TALKS] for row in cells(app, talks.YOUTH)] == ["1", "0", "0"]
    app = on_tab(app, text.TABS["worklist"])
    assert standing_of(app) == standings.LABELS["prepared"]
    assert [row["Uitkomst"] for row in cells(app, "Wie erbij waren")] == [
        "verder met dezelfde hulp"
    ]


def test_a_wrong_word_in_a_list_is_one_sentence_and_changes_nothing(own: AppTest) -> None:
    app = on_tab(own, text.TABS["register"])
    wrong = LIST.replace("same", "was heel boos")
    app.file_uploader[-1].upload("gesprekken.csv", wrong.encode(), "text/csv").run()
    app = press(app, talks.READ)
    (problem,) = app.error
    assert "conclusion" in problem.value
    assert "boos" not in shown(app)
    assert standing_of(on_tab(app, text.TABS["worklist"])) == standings.LABELS["attention"]


def test_a_list_without_a_talk_does_not_replace_what_was_read(own: AppTest) -> None:
    app = on_tab(own, text.TABS["register"])
    app.file_uploader[-1].upload("gesprekken.csv", LIST.splitlines()[0].encode(), "text/csv").run()
    app = press(app, talks.READ)
    assert [problem.value for problem in app.error] == [talks.EMPTY_LIST]


def test_what_is_recorded_about_the_sample_region_stays_in_the_visit(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("TRAJECTZICHT_LEVEL", "eigen")
    app = on_tab(arrive(TRIGGERS, SAMPLE), text.TABS["worklist"])
    app = press(app, talks.SAVE)
    assert not app.exception
    assert len(cells(on_tab(app, text.TABS["register"]), talks.RECORDED_BY)) == 1
    other = on_tab(arrive(TRIGGERS, SAMPLE), text.TABS["register"])
    assert talks.NO_ENTRIES in words(other)


def test_at_the_table_there_is_no_row_no_form_and_no_entry() -> None:
    app = upload(TWO_THAT_RUN).switch_page(TRIGGERS).run()
    assert text.TABS["worklist"] not in [tab.label for tab in app.tabs]
    for name in list(text.TABS.values())[:-1]:
        app = on_tab(app, name)
        assert not app.exception, name
        assert not app.dataframe
        assert talks.FORM_HELP not in words(app)
        assert talks.NO_ENTRIES not in words(app)
        tables = [cell for table in app.table for cell in table.value.to_numpy().ravel().tolist()]
        assert not [cell for cell in tables if str(cell).isdecimal()], name


@pytest.mark.parametrize("way", list(adherence.WAYS))
def test_adherence_stands_with_its_interval_and_its_number(way: str) -> None:
    app = on_tab(arrive(TRIGGERS, SAMPLE), text.TABS["adherence"])
    app.radio(key="kept_by").set_value(way).run()
    assert not app.exception
    rows = cells(app, adherence.HEADINGS[way])
    names = [row[adherence.HEADINGS[way]] for row in rows if adherence.REST not in row.values()]
    assert names == sorted(names)
    assert all(DASH in row[adherence.INTERVAL] for row in rows if row[adherence.RATE][0].isdigit())


def test_the_sample_region_shows_every_part() -> None:
    app = arrive(TRIGGERS, SAMPLE)
    said = {name: words(on_tab(app, label)) for name, label in list(text.TABS.items())[:-1]}
    assert "zonder gesprek begonnen" in said["standings"]
    assert "zwaardere hulp" in said["after"]
    assert "Vanaf 2023 kw 1 lag het aantal" in said["series"]
    assert "Hier is dat 12 maanden en niet 24" in said["series"]
    assert exceptions.SIBLINGS in said["exceptions"]
    assert "gesprekken was de jeugdige erbij" in said["register"]
    assert talks.FITTING_HIDDEN in said["register"]


def test_a_date_with_too_few_quarters_round_it_is_not_measured() -> None:
    app = on_tab(arrive(TRIGGERS, SAMPLE), text.TABS["series"])
    first = app.selectbox(key="agreement_quarter")
    assert "8 hele kwartalen" in words(first.select(first.options[0]).run())


def test_an_exception_leaves_the_count_travels_in_the_link_and_shows_its_effect() -> None:
    plain = arrive(TRIGGERS, SAMPLE)
    app = on_tab(
        arrive(TRIGGERS, SAMPLE | {"regels": "exceptions.measures"}), text.TABS["exceptions"]
    )
    assert not app.exception
    assert "vallen" in words(app)
    row = next(row for row in cells(app, exceptions.EXCEPTION) if "samen" in row["Uitzondering"])
    before, out, left = (
        int(row[name].replace(".", ""))
        for name in (exceptions.BEFORE, exceptions.OUT, exceptions.LEFT)
    )
    assert before - out == left
    headings = [line.value for line in app.markdown if line.value.startswith("## ")]
    assert headings != [line.value for line in plain.markdown if line.value.startswith("## ")]
    app.toggle(key="exception_measures").set_value(v=False).run()
    assert exceptions.NOTHING in words(app)
    assert "regels" not in app.query_params
