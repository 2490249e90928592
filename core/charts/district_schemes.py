"""Chart of the part of clients with another scheme beside youth care, by district."""

from typing import cast

import altair as alt
import pandas as pd

from core.charts import theme
from core.text import district_schemes as text


def chart_schemes(bars: pd.DataFrame) -> alt.LayerChart:
    """Draw a bar for each place that may be shown (``text.bars_of``), by name, from zero."""
    base = alt.Chart(bars).encode(
        y=alt.Y("name:N", title=None, sort=None, axis=alt.Axis(labelLimit=420, ticks=False)),
        x=alt.X("share:Q", title=text.AXIS, axis=alt.Axis(format=".0%", tickCount=5)),
    )
    marks = base.mark_bar(color=theme.AMOUNT[2], stroke=theme.LINE, strokeWidth=0.7)
    told = marks.encode(
        tooltip=[alt.Tooltip("name:N", title=text.PLACE), alt.Tooltip("words:N", title=text.SHARE)]
    )
    words = base.mark_text(align="left", dx=6).encode(text="words:N")
    return cast("alt.LayerChart", alt.layer(told, words).properties(height=alt.Step(34)))
