"""The charts of Vergelijken draw their tables, stop at breaks and mark what is our own."""

from typing import Any

import pandas as pd

from core.benchmark.decomposition import steps_of
from core.benchmark.funnel import Funnel, draw_limits, place_regions
from core.charts import theme
from core.charts.funnel import chart_funnel
from core.charts.likeness import chart_likeness
from core.charts.spending import chart_budget, chart_index
from core.charts.waterfall import chart_waterfall
from core.text import budget, decomposition, funnel, peer_group, spending

Spec = dict[str, Any]


def layers(spec: Spec, mark: str) -> list[Spec]:
    return [layer for layer in spec["layer"] if layer["mark"]["type"] == mark]


def rows_of(spec: Spec, layer: Spec) -> list[Spec]:
    data: Spec = layer.get("data") or spec["data"]
    return spec["datasets"][data["name"]]


LINES = pd.DataFrame(
    {
        "series": ["own", "own", "group", "country"],
        "year": [2016, 2017, 2017, 2017],
        "segment": [0, 1, 1, 1],
        "index": [101.0, 120.0, 118.0, None],
    }
)
SPREAD = pd.DataFrame(
    {"year": [2016, 2017], "low": [95.0, 110.0], "high": [110.0, 130.0], "segment": [0, 1]}
)
MARKS = pd.DataFrame({"year": [2017], "words": ["andere\ntaakvelden"]})


def test_a_line_is_parted_where_counting_changed_and_says_why() -> None:
    spec = chart_index(LINES, SPREAD, MARKS, spending.names_of("Aldervoorde")).to_dict()
    lines = layers(spec, "line")
    assert all(line["encoding"]["detail"]["field"] == "segment" for line in lines)
    rule = rows_of(spec, layers(spec, "rule")[0])[0]
    assert (rule["at"], rule["words"]) == (2016.5, "andere\ntaakvelden")
    assert spec["layer"][2]["encoding"]["y"]["scale"]["domain"][0] == 0


def test_our_own_line_lies_on_top_and_every_line_is_named() -> None:
    spec = chart_index(LINES, SPREAD, MARKS, spending.names_of("Aldervoorde")).to_dict()
    assert layers(spec, "line")[-1]["mark"]["color"] == theme.OWN
    names = {row["name"] for row in rows_of(spec, layers(spec, "text")[-1])}
    assert names == {"Aldervoorde", spending.GROUP_NAME}  # the country has no figure


def test_a_year_alone_between_breaks_keeps_its_middle_half() -> None:
    spec = chart_index(LINES, SPREAD, MARKS, spending.names_of("A")).to_dict()
    assert [row["year"] for row in rows_of(spec, layers(spec, "bar")[0])] == [2016, 2017]


def test_budget_is_a_line_over_the_bar_of_spending() -> None:
    rows = pd.DataFrame(
        {"year": [2023, 2024], "budget": [1e6, 2e6], "spending": [3e6, None], "over": [2.0, None]}
    )
    spec = chart_budget(budget.bars_of_years(rows)).to_dict()
    assert layers(spec, "bar")[0]["encoding"]["y"]["field"] == "spending_millions"
    assert layers(spec, "tick")[0]["encoding"]["y"]["field"] == "budget_millions"
    assert {layer["encoding"]["text"]["value"] for layer in layers(spec, "text")} == {
        budget.BUDGET,
        budget.SPENT,
    }


def test_a_waterfall_goes_step_by_step_from_one_amount_to_the_other() -> None:
    steps = steps_of({"use": 50_000, "price": -20_000}, 100_000)
    bars = decomposition.bars_of(steps, ("2022", "2024"))
    spec = chart_waterfall(bars, decomposition.axis_of(steps)).to_dict()
    drawn = rows_of(spec, layers(spec, "bar")[0])
    assert [(row["name"], row["low"], row["high"]) for row in drawn] == [
        ("2022", 0, 1000),
        ("Deel met jeugdzorg", 1000, 1500),
        ("Euro per traject", 1300, 1500),
        ("2024", 0, 1300),
    ]
    assert [row["words"] for row in drawn] == ["€ 1.000", "+€ 500", "-€ 200", "€ 1.300"]


def test_the_funnel_names_us_and_hides_who_is_no_peer() -> None:
    counted = pd.DataFrame(
        {"region": ["A", "B", "C"], "part": [30.0, 90.0, 10.0], "whole": [200.0, 800.0, 90.0]}
    )
    fitted = Funnel(0.12, 2.0, 300)
    dots = funnel.dots_of(place_regions(counted, fitted), {"A": "Aa", "B": "Bee"}, "A", ["B"])
    spec = chart_funnel(dots, draw_limits(fitted, 90, 800), "help").to_dict()
    points = [rows_of(spec, layer) for layer in layers(spec, "point")]
    assert [[row["name"] for row in rows] for rows in points] == [
        ["een andere gemeente"],
        ["Bee"],
        ["Aa"],
    ]
    assert layers(spec, "point")[-1]["mark"]["color"] == theme.OWN
    assert "region" not in layers(spec, "point")[0]["encoding"]["tooltip"][0]["field"]
    assert {layer["mark"]["type"] for layer in spec["layer"]} >= {"area", "line"}


def test_likeness_has_a_row_for_each_characteristic_and_us_in_the_middle() -> None:
    apart = pd.DataFrame({"region": ["B"], "characteristic": ["youth"], "difference": [0.4]})
    who = pd.DataFrame({"name": ["Bee"], "youth": [20.0]}, index=["B"])
    likeness = pd.DataFrame({"characteristic": ["youth"], "own": [19.0]})
    dots, own = peer_group.dots_of(apart, who), peer_group.own_words(likeness)
    spec = chart_likeness(dots, own).to_dict()
    assert rows_of(spec, layers(spec, "point")[0])[0]["words"] == "20,0%"
    assert rows_of(spec, layers(spec, "tick")[0])[0]["difference"] == 0
    assert rows_of(spec, layers(spec, "text")[0])[0]["words"] == "Wij: 19,0%"
