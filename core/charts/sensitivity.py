"""The picture of sensitivity: a grid of shares, one for each pair of pauses."""

from typing import Final, cast

import altair as alt
import pandas as pd

from core.charts import theme
from core.text import sensitivity as text

LIGHT, DARK = "#f2f4f7", "#b9c3cf"
"""Neutral from light to dark, so that no cell looks like a rung; dark ink reads on both."""

ROW_PIXELS: Final = 52
AXIS_PIXELS: Final = 60
"""Room above the grid for the pauses inside a chain."""

UP_PIXELS: Final = -8
DOWN_PIXELS: Final = 9


def chart_grid(cells: pd.DataFrame) -> alt.LayerChart:
    """Draw a cell a pair of pauses: the share, below it of how many; the chosen pair is framed.

    A cell that may not be shown is white with a dashed edge and says so.
    """
    drawn = cells.assign(is_hidden=cells["share"].isna())
    base = alt.Chart(drawn).encode(
        x=alt.X("chain:N", sort=None, title=text.CHAIN, axis=alt.Axis(orient="top", labelAngle=0)),
        y=alt.Y("merge:N", sort=None, title=text.MERGE),
    )
    boxes = base.mark_rect(stroke=theme.GRID).encode(
        color=alt.condition(
            "datum.is_hidden",
            alt.value(theme.HIDDEN),
            alt.Color("share:Q", scale=alt.Scale(range=[LIGHT, DARK], zero=False), legend=None),
        ),
        strokeDash=alt.condition(
            "datum.is_hidden", alt.value(list(theme.HIDDEN_DASH)), alt.value([1, 0])
        ),
    )
    own = base.transform_filter("datum.is_own").mark_rect(
        fillOpacity=0, stroke=theme.OWN, strokeWidth=2
    )
    shares = base.mark_text(fontWeight="bold", dy=UP_PIXELS).encode(text="share_label:N")
    wholes = base.mark_text(color=theme.INK, dy=DOWN_PIXELS, fontSize=12).encode(
        text="whole_label:N"
    )
    height = ROW_PIXELS * cells["merge"].nunique() + AXIS_PIXELS
    chart = alt.layer(boxes, own, shares, wholes).properties(height=height)
    return cast("alt.LayerChart", chart)
