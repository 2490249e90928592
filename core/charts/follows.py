"""Chart of what follows what: care forms as boxes from light to heavy, with arcs between."""

from collections.abc import Mapping, Sequence
from typing import Any, Final, cast

import altair as alt
import pandas as pd

from core.charts import theme
from core.charts.arc_layout import laid_arcs
from core.tables import ELSEWHERE, NOT_FOLLOWED, STILL_OPEN
from core.text import follows as text
from core.text import general

Ladder = Sequence[tuple[str, int]]

UPPER: Final = 190.0
BOX: Final = 62.0
LOWER: Final = 120.0
LANE: Final = 20.0
HEIGHT: Final = UPPER + BOX + LOWER + 3 * LANE + 12
ENDS: Final = (NOT_FOLLOWED, STILL_OPEN)
HALF_BOX: Final = 0.45
LEFT: Final = 1.75
"""Room at the left for what the lanes mean, in boxes."""

LABELLED: Final = 14
"""So many of the largest arcs carry their number."""

ALONG: Final = {
    "x": "(datum.leaves + datum.lands) / 2 - (datum.lands - datum.leaves) / 2 * cos(PI * datum.t)",
    "y": "datum.base - datum.side * datum.rise * datum.room * sin(PI * datum.t)",
}
"""How an arc runs while ``t`` goes from 0 to 1: half an ellipse."""


def chart_follows(
    arcs: pd.DataFrame, boxes: Sequence[Mapping[str, str]], ladder: Ladder, told: tuple[str, str]
) -> alt.LayerChart:
    """Draw the transitions (``with_shares``) between ``boxes`` (``boxes_of``), light at the left.

    The wider an arrow, the more often; ``told`` is the transition that is written out, in the
    colour of a signal. Under each box stands how often chains begin there, and both its ends.
    """
    places = [box["place"] for box in boxes]
    laid = laid_arcs(arcs[arcs["source"].isin(places) & arcs["target"].isin(places)], places)
    rows = _arc_rows(laid, told)
    layers = alt.layer(*_arcs(rows, len(boxes)), *_boxes(boxes, ladder), *_lanes(boxes))
    return cast("alt.LayerChart", layers.properties(height=HEIGHT))


def boxes_of(
    shares: pd.DataFrame, beginnings: pd.DataFrame, places: Sequence[str]
) -> list[dict[str, str]]:
    """Write what stands in and under each box: its name, and how it begins and ends."""
    begun = dict(zip(beginnings["source"], beginnings["chains"], strict=True))
    ends = {
        (row["source"], row["target"]): text.of_hundred(row["share"])
        for row in shares.to_dict("records")
    }
    whole = dict(zip(shares["source"], shares["whole"], strict=True))
    return [
        {
            "place": place,
            "name": text.wrapped(text.place_name(place)),
            "number": text.times(whole.get(place)),
            text.BEGINS: general.count(begun[place]) if place in begun else text.DASH,
            **{text.NAMES[end]: ends.get((place, end), text.DASH) for end in ENDS},
        }
        for place in places
    ]


def _arc_rows(laid: pd.DataFrame, told: tuple[str, str]) -> pd.DataFrame:
    records: list[dict[Any, Any]] = laid.to_dict("records")
    pairs = [(row["source"], row["target"]) for row in records]
    largest = set(laid["transitions"].astype(float).nlargest(LABELLED).index)
    return pd.DataFrame(
        {
            "source": [text.place_name(source) for source, _ in pairs],
            "target": [text.place_name(target) for _, target in pairs],
            "number": [general.count(row["transitions"]) for row in records],
            "share": [text.of_hundred(row["share"]) for row in records],
            "waited": [text.waiting(row) for row in records],
            "overlapped": [text.overlap(row) for row in records],
            "described": [text.sentence(row) for row in records],
            "label": [
                general.count(row["transitions"]) if place in largest else ""
                for place, row in zip(laid.index, records, strict=True)
            ],
            "colour": [theme.SIGNAL if pair == told else theme.SAME for pair in pairs],
            "above": [int(pair == told) for pair in pairs],
            **{name: laid[name].tolist() for name in ("leaves", "lands", "side", "rise", "width")},
            "base": [UPPER if row["side"] > 0 else UPPER + BOX for row in records],
            "room": [(UPPER if row["side"] > 0 else LOWER) - 16 for row in records],
        }
    ).sort_values("above", kind="stable")


def _arcs(rows: pd.DataFrame, boxes: int) -> list[alt.Chart]:
    pointed = alt.selection_point(
        name="transition", fields=["source", "target"], on="pointerover", clear="pointerout"
    )
    curves = alt.Chart(rows).transform_calculate(t="sequence(0, 1.0001, 0.04)")
    curves = curves.transform_flatten(["t"])
    for name, formula in ALONG.items():
        curves = curves.transform_calculate(**{name: formula})
    lines = (
        curves.mark_line(strokeCap="butt")
        .encode(
            x=_x("x:Q", boxes),
            y=_y("y:Q"),
            order="t:Q",
            detail=["source:N", "target:N"],
            strokeWidth=alt.StrokeWidth("width:Q", scale=None),
            color=alt.Color("colour:N", scale=None),
            opacity=alt.when(pointed).then(alt.value(0.8)).otherwise(alt.value(0.25)),
            description="described:N",
            tooltip=[
                alt.Tooltip("source:N", title=text.FROM),
                alt.Tooltip("target:N", title=text.TO),
                alt.Tooltip("number:N", title=text.TRANSITIONS),
                alt.Tooltip("share:N", title=text.OF_SOURCE),
                alt.Tooltip("waited:N", title=text.WAITED),
                alt.Tooltip("overlapped:N", title=text.SHARED),
            ],
        )
        .add_params(pointed)
    )
    return [lines, *_heads(rows, boxes), *_numbers(rows, boxes)]


