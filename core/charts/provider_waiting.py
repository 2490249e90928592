"""Chart of Wachttijd: what providers told, a dot each, by care form."""

from typing import Final

import altair as alt
import pandas as pd

from core.charts.theme import INK, LINE, PAPER
from core.text import provider_waiting as text

ROW: Final = 40


def chart_waiting_list(dots: pd.DataFrame) -> alt.LayerChart:
    """Draw for each care form the days up to intake (open) and up to the start (full).

    A line marks the middle. What is not made public has no dot.
    """
    kinds = list(text.KINDS.values())
    base = alt.Chart(dots.assign(form=dots["form"].astype(str))).encode(
        y=alt.Y(
            "form:N",
            sort=dots["form"].astype(str).drop_duplicates().tolist(),
            title=None,
            axis=alt.Axis(labelLimit=260, grid=True, domain=False),
        ),
        yOffset=alt.YOffset("kind:N", sort=kinds).scale(paddingOuter=0.4),
    )
    points = base.mark_point(stroke=LINE, strokeWidth=1.2, size=60, opacity=0.9).encode(
        x=alt.X("days:Q", title=text.AXIS, axis=alt.Axis(tickCount=8)).scale(zero=True),
        fill=alt.Fill("kind:N", title=None, legend=alt.Legend(orient="top")).scale(
            domain=kinds, range=[PAPER, INK]
        ),
        tooltip=[
            alt.Tooltip("provider:N", title=text.PROVIDER),
            alt.Tooltip("form:N", title=text.FORM),
            alt.Tooltip("kind:N", title=text.KIND),
            alt.Tooltip("days:Q", title=text.DAYS, format=",.0f"),
            alt.Tooltip("day:N", title=text.REFERENCE_DAY),
        ],
    )
    return alt.LayerChart(layer=[points], height=alt.Step(ROW / 2))
