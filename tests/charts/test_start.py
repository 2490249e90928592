"""The charts of the start page: what they encode, and how a hidden number looks."""

import pandas as pd

from core.charts.start import chart_basics, chart_youth
from core.text import start as text


def test_a_hidden_count_has_no_bar_and_says_so() -> None:
    table = pd.DataFrame(
        {
            "label": ["2023", "2023"],
            "measure": ["Jeugdigen", "Trajecten"],
            "number": pd.array([pd.NA, 15], dtype="Int64"),
            "count": ["<10", "15"],
        }
    )
    drawn = chart_basics(table).to_dict()
    bars, words = drawn["layer"]
    assert bars["encoding"]["y"] == {
        "field": "number",
        "title": text.COUNT_AXIS,
        "type": "quantitative",
    }
    assert bars["encoding"]["xOffset"]["sort"] == ["Jeugdigen", "Trajecten"]
    assert words["encoding"]["text"]["field"] == "count"
    assert next(iter(drawn["datasets"].values()))[0]["number"] is None


def test_municipalities_stand_in_order_of_name_round_the_whole() -> None:
    table = pd.DataFrame({"name": ["A", "B"], "share": [0.1, None], "label": ["10,0%", "<10"]})
    dots, words, whole = chart_youth(table, 0.09).to_dict()["layer"]
    rule, name = whole["layer"]
    assert dots["encoding"]["y"]["sort"] is None
    assert dots["encoding"]["x"]["title"] == text.YOUTH_AXIS
    assert words["encoding"]["text"]["field"] == "label"
    assert rule["encoding"]["x"]["field"] == "share"
    assert name["encoding"]["text"]["field"] == "name"
