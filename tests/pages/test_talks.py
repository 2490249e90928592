"""The register, the work list, the exceptions and the other further parts of Regie op drie."""

import json

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from core.charts.triggers_parts import chart_after, chart_rates, chart_series, chart_standings
from core.storage.talks import list_talks
from core.text import adherence, after_talks, exceptions, general, series, standings, talks
from core.text import talk_sheet as sheet
from core.text import triggers as text
from core.timing.interruptions import measure_changes, measure_lines
from core.trajectories.rules import EXCEPTIONS, Rules
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
    assert "8 hele kwartalen" in said["series"]
    assert exceptions.SIBLINGS in said["exceptions"]
    assert "gesprekken was de jeugdige erbij" in said["register"]


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


COUNTS = pd.DataFrame(
    [
        {"provider": name, "status": status, "thirds": number}
        for name, sides in {
            "b": (30, 20, None, None),
            "a": (10, 90, None, 15),
            "c": (None, 40, None, None),
            adherence.REST: (15, 20, None, None),
        }.items()
        for status, number in zip(
            ("evaluated", "not_evaluated", "unknown", "excepted"), sides, strict=True
        )
    ]
).astype({"thirds": "Int64"})


def test_rates_stand_by_name_with_the_rest_last_and_never_one_hidden_cell() -> None:
    rates = adherence.rates_of(COUNTS, "provider", str)
    assert rates["label"].tolist() == ["a", "b", "c", adherence.REST]
    table = adherence.table(rates, "provider")
    assert table[adherence.RATE].tolist() == [text.NOT_SHOWN, "60%", text.NOT_SHOWN, "43%"]
    assert table[adherence.INTERVAL].tolist()[1] == f"46% {DASH} 72%"
    assert table[adherence.APART["excepted"]].tolist() == ["15", "<10", "<10", "<10"]
    assert "van 85 derde" in adherence.finding(rates, "provider", Rules())
    drawn = chart_rates(adherence.drawn(rates), 0.5, adherence.RATE).to_dict()
    assert f"60% (46% {DASH} 72%) van 50" in json.dumps(drawn, ensure_ascii=False)


def test_without_a_rate_a_sentence_says_so() -> None:
    hidden = adherence.rates_of(COUNTS.assign(thirds=pd.NA), "provider", str)
    assert adherence.finding(hidden, "provider", Rules()) == adherence.NO_RATE


def test_what_cannot_occur_is_not_among_the_standings() -> None:
    agreed = Rules(exceptions=EXCEPTIONS)
    assert "excepted" not in standings.shown_of(Rules(), has_evaluations=True)
    assert "excepted" in standings.shown_of(agreed, has_evaluations=True)
    without = standings.shown_of(Rules(), has_evaluations=False)
    assert without == ["not_yet", "attention", "unknown"]


def test_a_standing_that_is_hidden_has_words_and_no_number() -> None:
    counts = pd.DataFrame(
        {"standing": ["attention", "not_yet"], "chains": pd.array([None, 40], dtype="Int64")}
    )
    assert standings.table(counts)[standings.CHAINS].tolist() == [text.NOT_SHOWN, general.FEW]
    assert "te weinig" in standings.finding(counts)
    assert standings.TITLE in json.dumps(chart_standings(standings.bars(counts)).to_dict())


def test_the_matrix_after_talks_shows_a_dash_where_nobody_is_apart() -> None:
    counts = pd.DataFrame(
        {
            "conclusion": ["stop", "stop", "same"],
            "outcome": ["nothing", "rest", "up"],
            "talks": pd.array([30, 10, 20], dtype="Int64"),
        }
    )
    recent = pd.DataFrame({"conclusion": ["stop"], "talks": pd.array([15], dtype="Int64")})
    table = after_talks.table(counts, recent)
    assert table.iloc[0].tolist() == ["hulp afronden", "30", DASH, "10", "15"]
    assert table.iloc[1].tolist() == ["verder met dezelfde hulp", DASH, "20", DASH, general.FEW]
    rows = after_talks.together(counts)
    assert rows["share"].tolist() == [0.75, 0.25, 1.0]
    assert rows["middle"].tolist() == [0.375, 0.875, 0.5]
    assert after_talks.TITLE in json.dumps(chart_after(rows).to_dict())


def test_a_change_is_told_with_its_bounds_and_drawn_with_the_line_from_before() -> None:
    values = [10.0, 12, 11, 13, 12, 14, 13, 15, 5, 4, 6, 5]
    counts = pd.DataFrame({"quarter": range(8088, 8100), "thirds": values, "starts": [100] * 12})
    number = series.values_of(counts, "number")
    told = series.finding(measure_changes(number, 8096), "number", 8096, Rules())
    assert "Vanaf 2024 kw 1" in told
    assert "lager (95%-interval -" in told
    lines = series.lines_of(measure_lines(number, 8096), 8096)
    drawn = json.dumps(chart_series(lines, "Aantal").to_dict())
    assert "strokeDash" in drawn
    assert series.table(lines)[series.OTHERWISE].tolist()[0] == DASH
    assert series.values_of(counts, "share")["value"].tolist() == pytest.approx(values)


def test_too_short_a_series_says_what_would_do() -> None:
    assert "0 en 10" in series.too_short(0, 10, [], Rules())
    assert "2023 kw 1 t/m 2023 kw 3" in series.too_short(3, 11, [8092, 8094], Rules())
