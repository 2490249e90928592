"""Chart of clients with youth care and another scheme, at the same time or one after another."""

from typing import cast

import altair as alt
import pandas as pd

from core.charts import theme
from core.text import schemes as text


def chart_schemes(bars: pd.DataFrame) -> alt.LayerChart:
    """Draw a bar for each set of schemes (``text.bars_of_schemes``), largest first, from zero."""
    colours = alt.Scale(
        domain=[text.HOW_NAMES["together"], text.HOW_NAMES["apart"], text.REST],
        range=[theme.LINE, theme.SAME, theme.OTHER],
    )
    base = alt.Chart(bars).encode(
        y=alt.Y("name:N", title=None, sort=None, axis=alt.Axis(labelLimit=420, ticks=False)),
        x=alt.X("clients:Q", title=text.AXIS, axis=alt.Axis(tickCount=5)),
    )
    marks = base.mark_bar(stroke=theme.LINE, strokeWidth=0.7).encode(
        color=alt.Color("how:N", scale=colours, legend=None),
        tooltip=[
            alt.Tooltip("name:N", title=text.SCHEMES),
            alt.Tooltip("words:N", title=text.CLIENTS),
        ],
    )
    words = base.mark_text(align="left", dx=6, fontSize=13).encode(text="words:N")
    return cast("alt.LayerChart", alt.layer(marks, words).properties(height=alt.Step(34)))
