"""The charts of Het beeld van onze gemeente draw their tables, and mark the own region."""

from itertools import pairwise
from typing import Any

import pandas as pd
import pytest

from core.benchmark.form_parts import TREE
from core.benchmark.spread import measure_spread
from core.benchmark.surroundings import Place
from core.charts import theme
from core.charts.municipality import chart_strip, chart_trend
from core.charts.municipality_forms import chart_forms, chart_seven
from core.charts.municipality_groups import chart_ages, chart_flows
from core.tables import TREND_BREAKS
from core.text import municipality_flow as flow
from core.text import municipality_forms as forms
from core.text import municipality_marks as marks
from core.text import municipality_seven as seven

PLACES = [
    Place("GM01", "Eigen", "own"),
    Place("JZ01", "Regio", "region"),
    Place("NL01", "Land", "country"),
]
BREAKS = pd.DataFrame(
    [("t", 2021, "more_providers"), ("t", 2022, "residence")], columns=list(TREND_BREAKS)
)


def now(own: float, region: float, country: float) -> pd.DataFrame:
    return pd.DataFrame(
        {"region": [place.region for place in PLACES], "share": [own, region, country]}
    )


def among(number: int = 40) -> pd.DataFrame:
    codes = [f"GM{place:02}" for place in range(number)]
    return pd.DataFrame(
        {"region": codes, "share": [0.05 + place / 1000 for place in range(number)]}
    )


def rows_of(chart: dict[str, Any], layer: int) -> list[dict[str, Any]]:
    data = chart["layer"][layer].get("data", chart.get("data"))
    return chart["datasets"][data["name"]]


def strip() -> dict[str, Any]:
    dots = marks.strip_dots(among(), "GM01", ["GM02", "GM03"])
    lines = marks.strip_marks(now(0.051, 0.06, 0.07), PLACES, dots)
    band = marks.strip_band(measure_spread(among()["share"]), "municipality")
    return chart_strip(dots, lines, band, "Aandeel").to_dict()


def test_every_region_is_a_dot_and_only_the_own_one_is_large_and_named() -> None:
    chart = strip()
    dots = rows_of(chart, 3)
    assert len(dots) == 40
    assert [dot["region"] for dot in dots if dot["group"] == "own"] == ["GM01"]
    assert sorted(dot["region"] for dot in dots if dot["group"] == "near") == ["GM02", "GM03"]
    size = chart["layer"][3]["encoding"]["size"]
    assert size["condition"][0]["value"] > size["condition"][1]["value"] > size["value"]
    tooltip = chart["layer"][3]["encoding"]["tooltip"]
    assert tooltip["field"] == "words"


def test_the_own_dot_is_seen_without_colour_too() -> None:
    ring = strip()["layer"][4]
    assert ring["mark"]["stroke"] == theme.INK
    assert len(rows_of(strip(), 4)) == 1


@pytest.mark.parametrize(
    "shares",
    [
        (0.051, 0.06, 0.065),
        (0.065, 0.051, 0.06),
        (0.06, 0.065, 0.051),
        (0.06, 0.07, 0.088),
        (0.01, 0.02, 0.05),
        (0.02, 0.03, 0.088),
    ],
)
def test_no_label_stands_on_the_line_of_another(shares: tuple[float, float, float]) -> None:
    dots = marks.strip_dots(among(), "GM01", [])
    rows = marks.strip_marks(now(*shares), PLACES, dots).to_dict("records")
    assert [row["share"] for row in rows] == sorted(shares)
    assert len({row["top"] for row in rows}) == 3
    for row in rows:
        taller = [other for other in rows if other["top"] > row["top"]]
        crossed = [
            other
            for other in taller
            if (other["share"] > row["share"]) == (row["side"] == "right")
            and abs(other["share"] - row["share"]) < 0.03
        ]
        assert not crossed


def test_a_region_without_a_share_has_no_line_and_few_regions_no_band() -> None:
    dots = marks.strip_dots(among(), "GM01", [])
    unknown = now(0.05, float("nan"), 0.06)
    assert marks.strip_marks(unknown, PLACES, dots)["role"].tolist() == ["own", "country"]
    assert marks.strip_band(None, "municipality").empty


def shares(years: range) -> pd.DataFrame:
    return pd.DataFrame(
        [
            {
                "region": place.region,
                "year": year,
                "share": 0.1 + number / 100,
                "low": 0.09,
                "high": 0.13,
                "era": int(year >= 2021),
                "status": "provisional" if year == 2024 else "definitive",
            }
            for number, place in enumerate(PLACES)
            for year in years
        ]
    )


