"""Chart of how much more or less followed a heavier beginning, with intervals."""

from typing import Final, cast

import altair as alt
import pandas as pd

from core.charts import theme
from core.text import comparable as text


def chart_differences(bars: pd.DataFrame) -> alt.LayerChart:
    """Draw each difference as a dot on its interval (``comparable.bars_of_outcomes``), round zero.

    The means themselves stand beside it as words.
    """
    left, right = _bounds(bars)
    lane = right + ROOM * (right - left)
    scale = alt.Scale(domain=[left, lane + 2 * ROOM * (lane - left)], nice=False)
    base = alt.Chart(bars).encode(
        y=alt.Y("name:N", title=None, sort=None, axis=alt.Axis(labelLimit=330, ticks=False)),
        tooltip=[
            alt.Tooltip("name:N", title=text.OUTCOME),
            alt.Tooltip("words:N", title=f"{text.LIGHT} → {text.HEAVIER}"),
            alt.Tooltip("difference:Q", title=text.AXIS, format="+.0f"),
        ],
    )
    axis = alt.Axis(tickCount=8, labelExpr=SIGNED, grid=False)
    spans = base.mark_rule(strokeWidth=3, color=theme.SAME).encode(
        x=alt.X("low:Q", title=text.AXIS, scale=scale, axis=axis), x2="high:Q"
    )
    dots = base.mark_point(filled=True, size=110, color=theme.INK, opacity=1).encode(
        x=alt.X("difference:Q", scale=scale)
    )
    words = base.mark_text(align="left", dx=10, fontSize=13).encode(
        x=alt.datum(lane), text="words:N"
    )
    line = alt.Chart(bars).mark_rule(color=theme.LINE, strokeDash=[4, 3], aria=False)
    return cast(
        "alt.LayerChart",
        alt.layer(line.encode(x=alt.datum(0)), spans, dots, words).properties(height=alt.Step(42)),
    )


def _bounds(bars: pd.DataFrame) -> tuple[float, float]:
    """Give the ends of the axis: all intervals and zero lie within."""
    if bars.empty:
        return -1.0, 1.0
    low, high = min(float(bars["low"].min()), 0.0), max(float(bars["high"].max()), 0.0)
    return low - ROOM * (high - low), high


SIGNED: Final = "(datum.value > 0 ? '+' : '') + datum.label"

ROOM: Final = 0.08
"""Room beside the intervals, as a part of the axis; the words stand in a lane of their own."""
