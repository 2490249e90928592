"""Charts about time: what they draw, and that what is hidden is not in them."""

import pandas as pd

from core.charts.durations import chart_durations
from core.charts.renewed import chart_renewed
from core.charts.stock import chart_stock
from core.charts.waiting import chart_waiting
from core.disclosure import Shape, protect
from core.text import durations, renewed, stock, waiting
from core.timing.curves import measure_curves
from tests.conftest import rules_of
from tests.text.test_stock import published

CURVES = Shape(counts=["at_risk", "shown"], persons="at_risk", values=["incidence"])


def curves() -> pd.DataFrame:
    """Publish curves of forty persons after the first, and nine after the second."""
    first = [(position, day, "next", 1) for position in (1,) for day in (0, 40, 400)]
    rows = [(1, day, "next", 10) for _, day, *_ in first] + [(1, 900, "", 10), (2, 30, "next", 9)]
    counted = pd.DataFrame(rows, columns=["position", "day", "cause", "number"])
    return protect(measure_curves(counted, 10), "tafel", CURVES)


def test_curves_are_steps_with_their_names_and_numbers_at_risk() -> None:
    lines, at_risk = waiting.lines_of(curves()), waiting.at_risk_of(curves())
    drawn = chart_waiting(lines, at_risk, (184, "pauze")).to_dict()
    marks = [layer["mark"]["type"] for layer in drawn["layer"]]
    assert {"line", "text", "rule"} == set(marks)
    steps = [layer["mark"] for layer in drawn["layer"] if layer["mark"]["type"] == "line"]
    assert {mark["interpolate"] for mark in steps} == {"step-after"}
    dashes = {tuple(mark["strokeDash"]) for mark in steps}
    assert len(dashes) == len(steps)


def test_a_curve_of_too_few_is_not_drawn() -> None:
    assert set(waiting.lines_of(curves())["position"]) == {1}
    assert waiting.at_risk_of(curves()).query("position == 2")["words"].tolist() == ["<10"]


def test_a_curve_is_read_by_month() -> None:
    lines = waiting.lines_of(curves()).set_index("month")["share"]
    assert [lines[month] for month in (0, 1, 2, 13, 14)] == [0.25, 0.25, 0.5, 0.5, 0.75]


def test_durations_stand_light_to_heavy_and_leave_out_what_is_hidden() -> None:
    counted = pd.DataFrame(
        {
            "care_form": ["heavy", "light", "rare"],
            "trajectories": [40, 40, 4],
            "clients": [40, 40, 4],
            "running": [12, 12, 1],
            "silent": [0, 0, 0],
            "quarter_days": [30.0, 30.0, 30.0],
            "median_days": [90.0, 60.0, 40.0],
            "three_quarter_days": [None, 120.0, 50.0],
        }
    )
    values = ["quarter_days", "median_days", "three_quarter_days"]
    shape = Shape(counts=["trajectories", "running", "silent"], values=values)
    table = protect(counted, "tafel", shape)
    rows = durations.rows_of(table, ["light", "heavy", "rare"])
    assert rows["label"].tolist() == ["light", "heavy"]
    drawn = chart_durations(rows, (("light", 2), ("heavy", 7))).to_dict()
    assert drawn["layer"][0]["encoding"]["x"]["title"] == durations.AXIS
    written = durations.table_of(table, ["light", "heavy", "rare"])
    assert written[durations.MEDIAN].tolist() == ["2,0 mnd", "3,0 mnd", durations.NOT_SHOWN]
    assert written[durations.THREE_QUARTERS].tolist()[1] == durations.NOT_REACHED


def test_stock_is_a_waterfall_on_a_column() -> None:
    table = stock.balanced(published(100, [(20, 30), (40, 10)], "tafel"))
    drawn = chart_stock(stock.bars_of(table, 3, rules_of()), "clients").to_dict()
    assert drawn["layer"][0]["encoding"]["y"]["title"] == stock.AXIS["clients"]
    assert drawn["layer"][1]["encoding"]["y2"] == {"field": "high"}


def test_repeated_use_has_a_bar_a_year_under_each_heading() -> None:
    use = {"new": (60, 50), "renewed": (40, 30), "continued": (12, 12)}
    back = pd.DataFrame(
        [
            {"year": 2023, "depth": 2, "use": name, "starts": starts, "clients": clients}
            for name, (starts, clients) in use.items()
        ]
    )
    forward = pd.DataFrame(
        {"year": 2022, "returned": ["yes", "no"], "clients": [25, 75], "whole": [100, 100]}
    )
    bars = renewed.bars_of(back, {12: forward}, rules_of(), rules_of().as_of)
    assert bars["words"].tolist() == ["", "38% van 80", "", "25% van 100"]
    drawn = chart_renewed(bars).to_dict()
    assert drawn["layer"][1]["encoding"]["x"]["title"] == renewed.AXIS
