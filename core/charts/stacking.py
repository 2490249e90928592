"""Charts of care at the same time: shares by year, sets of care forms, and pairs."""

from collections.abc import Sequence
from typing import Final, cast

import altair as alt
import pandas as pd

from core.charts import theme
from core.text import combinations as sets
from core.text import stacking as text

SHADES: Final = ("#ffffff", "#5b6b7c")
SLOT: Final = 26
HEAD: Final = 5
"""Room above the dots for the names of the care forms, in rows."""


def chart_years(bars: pd.DataFrame) -> alt.LayerChart:
    """Draw two bars a year (``text.bars_of_years``): the share of the clients and of the days."""
    colours = alt.Scale(
        domain=[text.CLIENTS_MEASURE, text.DAYS_MEASURE], range=[theme.INK, theme.SAME]
    )
    base = alt.Chart(bars).encode(
        y=alt.Y("year:N", title=None, sort=None, axis=alt.Axis(ticks=False)),
        yOffset=alt.YOffset("measure:N", sort=None),
        x=alt.X("share:Q", title=text.SHARE_AXIS, axis=alt.Axis(tickCount=5)),
    )
    marks = base.mark_bar(stroke=theme.LINE, strokeWidth=0.7).encode(
        color=alt.Color(
            "measure:N",
            scale=colours,
            legend=alt.Legend(orient="top", title=None, labelLimit=480, columns=1),
        ),
        tooltip=[
            alt.Tooltip("year:N", title=text.YEAR),
            alt.Tooltip("measure:N", title=text.MEASURE),
            alt.Tooltip("words:N", title=text.SHARE),
        ],
    )
    words = base.mark_text(align="left", dx=6, fontSize=13).encode(text="words:N")
    return cast("alt.LayerChart", alt.layer(marks, words).properties(height=alt.Step(22)))


def chart_sets(bars: pd.DataFrame, dots: pd.DataFrame) -> alt.LayerChart:
    """Draw a row for each set of care forms: dots for the forms in it, and a bar of its clients.

    Takes ``combinations.bars_of_sets`` and ``combinations.dots_of_sets``. The set of all others has
    a bar without dots.
    """
    low = float(dots["x"].min()) - 0.5 if len(dots) else 0.0
    across = alt.Scale(domain=[low, sets.LONGEST_BAR * 1.25], nice=False, zero=False)
    down = alt.Scale(domain=[-HEAD, len(bars)], nice=False, zero=False, reverse=True)
    row = alt.Y("row:Q", axis=None, scale=down)
    layers = alt.layer(*_bars(bars, across, row), *_dots(dots, across, row), _heads(dots, across))
    return cast("alt.LayerChart", layers.properties(height=SLOT * (len(bars) + HEAD)))


def chart_pairs(cells: pd.DataFrame, order: Sequence[str]) -> alt.LayerChart:
    """Draw a square of pairs (``combinations.cells_of_pairs``): together above, apart below.

    The diagonal is one care form from two providers. Too few is a dot, without a shade.
    """
    names = list(order)
    base = alt.Chart(cells).encode(
        x=alt.X(
            "second:N",
            sort=names,
            title=None,
            axis=alt.Axis(orient="top", labelAngle=-30, labelOverlap=False, ticks=False),
        ),
        y=alt.Y("first:N", sort=names, title=None, axis=alt.Axis(ticks=False, labelLimit=260)),
    )
    shades = alt.Scale(domain=[0, 1], range=list(SHADES))
    squares = base.mark_rect(stroke=theme.GRID).encode(
        color=alt.Color("shade:Q", scale=shades, legend=None),
        tooltip=[
            alt.Tooltip("first:N", title=sets.FORM),
            alt.Tooltip("second:N", title=sets.AND),
            alt.Tooltip("how:N", title=sets.HOW),
            alt.Tooltip("words:N", title=sets.CLIENTS),
        ],
    )
    ink = alt.when("datum.shade > 0.6").then(alt.value(theme.PAPER)).otherwise(alt.value(theme.INK))
    words = base.mark_text(fontSize=12.5).encode(text="words:N", color=ink)
    edge = base.transform_filter("datum.how_code === 'same'").mark_rect(
        fill=None, stroke=theme.LINE, strokeWidth=1.2
    )
    layers = alt.layer(squares, words, edge)
    return cast("alt.LayerChart", layers.properties(height=alt.Step(SLOT)))


def _bars(bars: pd.DataFrame, across: alt.Scale, row: alt.Y) -> list[alt.Chart]:
    """Draw the bars with their numbers, and a line through the dots of each."""
    shown = alt.Chart(bars).encode(y=row)
    line = shown.mark_rule(stroke=theme.LINE).encode(x=alt.X("first:Q", scale=across), x2="last:Q")
    bar = shown.mark_bar(color=theme.SAME, stroke=theme.LINE, strokeWidth=0.7, size=16).encode(
        x=alt.X("begin:Q", scale=across, axis=None),
        x2="end:Q",
        tooltip=[
            alt.Tooltip("forms:N", title=sets.SET),
            alt.Tooltip("words:N", title=sets.CLIENTS),
        ],
    )
    place = alt.X("end:Q", scale=across, axis=None)
    return [line, bar, shown.mark_text(align="left", dx=6).encode(x=place, text="words:N")]


def _dots(dots: pd.DataFrame, across: alt.Scale, row: alt.Y) -> list[alt.Chart]:
    """Draw a dot in the colour of its rung for every care form of a set."""
    held = alt.Chart(dots).encode(x=alt.X("x:Q", axis=None, scale=across), y=row)
    dot = held.mark_circle(size=150, opacity=1, stroke=theme.LINE, strokeWidth=0.7).encode(
        color=alt.Color("colour:N", scale=None), tooltip=[alt.Tooltip("form:N", title=sets.FORM)]
    )
    return [dot]


def _heads(dots: pd.DataFrame, across: alt.Scale) -> alt.Chart:
    """Write the care forms above their dots, at an angle so that long names fit."""
    place = alt.X("x:Q", scale=across, axis=None)
    down = alt.Y("head:Q", axis=None)
    return (
        alt.Chart(dots.drop_duplicates("x").assign(head=-0.8))
        .mark_text(align="left", baseline="middle", angle=315, fontSize=12.5)
        .encode(x=place, y=down, text="form:N")
    )
