"""What the pictures of networks hold: every arc told, nothing hidden drawn, one place for each."""

from collections.abc import Sequence
from math import hypot

import pandas as pd
import pytest

from core.charts import theme
from core.charts.arc_layout import laid_arcs
from core.charts.follows import boxes_of, chart_follows
from core.charts.handovers import chart_handovers
from core.charts.matrix import chart_matrix
from core.charts.ring_layout import bent, height_of, ring_of
from core.tables import NOT_FOLLOWED, STILL_OPEN
from core.text import follows as text

LADDER = (("light", 2), ("medium", 3), ("heavy", 7))
ORDER = ["light", "medium", "heavy"]
LINES = (
    ("light", "heavy", 30, 0.3),
    ("heavy", "light", 15, 0.5),
    ("light", "light", 10, 0.1),
    ("light", NOT_FOLLOWED, 50, 0.5),
    ("light", STILL_OPEN, 10, 0.1),
    ("heavy", NOT_FOLLOWED, 15, 0.5),
)


def shares_of(lines: Sequence[tuple[str, str, int, float]] = LINES) -> pd.DataFrame:
    table = pd.DataFrame(lines, columns=["source", "target", "transitions", "share"])
    days = dict.fromkeys(("low_gap_days", "median_gap_days", "high_gap_days"), 0.0)
    counts = {"clients": 10, "whole": 100, "arrived": 40, "overlapping": 12, "chains": 30}
    return table.assign(**days, **counts, share_of_target=0.25, median_overlap_days=9.0)


def arcs_of() -> pd.DataFrame:
    return shares_of(LINES[:3])


def rows_of_chart(spec: dict[str, object], column: str) -> list[dict[str, object]]:
    datasets = spec["datasets"]
    assert isinstance(datasets, dict)
    return next(rows for rows in datasets.values() if rows and column in rows[0])


def test_arcs_to_the_right_run_above_and_those_to_the_left_below() -> None:
    laid = laid_arcs(arcs_of(), ORDER)
    assert laid["side"].tolist() == [1, -1, 1]
    assert laid["rise"].tolist() == [1.0, 1.0, pytest.approx(laid["rise"].min())]
    assert laid["width"].tolist() == sorted(laid["width"], reverse=True)


def test_arcs_stay_at_their_box_and_none_share_a_place() -> None:
    everywhere = [(a, b, 10, 0.1) for a in ORDER for b in ORDER]
    laid = laid_arcs(shares_of(everywhere), ORDER)
    where = {place: number for number, place in enumerate(ORDER)}
    for end, port in (("source", "leaves"), ("target", "lands")):
        assert ((laid[port] - laid[end].map(where)).abs() < 0.45).all()
    for side in (1, -1):
        half = laid[laid["side"] == side]
        ports = [*half["leaves"].round(6), *half["lands"].round(6)]
        assert len(set(ports)) == len(ports)


def test_the_transition_that_is_told_has_the_colour_of_a_signal() -> None:
    boxes = boxes_of(shares_of(), pd.DataFrame({"source": ["light"], "chains": [80]}), ORDER)
    spec = chart_follows(arcs_of(), boxes, LADDER, ("light", "heavy")).to_dict()
    rows = rows_of_chart(spec, "described")
    assert {str(row["target"]) for row in rows if row["colour"] == theme.SIGNAL} == {"heavy"}
    assert all("liep eerdere hulp nog door" in str(row["described"]) for row in rows)


def test_under_each_box_stand_its_beginnings_and_both_ends_apart() -> None:
    boxes = boxes_of(shares_of(), pd.DataFrame({"source": ["light"], "chains": [80]}), ORDER)
    light, medium = boxes[0], boxes[1]
    assert [light[text.BEGINS], light["geen vervolg"], light["loopt nog of te recent"]] == [
        *("80", "50", "10")
    ]
    assert medium[text.BEGINS] == text.DASH


def test_boxes_stand_from_light_to_heavy_in_the_colours_of_the_ladder() -> None:
    boxes = boxes_of(shares_of(), pd.DataFrame({"source": [], "chains": []}), ORDER)
    spec = chart_follows(arcs_of(), boxes, LADDER, ("light", "heavy")).to_dict()
    fills = [row["colour"] for row in rows_of_chart(spec, "ink")]
    assert fills == [theme.form_colours(LADDER)[form] for form in ORDER]


def test_the_matrix_has_the_ends_last_and_leaves_out_a_hidden_row() -> None:
    hidden = shares_of()
    hidden["share"] = hidden["share"].mask(hidden["source"] == "heavy")
    spec = chart_matrix(hidden, ORDER).to_dict()
    rows = rows_of_chart(spec, "rank")
    assert {row["source"] for row in rows} == {"light (100)"}
    sort = spec["layer"][0]["encoding"]["x"]["sort"]
    assert sort[-2:] == ["geen vervolg", "loopt nog of te recent"]


@pytest.mark.parametrize("number", [1, 2, 3, 8, 15])
def test_names_beside_the_ring_never_stand_on_one_line(number: int) -> None:
    ring = ring_of([str(place) for place in range(number)])
    for side in (1, -1):
        lines = ring.loc[ring["side"] == side, "y"].sort_values()
        assert (lines.diff().dropna() >= 20).all()
    assert ring["y"].between(0, height_of(number)).all()


def test_there_and_back_are_two_curves_that_stop_before_the_circles() -> None:
    ring = ring_of(["a", "b", "c"])
    arcs = bent(pd.DataFrame({"source": ["a", "b"], "target": ["b", "a"]}), ring)
    there, back = arcs.to_dict("records")
    assert (there["x1"], there["y1"]) != (back["x1"], back["y1"])
    ends = {row["place"]: (row["x"], row["y"]) for row in ring.to_dict("records")}
    assert hypot(there["x2"] - ends["b"][0], there["y2"] - ends["b"][1]) == pytest.approx(20)


def test_handovers_name_providers_and_draw_none_to_oneself() -> None:
    arcs = shares_of([("1", "2", 40, 0.8), ("2", "1", 10, 0.2), ("1", "1", 90, 0.1)])
    names = {"1": "Alfa", "2": "Beta"}
    spec = chart_handovers(arcs, {"1": 1, "2": 1}, names.__getitem__, ("1", "2")).to_dict()
    rows = rows_of_chart(spec, "described")
    assert {(row["source"], row["target"]) for row in rows} == {("Alfa", "Beta"), ("Beta", "Alfa")}
    assert [row["label"] for row in rows if row["colour"] == theme.SIGNAL] == ["80%"]


def test_nothing_to_draw_is_no_error() -> None:
    nothing = shares_of()[:0]
    assert chart_handovers(nothing, {}, str, ("", "")).to_dict()
    assert chart_follows(nothing, [], LADDER, ("", "")).to_dict()


def test_a_time_that_is_left_out_leaves_a_whole_sentence() -> None:
    gaps = dict.fromkeys(("low_gap_days", "high_gap_days", "median_overlap_days"))
    row = shares_of().assign(median_gap_days=30.0, **gaps).to_dict("records")[0]
    assert text.waiting(row) == "In het midden zaten er 30 dagen zonder hulp tussen."
    assert text.overlap(row) == "Bij 12 overgangen liep eerdere hulp nog door."
