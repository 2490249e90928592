"""Charts of chains: the flow from first to fourth trajectory, and how long chains become."""

from collections.abc import Sequence
from typing import Final, cast

import altair as alt
import pandas as pd

from core.charts import theme
from core.charts.flow_layout import HEIGHT, SLOT, Node, laid_out, ribbons
from core.text import chains as text
from core.text import general

LANE: Final = 0.66
"""The part of a column that is kept for node and label, so that no ribbon runs under a word, and no
number over one where the picture is small: on paper it is less wide than on a screen."""

BAR: Final = 0.025
HEAD: Final = 22
LENGTH_COLOURS: Final = ("#e9edf2", "#c2cad4", "#95a1af", "#667485", "#3d4957", "#1b2430")

Ladder = Sequence[tuple[str, int]]


def chart_flow(flows: pd.DataFrame, ladder: Ladder) -> alt.LayerChart:
    """Draw the streams (``FLOWS``, published): columns 1 to 4, heavy on top, ends at the bottom.

    A stream that is pointed at stands out. What was left out is not drawn, and a node of which a
    part was left out has no number.
    """
    nodes = laid_out(flows, dict(ladder))
    streams = ribbons(flows, nodes)
    layers = alt.layer(_ribbons(streams, ladder), *_nodes(nodes, ladder), _heads(nodes))
    return cast("alt.LayerChart", layers.properties(height=HEIGHT + HEAD))


ALONG: Final = {
    "ease": "datum.t * datum.t * (3 - 2 * datum.t)",
    "x": f"datum.column + {LANE} + datum.t * {1 - LANE}",
    "upper": "datum.leaves + (datum.arrives - datum.leaves) * datum.ease",
    "lower": "datum.upper + datum.thickness",
}
"""How a ribbon runs while ``t`` goes from 0 to 1: level where it leaves and where it arrives."""


def _ribbons(streams: pd.DataFrame, ladder: Ladder) -> alt.Chart:
    pointed = alt.selection_point(
        name="stream", fields=["column", "source", "target"], on="pointerover", clear="pointerout"
    )
    chart = alt.Chart(_stream_rows(streams, ladder))
    chart = chart.transform_calculate(t="sequence(0, 1.0001, 0.05)").transform_flatten(["t"])
    for name, formula in ALONG.items():
        chart = chart.transform_calculate(**{name: formula})
    return (
        chart.mark_area(stroke=theme.LINE, strokeWidth=0.4, strokeOpacity=0.6)
        .encode(
            x=_x("x:Q"),
            y=_y("upper:Q"),
            y2="lower:Q",
            detail=["column:N", "source:N", "target:N"],
            color=alt.Color("colour:N", scale=None),
            opacity=alt.when(pointed).then(alt.value(0.75)).otherwise(alt.value(0.15)),
            description="described:N",
            tooltip=[
                alt.Tooltip("source:N", title=text.FROM),
                alt.Tooltip("target:N", title=text.TO),
                alt.Tooltip("chains:N", title=text.CHAINS),
            ],
        )
        .add_params(pointed)
    )


def _stream_rows(streams: pd.DataFrame, ladder: Ladder) -> pd.DataFrame:
    """Write each stream as it is drawn and told."""
    colours = theme.form_colours(ladder)
    kinds = zip(streams["source_kind"], streams["source"], strict=True)
    rows = pd.DataFrame(
        {
            "column": streams["column"].astype(int),
            "source": list(map(text.place_name, streams["source_kind"], streams["source"])),
            "target": list(map(text.place_name, streams["target_kind"], streams["target"])),
            "chains": [general.count(number) for number in streams["chains"]],
            "colour": [_colour(kind, form, colours) for kind, form in kinds],
        }
    )
    told = list(map(text.described, rows["column"], rows["source"], rows["target"], rows["chains"]))
    return rows.assign(
        described=told,
        leaves=streams["leaves"],
        arrives=streams["arrives"],
        thickness=streams["thickness"],
    )


