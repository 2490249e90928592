"""The chart of stock and flow: what came on top of the stock, and what went."""

from typing import Final

import altair as alt
import pandas as pd

from core.charts.theme import BESIDE, INK, LINE, QUIET, RUNNING
from core.text import stock as text

HEIGHT: Final = 400
LINES: Final = r"split(datum.label, '\n')"
MOST_WORDS: Final = 24
"""With more periods the bars are too narrow for words; the table has the numbers."""

TONES: Final = {text.FLOWS["inflow"]: QUIET, text.FLOWS["outflow"]: BESIDE}


def chart_stock(bars: pd.DataFrame, unit: str) -> alt.LayerChart:
    """Draw a waterfall per period: the dark bar came, the light bar went, the line is the stock.

    Takes ``stock.bars_of``. The pale column is the stock at the end. A period of which a flow is
    hidden has its stock only.
    """
    base = alt.Chart(bars).encode(x=_x())
    stocks = base.mark_bar(color=RUNNING, opacity=1).encode(
        y=alt.Y("end:Q", title=text.AXIS[unit], scale=alt.Scale(zero=True), stack=None)
    )
    told = alt.Chart(bars[bars["low"].notna()]).encode(x=_x())
    flows = told.mark_bar(stroke=LINE, strokeWidth=0.6).encode(
        xOffset=alt.XOffset("flow:N", sort=list(TONES)),
        y="low:Q",
        y2="high:Q",
        color=alt.Color("flow:N", title=None, legend=alt.Legend(orient="top")).scale(
            domain=list(TONES), range=list(TONES.values())
        ),
        tooltip=[
            alt.Tooltip("name:N", title=text.PERIOD),
            alt.Tooltip("flow:N", title=" "),
            alt.Tooltip("words:N", title=text.NUMBER_OF),
            alt.Tooltip("end_words:N", title=text.FLOWS["end"]),
        ],
    )
    ends = base.mark_tick(color=INK, thickness=3, orient="horizontal").encode(
        y="end:Q", size=alt.value(40)
    )
    return alt.LayerChart(layer=[stocks, flows, ends, *_words(bars)], height=HEIGHT)


def _words(bars: pd.DataFrame) -> list[alt.Chart]:
    """Write what came above its bar, and the stock at the foot."""
    if bars["label"].nunique() > MOST_WORDS:
        return []
    base = alt.Chart(bars).encode(x=_x())
    came = bars[bars["flow"] == text.FLOWS["inflow"]]
    above = (
        alt.Chart(came.assign(words=came["both"]))
        .mark_text(dy=-9, color=INK, fontSize=11.5)
        .encode(x=_x(), y="high:Q", text="words:N")
    )
    foot = base.mark_text(dy=-10, color=INK, fontWeight=600, fontSize=12)
    return [above, foot.encode(y=alt.datum(0), text="end_words:N")]


def _x() -> alt.X:
    axis = alt.Axis(labelAngle=0, labelExpr=LINES, labelFontSize=11.5, labelOverlap=True)
    return alt.X("label:N", sort=None, title=None, axis=axis)
