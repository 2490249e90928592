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
    down = alt.Scale(domain=[len(bars), -HEAD], nice=False, zero=False)
    shown, held = alt.Chart(bars), alt.Chart(dots)
    heads = alt.Chart(dots.drop_duplicates("x").assign(row=-0.3))
    layers = alt.layer(
        shown.mark_rule(stroke=theme.LINE).encode(
            x=_at("first", across), x2="last:Q", y=_row("row", down)
        ),
        shown.mark_rect(color=theme.SAME, stroke=theme.LINE, strokeWidth=0.7).encode(
            x=_at("begin", across),
            x2="end:Q",
            y=_row("top", down),
            y2="bottom:Q",
            tooltip=[
                alt.Tooltip("forms:N", title=sets.SET),
                alt.Tooltip("words:N", title=sets.CLIENTS),
            ],
        ),
        shown.mark_text(align="left", dx=6).encode(
            x=_at("end", across), y=_row("row", down), text="words:N"
        ),
        held.mark_circle(size=150, opacity=1, stroke=theme.LINE, strokeWidth=0.7).encode(
            x=_at("x", across),
            y=_row("row", down),
            color=alt.Color("colour:N", scale=None),
            tooltip=[alt.Tooltip("form:N", title=sets.FORM)],
        ),
        heads.mark_text(align="left", baseline="middle", angle=315, fontSize=12.5).encode(
            x=_at("x", across), y=_row("row", down), text="form:N"
        ),
    )
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
    shades = alt.Scale(domain=[0, 1], range=list(SHADES), interpolate="rgb")
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


def _at(field: str, scale: alt.Scale) -> alt.X:
    return alt.X(f"{field}:Q", axis=None, scale=scale)


def _row(field: str, scale: alt.Scale) -> alt.Y:
    return alt.Y(f"{field}:Q", axis=None, scale=scale)