def trend(years: range = range(2018, 2025)) -> dict[str, Any]:
    points = marks.trend_points(shares(years), PLACES)
    gaps = marks.trend_gaps(points, BREAKS)
    return chart_trend(points, marks.trend_ends(points), gaps, "Aandeel").to_dict()


def test_a_line_stops_at_the_break_and_only_there() -> None:
    chart = trend()
    stretches, lines = rows_of(chart, 0), rows_of(chart, 1)
    assert [(gap["before"], gap["after"]) for gap in stretches] == [(2020, 2021)]
    assert [gap["after"] for gap in lines] == [2022]
    details = [part["field"] for part in chart["layer"][4]["encoding"]["detail"]]
    assert details == ["region", "era"]


def test_a_break_outside_the_years_is_not_drawn() -> None:
    points = marks.trend_points(shares(range(2022, 2025)), PLACES)
    assert marks.trend_gaps(points, BREAKS).empty


def test_a_provisional_point_is_open() -> None:
    chart = trend()
    fill = chart["layer"][5]["encoding"]["fill"]
    assert fill["condition"] == {"test": "datum.told", "value": theme.PAPER}
    assert {point["year"] for point in rows_of(chart, 5) if point["told"]} == {2024}


def test_labels_at_the_end_of_lines_stand_apart() -> None:
    points = marks.trend_points(shares(range(2021, 2025)).assign(share=0.1), PLACES)
    at = marks.trend_ends(points)["at"].tolist()
    assert min(later - former for former, later in pairwise(at)) > 0.009


def form_table(part: float) -> pd.DataFrame:
    names = [form for form, _ in TREE]
    parts = [part if name != "secure" else None for name in names]
    table = pd.DataFrame({"form": names, "number": 50.0, "part": pd.Series(parts, dtype="float64")})
    return table.assign(number=table["number"].where(table["part"].notna()))


def test_forms_have_the_colour_of_their_rung_and_stand_in_one_order() -> None:
    rows = forms.bars_of([form_table(part) for part in (0.5, 0.4, 0.3)], PLACES)
    chart = chart_forms(rows).to_dict()
    bars = {row["form"]: row for row in rows_of(chart, 0)}
    assert bars["local_team"]["fill"] == theme.level_colour(1)
    assert bars["stay"]["fill"] == theme.SAME
    assert bars["secure"]["words"] == "onbekend"
    order = chart["layer"][0]["encoding"]["y"]["sort"]
    assert [label.strip("\u2060\u00a0") for label in order] == list(forms.FORM_NAMES.values())


def test_of_the_seven_forms_a_hidden_number_has_no_bar() -> None:
    published = pd.DataFrame(
        {
            "form": ["ggz", "home", "other"],
            "trajectories": pd.array([50, pd.NA, 30], dtype="Int64"),
            "clients": pd.array([40, pd.NA, 30], dtype="Int64"),
        }
    )
    rows = seven.rows_of(published)
    drawn = {row["form"]: row for row in rows_of(chart_seven(rows).to_dict(), 0)}
    assert drawn["home"]["words"] == "<10"
    assert all(row["share"] is None for row in drawn.values())
    whole = seven.rows_of(published.fillna({"trajectories": 50, "clients": 50}))
    assert whole.dropna(subset=["share"]).set_index("form")["share"].to_dict() == {
        "home": 0.5,
        "ggz": 0.5,
    }


def test_an_age_stands_on_its_margin() -> None:
    rows = pd.DataFrame(
        {
            "label": ["tot 4 jaar"],
            "share": [0.03],
            "low": [0.02],
            "high": [0.04],
            "region": [0.03],
            "country": [0.05],
            "words": ["3,0%"],
            "beyond": [0.05],
        }
    )
    chart = chart_ages(rows).to_dict()
    rule = chart["layer"][2]["encoding"]
    assert (rule["x"]["field"], rule["x2"]["field"]) == ("low", "high")
    assert chart["layer"][3]["encoding"]["x"]["scale"]["domain"][0] == 0


def test_between_eras_stands_an_empty_place_with_a_word() -> None:
    flows = pd.DataFrame(
        {
            "year": [2020, 2021],
            "started": [10.0, 20.0],
            "ended": [15.0, None],
            "in_force": [30.0, 40.0],
            "status": ["definitive", "provisional"],
            "era": [0, 1],
        }
    )
    bars = flow.bars_of(flows)
    assert bars["label"].unique().tolist() == ["2020", flow.BREAK, f"2021\n{flow.MARK}"]
    assert bars[bars["label"] == flow.BREAK]["number"].isna().all()
    chart = chart_flows(bars).to_dict()
    assert rows_of(chart, 0)[-1]["words"] == "onbekend"
    assert chart["layer"][0]["encoding"]["y"]["scale"]["zero"]
