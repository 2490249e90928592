"""Chart of what later starts are: up and down as large, the same rung told apart."""

from collections.abc import Mapping
from typing import Final, cast

import altair as alt
import pandas as pd

from core.charts import theme
from core.text import step_kinds as text
from core.text import steps

COLOURS: Final[Mapping[str, str]] = {
    "up": theme.UP,
    "down": theme.DOWN,
    "other_form": theme.SAME,
    "other_provider": theme.SAME,
    "again": theme.SAME,
    "beside": theme.BESIDE,
    "unranked": theme.UNRANKED_FORM,
    "rest": theme.OTHER,
}


def chart_kinds(bars: pd.DataFrame) -> alt.LayerChart:
    """Draw a bar per kind of later start (``step_kinds.bars_of_kinds``), its share beside it."""
    scale = alt.Scale(domain=list(COLOURS), range=list(COLOURS.values()))
    base = alt.Chart(bars).encode(
        y=alt.Y("name:N", title=None, sort=None, axis=alt.Axis(labelLimit=330, ticks=False)),
        x=alt.X(
            "share:Q",
            title=text.AXIS,
            axis=alt.Axis(tickCount=5),
            scale=alt.Scale(domain=[0, 100]),
        ),
    )
    drawn = base.mark_bar(stroke=theme.LINE, strokeWidth=0.7).encode(
        color=alt.Color("key:N", scale=scale, legend=None),
        tooltip=[
            alt.Tooltip("name:N", title=steps.STEP),
            alt.Tooltip("words:N", title=steps.SHARE),
        ],
    )
    words = base.mark_text(align="left", dx=6, fontSize=13).encode(text="words:N")
    return cast("alt.LayerChart", alt.layer(drawn, words).properties(height=alt.Step(30)))
