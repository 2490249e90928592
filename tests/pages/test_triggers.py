"""The page Regie op drie: how many third starts, a talk before them or not, and what they were."""

import json

import pandas as pd
import pytest
from streamlit.testing.v1 import AppTest

from core.charts.triggers import chart_forms, chart_thirds
from core.text import general, standings
from core.text import thirds as what
from core.text import triggers as text
from core.trajectories.rules import Rules
from tests.pages.visiting import SAMPLE, THREE_CLIENTS, arrive, cells, upload, words

TRIGGERS = "course/triggers.py"


def finding(app: AppTest) -> str:
    """Give the sentence that opens the page."""
    return next(line.value for line in app.markdown if line.value.startswith("## "))


def on_tab(app: AppTest, name: str) -> AppTest:
    """Open a tab of the page."""
    app.session_state["triggers_tab"] = name
    return app.run()


def test_without_data_it_points_to_the_data() -> None:
    app = arrive(TRIGGERS)
    assert not app.exception
    assert general.NO_DATA_YET in [notice.value for notice in app.info]


def test_the_sample_region_shows_thirds_from_the_first_quarter_that_can_look_back() -> None:
    app = arrive(TRIGGERS, SAMPLE)
    assert not app.exception
    quarters = cells(app, text.PERIOD)
    assert quarters[0][text.PERIOD] == "2022 kw 1"
    assert finding(app).startswith("## Van 2022 kw 1 t/m")
    assert "was er vooraf een evaluatiegesprek" in finding(app)
    assert text.question(Rules()) in words(app)


def test_every_share_stands_beside_its_parts_and_their_sum() -> None:
    for row in cells(arrive(TRIGGERS, SAMPLE), text.PERIOD):
        if row[text.SHARE] != "niet te tonen":
            part, rest = (
                int(row[name]) for name in ("Met gesprek vooraf", "Zonder gesprek vooraf")
            )
            assert row[text.TOTAL] == str(part + rest)
            assert row[text.SHARE] == general.percent(part / (part + rest))


def test_municipalities_stand_in_order_of_name_and_today_is_told_elsewhere() -> None:
    app = on_tab(arrive(TRIGGERS, SAMPLE), text.TABS["places"])
    rows = cells(app, text.MUNICIPALITY)
    names = [row[text.MUNICIPALITY] for row in rows]
    assert len(names) == 14
    assert names == sorted(names)
    assert not [name for name in rows[0] if name.startswith(text.TODAY)]
    assert text.TODAY_ELSEWHERE in words(app)


def test_a_total_never_stands_beside_a_hidden_cell() -> None:
    app = arrive(TRIGGERS, SAMPLE)
    over_time = cells(app, text.PERIOD)
    for row in [*over_time, *cells(on_tab(app, text.TABS["places"]), text.MUNICIPALITY)]:
        if general.FEW in (row["Met gesprek vooraf"], row["Zonder gesprek vooraf"]):
            assert row[text.TOTAL] == row[text.SHARE] == "niet te tonen"


def test_the_sum_of_the_region_never_tells_the_number_of_one_municipality() -> None:
    app = on_tab(arrive(TRIGGERS, SAMPLE | {"periode": "2020_2024"}), text.TABS["places"])
    rows = cells(app, text.MUNICIPALITY)
    hidden = {
        name: sum(row[name] in (general.FEW, text.NOT_SHOWN) for row in rows)
        for name in rows[0]
        if name != text.MUNICIPALITY
    }
    assert sum(hidden.values())
    assert 1 not in hidden.values()


