"""Chart of how many chains had gone up, by months since they began."""

from collections.abc import Mapping
from typing import Final, cast

import altair as alt
import pandas as pd

from core.charts import theme
from core.text import openings as text

COLOURS: Final[Mapping[str, str]] = {
    "light": theme.LADDER[2],
    "middle": theme.LADDER[4],
    "heavy": theme.LADDER[7],
}


def chart_up_curve(lines: pd.DataFrame) -> alt.LayerChart:
    """Draw a line per beginning (``openings.lines_of_curve``), with its words where it ends."""
    scale = alt.Scale(domain=list(COLOURS), range=list(COLOURS.values()))
    last = int(lines["months"].max()) if len(lines) else 0
    base = alt.Chart(lines).encode(
        x=alt.X(
            "months:Q",
            title=text.MONTHS_AXIS,
            axis=alt.Axis(values=[0, 12, 24, 36, 48], grid=False),
            scale=alt.Scale(domain=[0, last * ROOM], nice=False),
        ),
        y=alt.Y(
            "share:Q", title=text.AXIS, scale=alt.Scale(domain=[0, TOP]), axis=alt.Axis(tickCount=4)
        ),
        color=alt.Color("key:N", scale=scale, legend=None),
    )
    drawn = base.mark_line(strokeWidth=2.5, point={"size": 30}).encode(
        detail="key:N",
        tooltip=[
            alt.Tooltip("name:N", title=text.OPENING),
            alt.Tooltip("months:Q", title=text.MONTHS_AXIS),
            alt.Tooltip("words:N", title=text.AXIS),
        ],
    )
    words = base.mark_text(align="left", dx=8, fontSize=13).encode(
        text="last:N", color=alt.value(theme.INK)
    )
    return cast("alt.LayerChart", alt.layer(drawn, words).properties(height=300))


ROOM: Final = 1.45
"""The axis goes on beyond the last month, for the words at the end of the lines."""

TOP: Final = 60
