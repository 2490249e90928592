"""Chart of one chain in time: a lane for each care form of a provider, with talks and pauses."""

from typing import Final, cast

import altair as alt
import pandas as pd

from core.charts import theme
from core.text import timeline as text

LANE: Final = 40
AROUND: Final = 70
"""The days below the lanes and the words above them, within the height of the picture."""

ABOVE_BAR: Final = -20
"""Words stand between their own bar and the lane above."""

LABEL: Final = 330


def chart_timeline(
    bars: pd.DataFrame, between: pd.DataFrame, talks: pd.DataFrame, last: pd.Timestamp
) -> alt.LayerChart:
    """Draw bars (``text.bars_of_timeline``), talks as diamonds, and pauses and overlaps below.

    Every lane is labelled, a pause is an open bar with a dashed line, and a line marks the day on
    which the data stand: nothing is drawn after it.
    """
    lanes = [text.TALKS_LANE, *dict.fromkeys(bars["lane"]), text.BETWEEN_LANE]
    lane = alt.Y(
        "lane:N",
        title=None,
        sort=lanes,
        scale=alt.Scale(domain=lanes, paddingInner=0.5, paddingOuter=0.45),
        axis=alt.Axis(labelLimit=LABEL, ticks=False, grid=True),
    )
    moment = alt.X("begin:T", title=None, axis=alt.Axis(format="%b %Y", tickCount=8, grid=True))
    today = alt.Chart(pd.DataFrame({"begin": [last], "words": [text.AS_OF]}))
    layers = alt.layer(
        *_care(alt.Chart(bars).encode(x=moment, x2="end:T", y=lane)),
        *_between(alt.Chart(between).encode(x=moment, x2="end:T", y=lane)),
        _talks(alt.Chart(talks).encode(x=moment, y=lane)),
        today.mark_rule(stroke=theme.LINE, strokeDash=[4, 3]).encode(x=moment),
        today.mark_text(align="right", dx=-5, dy=-8, baseline="bottom", color=theme.QUIET).encode(
            x=moment, y=alt.value(0), text="words:N"
        ),
    )
    return cast("alt.LayerChart", layers.properties(height=LANE * len(lanes) + AROUND))


def _care(base: alt.Chart) -> tuple[alt.Chart, alt.Chart]:
    bars = base.mark_bar(stroke=theme.LINE, strokeWidth=0.7, cornerRadius=3).encode(
        color=alt.Color("colour:N", scale=None),
        opacity=alt.Opacity("strength:Q", scale=None),
        tooltip=[
            alt.Tooltip("form:N", title=text.FORM),
            alt.Tooltip("provider:N", title=text.PROVIDER),
            alt.Tooltip("from_day:N", title=text.FROM),
            alt.Tooltip("until_day:N", title=text.UNTIL),
            alt.Tooltip("words:N", title=text.KIND),
        ],
    )
    words = base.mark_text(align="left", dy=ABOVE_BAR, dx=1, fontSize=12, baseline="middle")
    return bars, words.encode(text="words:N")


def _between(base: alt.Chart) -> tuple[alt.Chart, alt.Chart]:
    is_pause = alt.when("datum.is_pause")
    bars = base.mark_bar(stroke=theme.LINE, strokeWidth=0.9).encode(
        color=is_pause.then(alt.value(theme.PAPER)).otherwise(alt.value(theme.SAME)),
        strokeDash=is_pause.then(alt.value([4, 3])).otherwise(alt.value([1, 0])),
        tooltip=[alt.Tooltip("words:N", title=text.BETWEEN_LANE)],
    )
    words = base.mark_text(align="left", dy=ABOVE_BAR, dx=1, fontSize=12, baseline="middle")
    return bars, words.encode(text="number:N")


def _talks(base: alt.Chart) -> alt.Chart:
    return base.mark_point(
        shape="diamond", size=140, filled=True, opacity=1, color=theme.INK
    ).encode(tooltip=[alt.Tooltip("words:N", title=text.TALKS_LANE)])
