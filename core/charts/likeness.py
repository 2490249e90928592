"""The chart of how far peers lie from one municipality, characteristic by characteristic."""

from typing import Final, cast

import altair as alt
import pandas as pd

from core.charts import theme
from core.text import peer_group as text

ROW: Final = 40
"""The height of a row."""


def chart_likeness(dots: pd.DataFrame, own: pd.DataFrame) -> alt.LayerChart:
    """Draw a row for each characteristic with a dot for each peer, left of us or right.

    Takes ``peer_group.dots_of`` and ``peer_group.own_words``; the line in the middle is the
    municipality itself.
    """
    reach = max(1.5, float(dots["difference"].abs().max()) * 1.08) if len(dots) else 1.5
    across = alt.X(
        "difference:Q",
        title=text.AXIS,
        axis=alt.Axis(tickCount=7, format="+.1f"),
        scale=alt.Scale(domain=[-reach, reach], nice=False),
    )
    order = list(own["label"])
    down = alt.Y(
        "label:N", title=None, sort=order, axis=alt.Axis(labelLimit=280, ticks=False, domain=False)
    )
    peers = (
        alt.Chart(dots)
        .mark_point(filled=True, size=80, opacity=0.55, color=theme.LINE)
        .encode(
            x=across,
            y=down,
            tooltip=[
                alt.Tooltip("name:N", title=text.NAME),
                alt.Tooltip("label:N", title=text.CHARACTERISTIC),
                alt.Tooltip("words:N", title=text.DIFFERENCE),
            ],
        )
    )
    middle = own.assign(difference=0.0)
    tick = (
        alt.Chart(middle)
        .mark_tick(orient="vertical", thickness=4, size=ROW - 12, color=theme.OWN)
        .encode(x=across, y=down)
    )
    words = (
        alt.Chart(middle)
        .mark_text(align="left", baseline="middle", color=theme.OWN, fontWeight=600)
        .encode(x=alt.value("width"), y=down, text="words:N")
    )
    return cast("alt.LayerChart", alt.layer(tick, peers, words).properties(height=alt.Step(ROW)))
