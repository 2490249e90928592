"""Charts of age, and of what began and ended, as published about a municipality."""

from typing import Final

import altair as alt
import pandas as pd

from core.charts.theme import BESIDE, INK, LINE, OWN, QUIET, RUNNING
from core.text import municipality_flow as flow
from core.text import municipality_groups as text

AGE_ROW: Final = 46
FLOW_HEIGHT: Final = 330
LINES: Final = r"split(datum.label, '\n')"
ROOM: Final = 1.45
"""Room to the right of the largest share, for its words."""

TONES: Final = dict(zip(flow.BARS.values(), (RUNNING, QUIET, BESIDE), strict=True))


def chart_ages(rows: pd.DataFrame) -> alt.LayerChart:
    """Draw the share of each age as a dot on its margin, with those around as small lines.

    Takes ``municipality_groups.age_rows``. The short line is the youth region, the long one the
    country. An age that is not published has no dot and says so.
    """
    base = alt.Chart(rows).encode(y=alt.Y("label:N", sort=rows["label"].tolist(), title=None))
    largest = rows["beyond"].max()
    scale = alt.Scale(domain=[0, float(largest) * ROOM if largest else 1.0], nice=False)
    axis = alt.Axis(format=".0%", tickCount=8, grid=False)
    x = alt.X("share:Q", title=text.AXIS, axis=axis, scale=scale)
    marks = [
        base.mark_tick(color=colour, thickness=2.2, size=size).encode(x=f"{role}:Q")
        for role, colour, size in (("region", QUIET, 16), ("country", INK, 30))
    ]
    margin = base.mark_rule(color=OWN, strokeWidth=2).encode(x="low:Q", x2="high:Q")
    dots = base.mark_circle(color=OWN, size=150, stroke=INK, strokeWidth=1.2, opacity=1).encode(
        x=x, tooltip=[alt.Tooltip("words:N", title=text.NUMBER)]
    )
    words = base.mark_text(align="left", dx=12).encode(x="beyond:Q", text="words:N")
    return alt.LayerChart(layer=[*marks, margin, dots, words], height=alt.Step(AGE_ROW))


def chart_flows(bars: pd.DataFrame) -> alt.LayerChart:
    """Draw per year what ran on its last day (pale), what began (dark) and what ended (light).

    Takes ``municipality_flow.bars_of``. Where years do not compare there is an empty place with a
    word; a number that is not published has no bar and says so.
    """
    axis = alt.Axis(labelAngle=0, labelExpr=LINES)
    base = alt.Chart(bars).encode(
        x=alt.X("label:N", sort=None, title=None, axis=axis),
        xOffset=alt.XOffset("kind:N", sort=list(TONES)),
        y=alt.Y("number:Q", title=flow.AXIS, axis=alt.Axis(tickCount=5)).scale(zero=True),
    )
    drawn = base.mark_bar(stroke=LINE, strokeWidth=0.6).encode(
        color=alt.Color("kind:N", title=None, legend=alt.Legend(orient="top")).scale(
            domain=list(TONES), range=list(TONES.values())
        ),
        tooltip=[
            alt.Tooltip("label:N", title=flow.YEAR),
            alt.Tooltip("kind:N", title=flow.KIND),
            alt.Tooltip("words:N", title=flow.NUMBER),
        ],
    )
    return alt.LayerChart(
        layer=[drawn, base.mark_text(dy=-8, fontSize=11.5).encode(text="words:N")],
        height=FLOW_HEIGHT,
    )
