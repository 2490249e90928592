"""Charts of what whole chains cost: from the dearest to the cheapest, and by length."""

from typing import Final, cast

import altair as alt
import pandas as pd

from core.charts import theme
from core.text import chain_costs as text


def chart_parts(bars: pd.DataFrame) -> alt.LayerChart:
    """Draw the share of the costs of each part, and the share so far (``bars_of_parts``).

    Both are shares of all costs, so that they stand on one axis.
    """
    base = alt.Chart(bars).encode(
        x=alt.X("top:O", title=text.PARTS_AXIS, axis=alt.Axis(labelAngle=0, ticks=False)),
        tooltip=[alt.Tooltip("words:N", title=text.SHARE_AXIS)],
    )
    scale = alt.Scale(domain=[0, 100])
    drawn = base.mark_bar(color=theme.LADDER[4]).encode(
        y=alt.Y("share:Q", title=text.SHARE_AXIS, scale=scale, axis=alt.Axis(tickCount=5))
    )
    line = base.mark_line(color=theme.SIGNAL, strokeWidth=2, point={"color": theme.SIGNAL}).encode(
        y=alt.Y("so_far:Q", scale=scale)
    )
    words = base.mark_text(align="left", dx=8, dy=12, fontSize=13).encode(
        y=alt.Y("so_far:Q", scale=scale), text="label:N"
    )
    return cast("alt.LayerChart", alt.layer(drawn, line, words).properties(height=280))


def chart_lengths(spans: pd.DataFrame) -> alt.LayerChart:
    """Draw the middle half of the costs by length (``spans_of_lengths``), a dot for the middle."""
    longest = float(spans["upper"].max()) if len(spans) else 0.0
    base = alt.Chart(spans).encode(
        y=alt.Y("name:N", title=text.LENGTH, sort=None, axis=alt.Axis(ticks=False)),
        tooltip=[
            alt.Tooltip("name:N", title=text.LENGTH),
            alt.Tooltip("words:N", title=text.MIDDLE),
        ],
    )
    axis = alt.Axis(tickCount=6, format="$,.0f")
    bars = base.mark_bar(color=theme.LADDER[1], stroke=theme.LINE, strokeWidth=0.7).encode(
        x=alt.X(
            "lower:Q",
            title=text.EUROS_AXIS,
            axis=axis,
            scale=alt.Scale(domain=[0, ROOM * longest], nice=False),
        ),
        x2="upper:Q",
    )
    dots = base.mark_point(filled=True, size=90, color=theme.INK, opacity=1).encode(x="middle:Q")
    words = base.mark_text(align="left", dx=8, fontSize=13).encode(x="upper:Q", text="words:N")
    return cast("alt.LayerChart", alt.layer(bars, dots, words).properties(height=alt.Step(34)))


ROOM: Final = 1.12
"""The axis goes on beyond the longest bar, for its words."""
