"""The chart of how long trajectories last, by care form."""

from collections.abc import Sequence
from typing import Final

import altair as alt
import pandas as pd

from core.charts.theme import INK, LINE, PAPER, UNRANKED_FORM, form_colours
from core.text import durations as text

ROW: Final = 30
AROUND: Final = 60

Ladder = Sequence[tuple[str, int]]


def chart_durations(rows: pd.DataFrame, ladder: Ladder) -> alt.LayerChart:
    """Draw for each care form a line from a quarter to three quarters, with a dot at the median.

    Takes ``durations.rows_of``, light to heavy. A line without its end is not reached there yet.
    """
    colours = form_colours(ladder)
    drawn = rows.assign(colour=[colours.get(form, UNRANKED_FORM) for form in rows["care_form"]])
    base = alt.Chart(drawn).encode(y=alt.Y("label:N", sort=None, title=None))
    scale, axis = alt.Scale(zero=True, nice=True), alt.Axis(tickCount=10)
    lines = base.mark_bar(height=8, stroke=LINE, strokeWidth=0.6).encode(
        x=alt.X("quarter_days:Q", title=text.AXIS, scale=scale, axis=axis),
        x2="three_quarter_days:Q",
        color=alt.Color("colour:N", scale=None),
    )
    dots = base.mark_point(size=95, fill=INK, stroke=PAPER, strokeWidth=1.5, opacity=1).encode(
        x="median_days:Q"
    )
    words = base.mark_text(dy=-13, color=INK).encode(x="median_days:Q", text="words:N")
    return alt.LayerChart(layer=[lines, dots, words], height=ROW * len(rows) + AROUND)