def test_a_municipality_that_is_hidden_too_is_not_called_small() -> None:
    thirds = pd.DataFrame(
        {
            "municipality": ["a", "b", "c"] * 2,
            "status": ["evaluated"] * 3 + ["not_evaluated"] * 3,
            "thirds": pd.array([None, 15, 40, 25, 30, 35], dtype="Int64"),
        }
    )
    live = thirds.assign(talk=["attention"] * 3 + ["prepared"] * 3).rename(
        {"thirds": "chains"}, axis=1
    )
    table = text.place_table(thirds, live, str)
    assert table["Nu: gesprek al geweest"].tolist() == ["25", "30", "35"]
    assert text.TODAY_ELSEWHERE not in text.place_note(Rules(), table)
    assert table["Met gesprek vooraf"].tolist() == [general.FEW, text.NOT_SHOWN, "40"]
    assert table["Zonder gesprek vooraf"].tolist() == [text.NOT_SHOWN, text.NOT_SHOWN, "35"]
    assert table[text.TOTAL].tolist() == [text.NOT_SHOWN, text.NOT_SHOWN, "75"]


def test_a_municipality_in_the_address_is_shown_by_longer_periods_when_small() -> None:
    large = arrive(TRIGGERS, SAMPLE | {"gemeente": "9801"})
    assert [row[text.PERIOD] for row in cells(large, text.PERIOD)] == ["2022", "2023"]
    app = arrive(TRIGGERS, SAMPLE | {"gemeente": "9810"})
    assert not app.exception
    assert [row[text.PERIOD] for row in cells(app, text.PERIOD)] == [text.WHOLE_PERIOD]
    assert len(cells(on_tab(app, text.TABS["places"]), text.MUNICIPALITY)) == 1


def test_another_position_is_called_by_its_own_name_and_counts_otherwise() -> None:
    third = arrive(TRIGGERS, SAMPLE)
    second = arrive(TRIGGERS, SAMPLE | {"regels": "trigger_position.2"})
    assert not second.exception
    assert "tweede of latere trajecten" in finding(second)
    assert "vóór het tweede traject" in words(second)
    assert cells(third, text.PERIOD) != cells(second, text.PERIOD)


def test_a_shorter_window_finds_fewer_talks() -> None:
    whole = arrive(TRIGGERS, SAMPLE)
    short = arrive(TRIGGERS, SAMPLE | {"regels": "evaluation_window_days.90"})
    assert finding(whole) != finding(short)
    assert general.days(90) in words(short)


@pytest.mark.parametrize("tab", list(text.TABS.values())[:-1])
def test_a_small_file_shows_no_small_number(tab: str) -> None:
    app = on_tab(upload(THREE_CLIENTS).switch_page(TRIGGERS).run(), tab)
    assert not app.exception
    assert "te weinig derde trajecten" in finding(app)
    shown = [cell for table in app.table for cell in table.value.to_numpy().ravel().tolist()]
    assert not [cell for cell in shown if str(cell).isdecimal()]


def test_what_the_third_was_is_told_with_shares_and_the_median() -> None:
    app = on_tab(arrive(TRIGGERS, SAMPLE), text.TABS["what"])
    assert not app.exception
    assert "derde trajecten begon binnen" in words(app)
    steps = {row[what.AGAINST_BEFORE]: row for row in cells(app, what.AGAINST_BEFORE)}
    assert steps["zwaarder dan ervoor"][what.PART].endswith("%")
    assert [row[what.TIME_BETWEEN] for row in cells(app, what.TIME_BETWEEN)] == list(
        what.PAUSE_LABELS.values()
    )


def test_a_table_of_one_row_is_a_sentence() -> None:
    address = SAMPLE | {"periode": "2020_2024", "verwijzer": "huisarts"}
    app = on_tab(arrive(TRIGGERS, address), text.TABS["what"])
    assert not app.exception
    assert what.left_out(what.SAME_PROVIDER) in words(app)
    assert not [table for table in app.table if len(table.value) == 1]


def test_the_number_of_all_never_tells_the_one_hidden_pause() -> None:
    pauses = pd.DataFrame(
        {
            "pause": [*what.PAUSE_LABELS],
            "thirds": pd.array([None, 25, 130], dtype="Int64"),
        }
    )
    assert what.pause_table(pauses)[text.THIRDS].tolist() == [
        general.FEW,
        text.NOT_SHOWN,
        "130",
    ]