def _heads(rows: pd.DataFrame, boxes: int) -> list[alt.Chart]:
    """Point each arrow at its box: downward above the boxes, upward below them."""
    sides = ((rows["side"] > 0, "triangle-down", -4), (rows["side"] < 0, "triangle-up", 4))
    return [
        alt.Chart(rows[side])
        .mark_point(shape=shape, filled=True, opacity=1, size=70, yOffset=offset)
        .encode(x=_x("lands:Q", boxes), y=_y("base:Q"), color=alt.Color("colour:N", scale=None))
        for side, shape, offset in sides
    ]


def _numbers(rows: pd.DataFrame, boxes: int) -> list[alt.Chart]:
    at_top = (
        alt.Chart(rows)
        .transform_calculate(middle="(datum.leaves + datum.lands) / 2")
        .transform_calculate(top="datum.base - datum.side * datum.rise * datum.room")
        .encode(x=_x("middle:Q", boxes), y=_y("top:Q"), text="label:N")
    )
    halo = at_top.mark_text(fontSize=12.5, stroke=theme.PAPER, strokeWidth=4, strokeJoin="round")
    return [halo, at_top.mark_text(fontSize=12.5, fontWeight=600)]


def _boxes(boxes: Sequence[Mapping[str, str]], ladder: Ladder) -> list[alt.Chart]:
    colours = theme.form_colours(ladder) | {ELSEWHERE: theme.OTHER}
    fills = [colours.get(box["place"], theme.UNRANKED_FORM) for box in boxes]
    rows = pd.DataFrame(
        {
            "x": range(len(boxes)),
            "left": [number - HALF_BOX for number in range(len(boxes))],
            "right": [number + HALF_BOX for number in range(len(boxes))],
            "top": UPPER,
            "bottom": UPPER + BOX,
            "name": [box["name"] for box in boxes],
            "number": [box["number"] for box in boxes],
            "colour": fills,
            "ink": [theme.ink_on(fill) for fill in fills],
        }
    )
    base = alt.Chart(rows)
    ink = alt.Color("ink:N", scale=None)
    count = len(boxes)
    rect = base.mark_rect(stroke=theme.LINE, strokeWidth=0.8).encode(
        x=_x("left:Q", count),
        x2="right:Q",
        y=_y("top:Q"),
        y2="bottom:Q",
        color=alt.Color("colour:N", scale=None),
    )
    words = {"x": _x("x:Q", count), "y": _y("top:Q"), "color": ink}
    name = base.mark_text(dy=16, fontSize=12, lineBreak="\n", lineHeight=14).encode(
        text="name:N", **words
    )
    number = base.mark_text(dy=52, fontSize=12, fontWeight=600).encode(text="number:N", **words)
    return [rect, name, number]


def _lanes(boxes: Sequence[Mapping[str, str]]) -> list[alt.Chart]:
    """Write under the boxes how often chains begin there, and how many have which end."""
    heads = (text.BEGINS, *(text.NAMES[end] for end in ENDS))
    below = UPPER + BOX + LOWER
    cells = [
        {"x": float(place), "y": below + LANE * (lane + 0.5), "words": box[head]}
        for lane, head in enumerate(heads)
        for place, box in enumerate(boxes)
    ]
    titles = [
        {"x": -HALF_BOX, "y": below + LANE * (lane + 0.5), "words": words}
        for lane, words in enumerate(text.LANES)
    ]
    sides = [
        {"x": -HALF_BOX, "y": UPPER / 2, "words": text.ABOVE},
        {"x": -HALF_BOX, "y": UPPER + BOX + LOWER / 2, "words": text.BELOW},
    ]
    place = {"x": _x("x:Q", len(boxes)), "y": _y("y:Q"), "text": "words:N"}
    return [
        alt.Chart(pd.DataFrame(cells)).mark_text(fontSize=12.5).encode(**place),
        alt.Chart(pd.DataFrame([*titles, *sides]))
        .mark_text(align="right", dx=-6, fontSize=12.5, color=theme.QUIET, lineBreak="\n")
        .encode(**place),
    ]


def _x(field: str, boxes: int) -> alt.X:
    scale = alt.Scale(domain=[-HALF_BOX - LEFT, boxes - 1 + HALF_BOX + 0.05], nice=False)
    return alt.X(field, axis=None, scale=scale)


def _y(field: str) -> alt.Y:
    scale = alt.Scale(domain=[HEIGHT, 0], nice=False, zero=False)
    return alt.Y(field, axis=None, scale=scale)
