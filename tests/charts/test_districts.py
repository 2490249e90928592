"""Pictures of the page Wijken: the map, the strip of circumstances, margins, and schemes."""

from typing import Any

import pandas as pd
import pytest

from core.charts import theme
from core.charts.district_circumstances import chart_strip
from core.charts.district_expected import chart_bands
from core.charts.district_schemes import chart_schemes
from core.charts.districts import MOST_NAMED, chart_map
from core.text import district_circumstances, district_expected, district_map, district_schemes
from core.text import districts as text

RING = [[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 0.0]]


def use(count: int = 2) -> pd.DataFrame:
    """Give districts of which the last was not published."""
    rows = [
        {
            "region": f"WK{number:02}",
            "name": f"Wijk {number:02} Dorp",
            "youth": 200.0,
            "share": 0.1 if number < count - 1 else None,
            "low": 0.08,
            "high": 0.12,
        }
        for number in range(count)
    ]
    return pd.DataFrame(rows).astype({"share": float})


def drawn_map(count: int = 2) -> dict[str, Any]:
    """Draw the map of some districts, as a dictionary."""
    table = use(count)
    outlines = [
        {
            "type": "Feature",
            "properties": {"region": code},
            "geometry": {"type": "Polygon", "coordinates": [RING]},
        }
        for code in table["region"]
    ]
    middles = dict.fromkeys(table["region"].tolist(), (0.5, 0.5))
    return chart_map(outlines, district_map.map_rows(table), middles).to_dict()


def values_of(spec: dict[str, Any], layer: int) -> list[dict[str, Any]]:
    """Give the data of a layer, which stand once beside all layers."""
    values: list[dict[str, Any]] = spec["datasets"][spec["layer"][layer]["data"]["name"]]
    return values


def test_the_map_is_flat_and_darker_for_more() -> None:
    spec = drawn_map()
    coloured, dashed, names = spec["layer"]
    assert spec["projection"] == {"type": "identity", "reflectY": True}
    assert coloured["encoding"]["color"]["scale"]["range"] == list(theme.AMOUNT)
    assert [one["share"] for one in values_of(spec, 0)] == [0.1]
    assert names["mark"]["type"] == "text"
    assert dashed["mark"]["strokeDash"] == list(theme.HIDDEN_DASH)


def test_what_is_not_published_is_white_and_dashed_and_has_no_share() -> None:
    spec = drawn_map()
    dashed = spec["layer"][1]
    assert dashed["mark"]["fill"] == theme.HIDDEN
    assert [one["margin"] for one in values_of(spec, 1)] == [text.DASH]
    assert "color" not in dashed["encoding"]


def test_names_stand_on_the_map_without_their_number() -> None:
    names = values_of(drawn_map(), 2)
    assert [one["label"] for one in names] == ["Dorp\n10%", "Dorp\nniet\ngepubliceerd"]


def test_many_districts_are_not_named_on_the_map() -> None:
    marks = [layer["mark"]["type"] for layer in drawn_map(MOST_NAMED + 1)["layer"]]
    assert "text" not in marks


@pytest.mark.parametrize("tone", theme.AMOUNT)
def test_dark_ink_reads_on_every_tone_of_the_map(tone: str) -> None:
    assert theme.ink_on(tone) == theme.INK


@pytest.mark.parametrize(
    ("shares", "steps"),
    [
        pytest.param([0.07, 0.15], [0.085, 0.105, 0.125, 0.145], id="two percents a tone"),
        pytest.param([0.10, 0.101], [0.105, 0.115, 0.125, 0.135], id="at least one percent a tone"),
        pytest.param([], [0.005, 0.015, 0.025, 0.035], id="nothing published"),
    ],
)
def test_tones_change_between_whole_percents(shares: list[float], steps: list[float]) -> None:
    rows: dict[str, dict[str, Any]] = {str(share): {"share": share} for share in shares}
    assert district_map.map_steps(rows) == pytest.approx(steps)


def test_the_strip_has_a_panel_for_each_circumstance_on_a_scale_of_its_own() -> None:
    figures = pd.DataFrame(
        [
            {"region": region, "topic": topic, "year": 2024, "value": value}
            for topic, values in (
                ("education_high", (20.0, 40.0, 30.0)),
                ("income_per_person", (28_000.0, None, 30_000.0)),
            )
            for region, value in zip(("a", "b", "gm"), values, strict=True)
        ]
    )
    rows = district_circumstances.strip_rows(figures, {"a": "A", "b": "B"}, "gm")
    panel = district_circumstances.PANEL
    assert rows["x"].tolist() == pytest.approx([0, panel, 1])
    assert rows["usual"].tolist() == pytest.approx([panel / 2, panel / 2, 1 + panel])
    assert rows["words"].tolist() == ["20%", "40%", "€ 28.000"]
    assert rows["heading"].iloc[0] == "Hoog opgeleid (2024)\ngemeente: 30%"
    spec = chart_strip(rows).to_dict()
    marks = [layer["mark"]["type"] for layer in spec["layer"]]
    assert marks == ["rule", "rule", "point", "text", "text", "text"]


def expected(verdict: str, low: float, high: float) -> pd.DataFrame:
    """Give one place with its margin from 5% to 15%."""
    row = {"cluster": "a", "youth": 500.0, "expected": 0.1, "low": 0.05, "high": 0.15}
    return pd.DataFrame([row | {"actual_low": low, "actual_high": high, "verdict": verdict}])


@pytest.mark.parametrize(
    ("verdict", "unusual"), [("high", [True]), ("low", [True]), ("within", [False])]
)
def test_only_what_lies_outside_its_margin_has_the_colour_of_a_signal(
    verdict: str, unusual: list[bool]
) -> None:
    rows = district_expected.band_rows(expected(verdict, 0.1, 0.12), {"a": ["Dorp"]})
    assert rows["unusual"].tolist() == unusual
    spec = chart_bands(rows, "as").to_dict()
    colour = spec["layer"][3]["encoding"]["color"]["scale"]
    assert colour == {"domain": [False, True], "range": [theme.INK, theme.SIGNAL]}


def test_the_dot_stands_between_what_was_seen_at_least_and_at_most() -> None:
    rows = district_expected.band_rows(expected("within", 0.10, 0.12), {"a": ["Dorp"]})
    assert rows["at"].tolist() == pytest.approx([0.11])
    assert rows["words"].tolist() == ["10% tot 12%: binnen de marge"]


def test_bars_of_schemes_begin_at_nothing_and_say_their_number() -> None:
    counts = pd.DataFrame({"cluster": ["a", ""], "together": [20, None], "other": [180, 40]})
    whole = counts.astype({"together": "Int64", "other": "Int64"})
    bars = district_schemes.bars_of(whole, {"a": ["Dorp"]})
    assert bars["words"].tolist() == ["10% (20 van 200)"]
    spec = chart_schemes(bars).to_dict()
    assert [layer["mark"]["type"] for layer in spec["layer"]] == ["bar", "text"]