def test_rows_exist_only_for_the_own_organisation(monkeypatch: pytest.MonkeyPatch) -> None:
    assert standings.LIST_NOTE not in words(arrive(TRIGGERS, SAMPLE))
    monkeypatch.setenv("TRAJECTZICHT_LEVEL", "eigen")
    app = on_tab(arrive(TRIGGERS, SAMPLE), text.TABS["worklist"])
    assert not app.exception
    (work,) = app.dataframe
    assert work.value[text.NUMBER].tolist()[:3] == ["1", "2", "3"]
    assert set(work.value.columns) >= {text.MUNICIPALITY, what.FORM, "Begonnen", "Dagen hulp"}
    assert not [name for name in work.value.columns if "pseudo" in name.casefold()]


QUARTERS = pd.DataFrame(
    {
        "quarter": [8088, 8088, 8089, 8089],
        "status": ["evaluated", "not_evaluated"] * 2,
        "thirds": pd.array([15, 30, None, 20], dtype="Int64"),
    }
)


def test_a_hidden_part_asks_for_longer_periods_and_says_nothing_itself() -> None:
    assert text.is_hidden(QUARTERS)
    assert "te weinig derde trajecten" in text.finding(text.readable(QUARTERS), None, Rules())
    rows = text.readable(QUARTERS.assign(thirds=QUARTERS["thirds"].fillna(30)))
    assert rows["share_label"].tolist() == ["33%", "", "60%", ""]
    assert text.finding(rows, None, Rules()) == (
        "Van 2022 kw 1 t/m 2022 kw 2 begonnen 95 derde of latere trajecten; "
        "bij 47% was er vooraf een evaluatiegesprek."
    )


def test_where_parts_stay_hidden_one_bar_holds_the_whole_alone() -> None:
    whole = pd.DataFrame({"first_quarter": [8088], "status": ["together"], "thirds": [35]})
    rows = text.readable(whole.astype({"thirds": "Int64"}))
    assert text.finding(rows, None, Rules()).startswith("In de hele periode begonnen 35 derde")
    assert "%" not in text.finding(rows, None, Rules())
    assert rows["direct_label"].tolist() == [text.STATUS_LABELS["together"]]
    assert text.period_table(rows).iloc[0].tolist()[1:] == ["35"]


def test_a_referrer_shows_no_period_of_which_a_part_is_hidden() -> None:
    address = SAMPLE | {"periode": "2020_2024", "verwijzer": "huisarts"}
    app = arrive(TRIGGERS, address)
    shown = cells(app, text.PERIOD)
    assert shown
    assert general.FEW not in str(shown)
    assert "ten minste" not in finding(app)


def test_what_nobody_knows_is_never_called_not_evaluated() -> None:
    unknown = QUARTERS[QUARTERS["status"] == "not_evaluated"].assign(status="unknown")
    sentence = text.finding(text.readable(unknown), None, Rules())
    assert "geen gesprekken aangeleverd" in sentence
    assert "zonder gesprek" not in sentence
    assert text.talk_note(Rules(), has_evaluations=False) == text.NO_TALKS


def test_the_chart_holds_the_published_rows_and_dutch_titles() -> None:
    drawn = chart_thirds(text.readable(QUARTERS), text.chart_title(Rules())).to_dict()
    assert drawn["title"] == text.chart_title(Rules())
    assert text.AXIS in json.dumps(drawn)
    (data,) = drawn["datasets"].values()
    assert [row["thirds"] for row in data] == [15, 30, None, 20]


def test_forms_stand_in_ladder_order_and_the_rare_last() -> None:
    forms = pd.DataFrame(
        {
            "care_form": [what.OTHER, "Residentieel verblijf", "Wijkteam"],
            "thirds": pd.array([10, 20, 70], dtype="Int64"),
        }
    )
    rows = what.form_rows(forms)
    ladder = (("Residentieel verblijf", 7), ("Wijkteam", 1))
    drawn = chart_forms(rows, ladder).to_dict()
    order = drawn["layer"][0]["encoding"]["y"]["sort"]
    assert order == ["Wijkteam", "Residentieel verblijf", what.OTHER]
    assert rows["words"].tolist() == ["10 (10%)", "20 (20%)", "70 (70%)"]
