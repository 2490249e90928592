"""The words of regie op drie and what its pictures draw: rates, standings, talks, the series."""

import json

import pandas as pd
import pytest

from core.charts.triggers_parts import chart_after, chart_rates, chart_series, chart_standings
from core.text import adherence, after_talks, general, series, standings
from core.text import triggers as text
from core.timing.interruptions import measure_changes, measure_lines
from core.trajectories.rules import EXCEPTIONS, Rules

DASH = "\u2013"

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
    assert "van 85 derde" in adherence.finding(rates, "provider", None, Rules())
    shown = rates[rates["share"].notna()]
    assert "van 90 derde" in adherence.finding(shown, "provider", 90, Rules())
    assert "van 85 derde" in adherence.finding(rates, "provider", 90, Rules())
    drawn = chart_rates(adherence.drawn(rates), 0.5, adherence.RATE).to_dict()
    assert f"60% (46% {DASH} 72%) van 50" in json.dumps(drawn, ensure_ascii=False)


def test_rates_stand_in_the_order_of_the_numbers_in_names() -> None:
    names = {"a": "Aanbieder 10", "b": "Aanbieder 2", "c": "Aanbieder 9"}
    rates = adherence.rates_of(COUNTS, "provider", lambda code: names[code])
    assert rates["label"].tolist() == ["Aanbieder 2", "Aanbieder 9", "Aanbieder 10", adherence.REST]


def test_without_a_rate_a_sentence_says_so() -> None:
    hidden = adherence.rates_of(
        COUNTS.assign(thirds=COUNTS["thirds"].mask(COUNTS["thirds"] > 0)), "provider", str
    )
    assert adherence.finding(hidden, "provider", None, Rules()) == adherence.NO_RATE


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
    assert "te weinig jeugdigen (minder dan 10)" in standings.finding(counts)
    assert standings.TITLE in json.dumps(chart_standings(standings.bars(counts)).to_dict())


def test_open_talks_are_counted_beside_all_chains_of_now() -> None:
    counts = pd.DataFrame({"standing": ["attention", "not_yet"], "chains": [15, 40]})
    assert standings.finding(counts).startswith("Bij 15 van de 55 reeksen van nu")


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


def test_when_everything_is_hidden_nothing_is_drawn() -> None:
    none = pd.array([None, None], dtype="Int64")
    standing = pd.DataFrame({"standing": ["attention", "not_yet"], "chains": none})
    assert standings.bars(standing).empty
    talks = pd.DataFrame({"conclusion": ["stop"] * 2, "outcome": ["nothing", "up"], "talks": none})
    assert after_talks.together(talks).empty
    assert after_talks.together(talks.iloc[:0]).empty


def test_a_change_is_told_with_its_bounds_and_drawn_with_the_line_from_before() -> None:
    values = [10.0, 12, 11, 13, 12, 14, 13, 15, 5, 4, 6, 5]
    counts = pd.DataFrame({"quarter": range(8088, 8100), "thirds": values, "starts": [100] * 12})
    number = series.values_of(counts, "number")
    changes = measure_changes(number, 8096)
    told = series.finding(changes, "number", 8096, Rules())
    assert "Vanaf 2024 kw 1" in told
    assert "lager dan de lijn van ervoor; daarna" in told
    assert "sprong tussen −" in series.bounds(changes)  # noqa: RUF001 - a minus
    unsure = series.finding(changes.assign(low=-1.0, high=1.0), "number", 8096, Rules())
    assert "niet zeker hoger of lager" in unsure
    assert "daarna is niet zeker" in unsure
    lines = series.lines_of(measure_lines(number, 8096), 8096)
    drawn = json.dumps(chart_series(lines, "Aantal").to_dict())
    assert "strokeDash" in drawn
    assert series.table(lines)[series.OTHERWISE].tolist()[0] == DASH
    assert series.values_of(counts, "share")["value"].tolist() == pytest.approx(values)


def test_a_shorter_look_back_is_said() -> None:
    assert "Hier is dat 12 maanden en niet 24" in series.note(Rules(), 12)
    assert "Hier is dat" not in series.note(Rules(), 24)


def test_too_short_a_series_says_what_would_do() -> None:
    assert "0 en 10" in series.too_short(0, 10, [], Rules())
    assert "2023 kw 1 t/m 2023 kw 3" in series.too_short(3, 11, [8092, 8094], Rules())
