"""The charts of Verwacht en werkelijk draw their tables, and mark what is the reader's own."""

from typing import Any

import pandas as pd

from core.charts import theme
from core.charts.expected import chart_bars, chart_calibration, chart_contributions, chart_kinds
from core.text import expected_bars as text
from core.text import expected_card as card
from core.text import expected_contributions as adds
from core.text import expected_kinds as kinds

ROW = pd.Series(
    {"expected": 0.1, "actual": 0.11, "low": 0.08, "high": 0.12, "difference": 0.01, "members": 1}
)
BARS = pd.DataFrame(
    {
        "bar": range(1, 21),
        "mean": [place / 1_000 for place in range(-10, 10)],
        "lowest": [place / 1_000 - 0.0004 for place in range(-10, 10)],
        "highest": [place / 1_000 + 0.0004 for place in range(-10, 10)],
        "regions": 16,
    }
)


def drawn(own: int | None) -> dict[str, Any]:
    mark = text.own_mark("Aldervoorde", ROW, own or 0)
    rows = text.bar_rows(BARS, own, 0.1)
    return chart_bars(rows, mark if own else mark.head(0), "Elke staaf is 5%").to_dict()


def rows_of(chart: dict[str, Any], layer: int) -> list[dict[str, Any]]:
    return chart["datasets"][chart["layer"][layer]["data"]["name"]]


def test_there_are_twenty_bars_with_their_range_and_number_and_the_own_one_is_marked() -> None:
    chart = drawn(17)
    bars = rows_of(chart, 0)
    assert len(bars) == 20
    assert [row["bar"] for row in bars if row["is_own"]] == [17]
    fields = [one["field"] for one in chart["layer"][0]["encoding"]["tooltip"]]
    assert fields == ["place_words", "mean_words", "range_words", "regions"]
    assert chart["layer"][0]["encoding"]["color"]["condition"][0]["value"] == theme.OWN
    assert "minder dan verwacht" in chart["layer"][0]["encoding"]["y"]["title"]


def test_the_own_interval_and_name_are_drawn_within_the_picture() -> None:
    for own, side in ((1, "left"), (10, "center"), (20, "right")):
        chart = drawn(own)
        words = chart["layer"][-1]
        assert words["mark"]["align"] == side
        (mark,) = rows_of(chart, -1)
        assert mark["words"] == "Aldervoorde +1,0"
        assert (round(mark["low"], 6), round(mark["high"], 6)) == (-1.0, 3.0)


def test_without_an_own_bar_no_other_is_marked() -> None:
    chart = drawn(None)
    assert not any(row["is_own"] for row in rows_of(chart, 0))
    assert rows_of(chart, -1) == []


def test_kinds_that_may_not_be_compared_say_so_without_a_point() -> None:
    outside = ROW.copy()
    outside["actual"] = 0.13
    rows = kinds.kind_rows(
        [("help", ROW, "within"), ("stay", outside, "above"), ("secure", None, "unknown")]
    )
    chart = chart_kinds(rows).to_dict()
    found = chart["datasets"][chart["data"]["name"]] if "data" in chart else rows_of(chart, 0)
    assert [row["is_outside"] for row in found] == [False, True, False]
    assert found[2]["index"] is None
    assert found[2]["words"] == kinds.NOT_COMPARABLE
    assert chart["layer"][2]["transform"] == [{"filter": "isValid(datum.index)"}]
    assert "transform" not in chart["layer"][3]
    assert chart["layer"][0]["encoding"]["x"]["scale"]["domain"][0] == 0


def test_contributions_are_drawn_from_zero_with_room_for_their_words() -> None:
    contributions = pd.DataFrame(
        {
            "characteristic": ["density", "benefit"],
            "value": [1.0, 2.0],
            "usual": [1.0, 2.0],
            "points": [-0.002, 0.004],
            "start": 0.1,
        }
    )
    chart = chart_contributions(adds.contribution_rows(contributions)).to_dict()
    low, high = chart["layer"][0]["encoding"]["x"]["scale"]["domain"]
    assert low < -0.2
    assert high > 0.4


def test_calibration_shows_the_line_the_margins_and_the_parts() -> None:
    parts = pd.DataFrame(
        {
            "part": [1, 2],
            "members": 30,
            "youth": 1_000.0,
            "expected": [0.08, 0.1],
            "actual": [0.081, 0.099],
            "low": [0.07, 0.09],
            "high": [0.09, 0.11],
        }
    )
    chart = chart_calibration(card.calibration_rows(parts)).to_dict()
    assert len(chart["layer"]) == 3
    assert chart["layer"][2]["encoding"]["y"]["field"] == "actual"
    assert chart["layer"][2]["encoding"]["y"]["title"] == card.ACTUAL_AXIS
