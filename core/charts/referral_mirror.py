"""Chart of the mirror of referrers: a share by quarter in the band of its normal variation."""

from typing import Final

import altair as alt
import pandas as pd

from core.charts.theme import INK, PAPER, QUIET, RUNNING, SIGNAL
from core.text import referral_mirror as text

HEIGHT: Final = 360
LINES: Final = r"split(datum.label, '\n')"
ROOM: Final = 1.15


def chart_band(rows: pd.DataFrame, measure: str) -> alt.LayerChart:
    """Show each quarter as a point on a line, the band behind it and the mean as a dashed line.

    Quarters outside the band are marked and say their share; a protected quarter leaves a gap.
    """
    order = rows["axis_label"].tolist()
    quarters = alt.Axis(labelAngle=0, labelExpr=LINES, labelOverlap=False)
    x = alt.X("axis_label:N", sort=order, title=None, axis=quarters).scale(domain=order)
    top = float(rows[["share", "high"]].max().max()) * ROOM
    scale = alt.Scale(domain=[0, min(top, 1.0)], nice=False)
    axis = alt.Axis(format="%", tickCount=6)
    y = alt.Y("share:Q", title=text.AXES[measure], axis=axis, scale=scale)
    limits = alt.Chart(rows.dropna(subset=["high"]))
    band = limits.mark_area(color=RUNNING, interpolate="step").encode(
        x=x, y=_at(y, "low"), y2="high:Q"
    )
    mean = limits.mark_line(color=QUIET, strokeDash=[4, 4], interpolate="step").encode(
        x=x, y=_at(y, "centre")
    )
    base = alt.Chart(rows).encode(x=x, y=y)
    line = base.mark_line(color=INK, strokeWidth=2)
    points = base.mark_point(filled=True, opacity=1, size=70, stroke=PAPER).encode(
        color=alt.condition("datum.is_outside", alt.value(SIGNAL), alt.value(INK)),
        tooltip=[
            alt.Tooltip("name:N", title=text.QUARTER),
            alt.Tooltip("share:Q", title=text.SHARE, format=".0%"),
            alt.Tooltip("whole:Q", title=text.WHOLE, format=",.0f"),
            alt.Tooltip("place:N", title=text.BAND),
        ],
    )
    words = base.mark_text(dy=-14, fontWeight=600).encode(
        text="words:N",
        color=alt.condition("datum.is_outside", alt.value(SIGNAL), alt.value(INK)),
    )
    name = alt.Chart(rows.dropna(subset=["high"]).head(1).assign(name=text.BAND_NAME))
    of_band = name.mark_text(align="left", dx=-16, dy=-9, color=QUIET).encode(
        x=x, y=_at(y, "high"), text="name:N"
    )
    return alt.LayerChart(layer=[band, mean, line, points, words, of_band], height=HEIGHT)


def _at(y: alt.Y, column: str) -> alt.Y:
    """Place a column on the axis of the picture."""
    placed: alt.Y = y.copy()
    placed.shorthand = f"{column}:Q"
    return placed