def _nodes(nodes: Sequence[Node], ladder: Ladder) -> list[alt.Chart]:
    """Draw each node as a bar with its label and number in a lane of its own colour, but paler."""
    colours = theme.form_colours(ladder)
    rows = pd.DataFrame(
        {
            "left": [node.place[0] for node in nodes],
            "bar": [node.place[0] + BAR for node in nodes],
            "right": [node.place[0] + LANE for node in nodes],
            "top": [node.top for node in nodes],
            "bottom": [node.top + node.height for node in nodes],
            "slot_top": [node.middle - max(node.height, SLOT) / 2 for node in nodes],
            "slot_bottom": [node.middle + max(node.height, SLOT) / 2 for node in nodes],
            "middle": [node.middle for node in nodes],
            "words": [text.place_name(*node.place[1:]) for node in nodes],
            "number": [general.number(node.chains) if node.is_whole else "" for node in nodes],
            "colour": [_colour(*node.place[1:], colours) for node in nodes],
        }
    )
    base = alt.Chart(rows).encode(color=alt.Color("colour:N", scale=None))
    span = {"y": _y("top:Q"), "y2": "bottom:Q"}
    slot = {"y": _y("slot_top:Q"), "y2": "slot_bottom:Q"}
    paper = base.mark_rect(color=theme.PAPER).encode(
        x=_x("left:Q"), x2="right:Q", color=alt.value(theme.PAPER), **slot
    )
    lane = base.mark_rect(opacity=0.3).encode(x=_x("left:Q"), x2="right:Q", **slot)
    bar = base.mark_rect(stroke=theme.LINE, strokeWidth=0.7).encode(
        x=_x("left:Q"), x2="bar:Q", **span
    )
    words = {"color": alt.value(theme.INK), "y": _y("middle:Q")}
    label = base.mark_text(align="left", dx=5, fontSize=12.5).encode(
        x=_x("bar:Q"), text="words:N", **words
    )
    number = base.mark_text(align="right", dx=-5, fontSize=12.5, fontWeight=600).encode(
        x=_x("right:Q"), text="number:N", **words
    )
    return [paper, lane, bar, label, number]


def _heads(nodes: Sequence[Node]) -> alt.Chart:
    columns = sorted({node.place[0] for node in nodes})
    rows = pd.DataFrame(
        {
            "left": columns,
            "top": [-HEAD / 2] * len(columns),
            "words": list(map(text.column_name, columns)),
        }
    )
    return (
        alt.Chart(rows)
        .mark_text(align="left", fontSize=14, fontWeight=600, color=theme.INK)
        .encode(x=_x("left:Q"), y=_y("top:Q"), text="words:N")
    )


def chart_lengths(lengths: pd.DataFrame) -> alt.LayerChart:
    """Draw bars that add up to a whole: of each cohort, the share of chains of each length.

    Takes parts that are ready to draw (``chain_lengths.parts_of_lengths``).
    """
    base = alt.Chart(lengths).encode(
        y=alt.Y("row:N", title=None, sort=None, axis=alt.Axis(labelLimit=260, ticks=False))
    )
    share = alt.Scale(domain=[0, 100], nice=False)
    shades = alt.Scale(domain=list(range(1, 7)), range=list(LENGTH_COLOURS))
    bars = base.mark_bar(stroke=theme.LINE, strokeWidth=0.7, size=34).encode(
        x=alt.X("begin:Q", title=text.CHAINS_AXIS, axis=alt.Axis(tickCount=5), scale=share),
        x2="end:Q",
        color=alt.Color("shade:O", scale=shades, legend=None),
        tooltip=[
            alt.Tooltip("row:N", title=text.COHORT),
            alt.Tooltip("name:N", title=text.LENGTH),
            alt.Tooltip("label:N", title=text.SHARE),
        ],
    )
    ink = alt.when("datum.shade >= 4").then(alt.value(theme.PAPER))
    words = base.mark_text(fontSize=12.5, baseline="middle").encode(
        x=alt.X("middle:Q", scale=share),
        text="words:N",
        color=ink.otherwise(alt.value(theme.INK)),
    )
    return cast("alt.LayerChart", alt.layer(bars, words).properties(height=alt.Step(46)))


def _colour(kind: str, form: str, colours: dict[str, str]) -> str:
    if kind == "form":
        return colours.get(form, theme.UNRANKED_FORM)
    return theme.OTHER if kind == "rest" else theme.STATUS_COLOURS[kind]


def _x(field: str) -> alt.X:
    return alt.X(field, axis=None, scale=alt.Scale(domain=[1, 4 + LANE], nice=False))


def _y(field: str) -> alt.Y:
    scale = alt.Scale(domain=[HEIGHT, -HEAD], nice=False, zero=False)
    return alt.Y(field, axis=None, scale=scale)
