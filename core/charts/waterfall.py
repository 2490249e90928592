"""The chart of a difference in steps, from one amount to another."""

from typing import Final, cast

import altair as alt
import pandas as pd

from core.charts import theme
from core.text import decomposition as text

ROW: Final = 44
COLOURS: Final = {"end": theme.LINE, "more": theme.UP, "less": theme.DOWN}


def chart_waterfall(bars: pd.DataFrame, axis: str) -> alt.LayerChart:
    """Draw from above down: the first amount, a step for each factor, and the other amount.

    Takes ``decomposition.bars_of``. A dark step adds, a light one takes off; words say how much.
    """
    order = list(bars["name"])
    reach = float(bars["high"].max()) * 1.2
    down = alt.Y(
        "name:N", title=None, sort=order, axis=alt.Axis(labelLimit=300, ticks=False, domain=False)
    )
    scale = alt.Scale(domain=[min(0.0, float(bars["low"].min())), reach], nice=False)
    drawn = bars.assign(
        colour=[COLOURS[kind] for kind in bars["kind"]], following=[*order[1:], order[-1]]
    )
    base = alt.Chart(drawn)
    bar = base.mark_bar(height=ROW - 16, stroke=theme.LINE, strokeWidth=0.6).encode(
        x=alt.X("low:Q", title=axis, scale=scale, axis=alt.Axis(tickCount=6)),
        x2="high:Q",
        y=down,
        color=alt.Color("colour:N", scale=None),
        tooltip=[
            alt.Tooltip("name:N", title=text.STEP),
            alt.Tooltip("words:N", title=text.PART),
        ],
    )
    words = base.mark_text(align="left", dx=8, color=theme.INK, fontWeight=600).encode(
        x=alt.X("high:Q", scale=scale), y=down, text="words:N"
    )
    link = base.mark_tick(thickness=1.2, size=ROW, color=theme.QUIET, yOffset=ROW / 2).encode(
        x=alt.X("level:Q", scale=scale), y=down
    )
    return cast(
        "alt.LayerChart",
        alt.layer(bar, link.transform_filter("datum.step !== 'end'"), words).properties(
            height=alt.Step(ROW)
        ),
    )
