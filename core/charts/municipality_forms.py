"""Charts of the forms of youth care: bars in ladder order, with those around as small lines."""

from typing import Final

import altair as alt
import pandas as pd

from core.charts.theme import INK, LINE, QUIET, SAME, level_colour
from core.text import municipality_forms as text
from core.text import municipality_seven as seven

ROW_HEIGHT: Final = 27
SEVEN_HEIGHT: Final = 32
ROOM: Final = 1.3
"""Room to the right of the longest bar, for its words."""

TICKS: Final = (0, 0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
LABELS: Final = alt.Axis(domain=False, ticks=False, labelLimit=420, labelAlign="left", offset=250)


def chart_forms(rows: pd.DataFrame) -> alt.LayerChart:
    """Draw each form as a bar in the colour of its rung, with its number beside it.

    Takes ``municipality_forms.bars_of``. The short line is the youth region, the long one the
    country. A form that is not published has no bar and says so. Forms without a rung are grey.
    """
    bars = rows.assign(fill=[level_colour(level) if level else SAME for level in rows["level"]])
    base = alt.Chart(bars).encode(y=_y(rows))
    x = _x(rows[["part", "region", "country"]], "part", text.AXIS)
    drawn = base.mark_bar(stroke=LINE, strokeWidth=0.6, height=15).encode(
        x=x,
        color=alt.Color("fill:N", scale=None),
        tooltip=[
            alt.Tooltip("label:N", title=text.FORM),
            alt.Tooltip("words:N", title=text.YOUTH),
        ],
    )
    marks = [
        base.mark_tick(color=colour, thickness=2.2, size=size).encode(x=f"{role}:Q")
        for role, colour, size in (("region", QUIET, 15), ("country", INK, 24))
    ]
    words = base.mark_text(align="left", dx=8).encode(x="beyond:Q", text="words:N")
    return alt.LayerChart(layer=[drawn, *marks, words], height=alt.Step(ROW_HEIGHT))


def chart_seven(rows: pd.DataFrame) -> alt.LayerChart:
    """Draw the part of the trajectories in each of the seven forms, with its number beside it.

    Takes ``municipality_seven.rows_of``. Other help has a number and no bar; a hidden number
    says so.
    """
    base = alt.Chart(rows).encode(y=_y(rows))
    x = _x(rows[["share"]], "share", seven.SHARE)
    drawn = base.mark_bar(color=QUIET, height=18).encode(x=x)
    words = base.mark_text(align="left", dx=8).encode(x="at:Q", text="words:N")
    return alt.LayerChart(layer=[drawn, words], height=alt.Step(SEVEN_HEIGHT))


def _x(parts: pd.DataFrame, column: str, title: str) -> alt.X:
    largest = parts.max().max()
    most = 1.0 if pd.isna(largest) else float(largest) * ROOM
    ticks = [share for share in TICKS if share <= most]
    axis = alt.Axis(format=".0%", values=ticks, grid=False)
    return alt.X(f"{column}:Q", title=title, axis=axis).scale(domain=[0, most], nice=False)


def _y(rows: pd.DataFrame) -> alt.Y:
    return alt.Y("label:N", sort=rows["label"].tolist(), title=None, axis=LABELS)
