"""The chart of repeated use, looking back and looking forward."""

from typing import Final

import altair as alt
import pandas as pd

from core.charts.theme import INK, QUIET, SAME
from core.text import renewed as text

ROW: Final = 30
AROUND: Final = 50
ROOM_FOR_WORDS: Final = 1.3
TONES: Final = {"back": QUIET, "forward": SAME}


def chart_renewed(bars: pd.DataFrame) -> alt.LayerChart:
    """Draw the share of each year as a bar, who began apart from who stopped.

    Takes ``renewed.bars_of``: its headings stand above their bars. A hidden share has words only.
    """
    largest = bars["share"].max()
    farthest = 1.0 if pd.isna(largest) else min(float(largest) * ROOM_FOR_WORDS, 1.0)
    axis = alt.Axis(labelExpr="", ticks=False, domain=False, minExtent=210)
    y = alt.Y("row:N", sort=bars["row"].tolist(), title=None, axis=axis)
    scale = alt.Scale(domain=[0, farthest], nice=False)
    share = alt.X("share:Q", title=text.AXIS, scale=scale, axis=alt.Axis(format="%", tickCount=6))
    headings, years = bars[bars["is_heading"]], bars[~bars["is_heading"]]
    shown = alt.Chart(years).encode(y=y)
    drawn = shown.mark_bar(size=18).encode(
        x=share,
        color=alt.Color("reading:N", legend=None).scale(
            domain=list(TONES), range=list(TONES.values())
        ),
        tooltip=[
            alt.Tooltip("row:N", title=text.ROW),
            alt.Tooltip("words:N", title=text.SHARE),
        ],
    )
    words = shown.mark_text(align="left", dx=6, color=INK).encode(x="end:Q", text="words:N")
    words = words.transform_calculate(end="isValid(datum.share) ? datum.share : 0")
    names = shown.mark_text(align="right", dx=-8, color=INK).encode(x=alt.datum(0), text="row:N")
    above = alt.Chart(headings).mark_text(align="left", dx=-202, color=INK, fontWeight=600)
    heads = above.encode(x=alt.datum(0), y=y, text="row:N")
    return alt.LayerChart(layer=[heads, drawn, words, names], height=ROW * len(bars) + AROUND)
