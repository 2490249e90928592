"""Chart of what is expected of each district and what was seen, with its margin."""

from typing import cast

import altair as alt
import pandas as pd

from core.charts import theme
from core.text import district_expected as text

ROW_HEIGHT = 40


def chart_bands(rows: pd.DataFrame, title: str) -> alt.LayerChart:
    """Draw the margin of each place (``text.band_rows``) as a bar, and what was seen as a dot.

    Only what lies outside its margin has the colour of a signal. Where part was not published a
    line shows between which shares the dot would be.
    """
    base = alt.Chart(rows).encode(
        y=alt.Y("name:N", title=None, sort=None, axis=alt.Axis(labelLimit=420, ticks=False))
    )
    axis = alt.Axis(format=".0%", tickCount=6)
    scale = alt.Scale(zero=True, nice=True)
    margin = base.mark_bar(size=20, color=theme.AMOUNT[1], stroke=theme.LINE, strokeWidth=0.5)
    usual = base.mark_tick(color=theme.LINE, thickness=2, size=20)
    seen = base.mark_rule(color=theme.INK, strokeWidth=2)
    colour = alt.Color(
        "unusual:N",
        legend=None,
        scale=alt.Scale(domain=[False, True], range=[theme.INK, theme.SIGNAL]),
    )
    dots = base.mark_point(filled=True, size=120, opacity=1)
    words = base.mark_text(align="left", dx=10)
    layers = (
        margin.encode(
            x=alt.X("low:Q", title=title, axis=axis, scale=scale), x2="high:Q", tooltip=_tooltip()
        ),
        usual.encode(x="expected:Q"),
        seen.encode(x="actual_low:Q", x2="actual_high:Q"),
        dots.encode(x="at:Q", color=colour, tooltip=_tooltip()),
        words.encode(x="until:Q", text="words:N"),
    )
    return cast("alt.LayerChart", alt.layer(*layers).properties(height=alt.Step(ROW_HEIGHT)))


def _tooltip() -> list[alt.Tooltip]:
    return [
        alt.Tooltip("name:N", title=text.PLACE),
        alt.Tooltip("margin:N", title=text.BAND),
        alt.Tooltip("words:N", title=text.VERDICT),
    ]
