"""Chart of a ready-made selection: its clients by year."""

from typing import cast

import altair as alt
import pandas as pd

from core.charts import theme
from core.text import special as text


def chart_special(bars: pd.DataFrame) -> alt.LayerChart:
    """Draw a bar a year (``text.bars_of_years``), from zero; hidden ones are absent."""
    base = alt.Chart(bars).encode(
        x=alt.X("year:N", title=None, sort=None, axis=alt.Axis(labelAngle=0, ticks=False)),
        y=alt.Y("clients:Q", title=text.NUMBER_AXIS, axis=alt.Axis(tickCount=4)),
    )
    marks = base.mark_bar(color=theme.SAME, stroke=theme.LINE, strokeWidth=0.7).encode(
        tooltip=[
            alt.Tooltip("year:N", title=text.YEAR),
            alt.Tooltip("words:N", title=text.CLIENTS),
        ]
    )
    words = base.mark_text(dy=-9, fontSize=13).encode(text="words:N")
    return cast("alt.LayerChart", alt.layer(marks, words).properties(height=230))
