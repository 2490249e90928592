"""Charts of routes: the frequent ones with their steps as blocks, and what went before."""

from collections.abc import Sequence
from typing import Final, cast

import altair as alt
import pandas as pd

from core.charts import theme
from core.text import preceding, routes

Ladder = Sequence[tuple[str, int]]

BLOCK: Final = 1.6
GAP: Final = 0.3
ROOM_FOR_WORDS: Final = 1.75
"""Blocks and the room for words stand on the scale of the shares, in points or as a factor."""


def chart_routes(bars: pd.DataFrame, ladder: Ladder) -> alt.LayerChart:
    """Draw each route (``routes.bars_of_routes``) as blocks in ladder colours, with its share.

    Routes stand in order of frequency; the other routes have no blocks and stand last. A route
    whose share is hidden is left out.
    """
    blocks = _blocks(bars, ladder)
    left = min([0.0, *blocks["x"].tolist()]) - GAP
    right = max([1.0, *bars["share"].tolist()]) * ROOM_FOR_WORDS
    x = alt.X(
        "share:Q",
        title=routes.SHARE_AXIS,
        scale=alt.Scale(domain=[left, right], nice=False),
        axis=alt.Axis(values=list(range(0, int(right) + 1, 10)), grid=False),
    )
    base = alt.Chart(bars).encode(y=_row(bars))
    other = alt.when("datum.route === ''").then(alt.value(theme.OTHER))
    drawn = base.mark_bar(stroke=theme.LINE, strokeWidth=0.7, size=18).encode(
        x=x,
        color=other.otherwise(alt.value(theme.SAME)),
        tooltip=[
            alt.Tooltip("row:N", title=routes.ROUTE),
            alt.Tooltip("words:N", title=routes.SHARE),
        ],
    )
    words = base.mark_text(align="left", dx=6, fontSize=12.5).encode(x=x, text="words:N")
    steps = (
        alt.Chart(blocks)
        .mark_bar(stroke=theme.LINE, strokeWidth=0.7, size=18)
        .encode(
            y=_row(bars),
            x="x:Q",
            x2="x2:Q",
            color=alt.Color("colour:N", scale=None),
            tooltip=[alt.Tooltip("form:N", title=preceding.FORM)],
        )
    )
    return cast("alt.LayerChart", alt.layer(drawn, words, steps).properties(height=alt.Step(27)))


def chart_preceding(bars: pd.DataFrame, ladder: Ladder) -> alt.LayerChart:
    """Draw what went before (``preceding.bars_of``): a bar a form, in ladder order."""
    colours = theme.form_colours(ladder)
    kinds = zip(bars["kind"], bars["form"], strict=True)
    drawn = bars.drop(columns="order").assign(
        colour=[_colour(kind, form, colours) for kind, form in kinds]
    )
    base = alt.Chart(drawn).encode(
        y=alt.Y("row:N", title=None, sort=None, axis=alt.Axis(labelLimit=280, ticks=False)),
        x=alt.X(
            "share:Q",
            title=preceding.SHARE_OF_VISIBLE,
            scale=alt.Scale(domain=[0, 100]),
            axis=alt.Axis(tickCount=5),
        ),
    )
    shown = base.mark_bar(stroke=theme.LINE, strokeWidth=0.7).encode(
        color=alt.Color("colour:N", scale=None),
        tooltip=[
            alt.Tooltip("row:N", title=preceding.BEFORE),
            alt.Tooltip("label:N", title=preceding.SHARE),
        ],
    )
    words = base.mark_text(align="left", dx=6, fontSize=13).encode(text="label:N")
    return cast("alt.LayerChart", alt.layer(shown, words).properties(height=alt.Step(28)))


def _row(bars: pd.DataFrame) -> alt.Y:
    axis = alt.Axis(labelLimit=430, ticks=False, domain=False)
    return alt.Y("row:N", title=None, sort=bars["row"].tolist(), axis=axis)


def _blocks(bars: pd.DataFrame, ladder: Ladder) -> pd.DataFrame:
    """Place the steps of each route left of its bar, the last one next to it."""
    colours = theme.form_colours(ladder)
    placed = [
        (row, form, -(len(steps) - place) * (BLOCK + GAP))
        for row, route in zip(bars["row"], bars["route"], strict=True)
        for steps in [routes.steps_of(route)]
        for place, form in enumerate(steps)
    ]
    return pd.DataFrame(
        {
            "row": [row for row, _, _ in placed],
            "form": [form for _, form, _ in placed],
            "x": [x for _, _, x in placed],
            "x2": [x + BLOCK for _, _, x in placed],
            "colour": [colours.get(form, theme.UNRANKED_FORM) for _, form, _ in placed],
        }
    )


def _colour(kind: str, form: str, colours: dict[str, str]) -> str:
    if kind == "form":
        return colours.get(form, theme.UNRANKED_FORM)
    return theme.OTHER if kind == "rest" else theme.ENDED
