"""Charts of the start page: help per year, and the part of the youth with help."""

from typing import Final

import altair as alt
import pandas as pd

from core.charts import theme
from core.text import start as text

COLOURS: Final = {"clients": theme.QUIET, "trajectories": theme.SAME}
"""Persons dark, trajectories light: two things that are counted, no rungs."""


def chart_basics(table: pd.DataFrame) -> alt.LayerChart:
    """Show that persons and trajectories are two numbers, and how both move over the years.

    ``table`` has a row a year and measure: ``label``, ``measure``, ``number`` and ``count``, the
    number as people read it. A hidden count has no bar and the label says so.
    """
    names = list(text.COUNT_NAMES.values())
    x = alt.X("label:N", title=None, axis=alt.Axis(labelAngle=0), sort=None)
    bars = alt.Chart(table).encode(
        x=x,
        xOffset=alt.XOffset("measure:N", sort=names),
        y=alt.Y("number:Q", title=text.COUNT_AXIS),
    )
    colour = alt.Color(
        "measure:N",
        title=None,
        scale=alt.Scale(domain=names, range=list(COLOURS.values())),
        legend=alt.Legend(orient="top"),
    )
    tooltip = [
        alt.Tooltip("label:N", title=text.YEAR),
        alt.Tooltip("measure:N", title=text.MEASURE),
        alt.Tooltip("count:N", title=text.NUMBER),
    ]
    drawn = bars.mark_bar(stroke=theme.LINE, strokeWidth=0.5).encode(color=colour, tooltip=tooltip)
    return drawn + bars.mark_text(dy=-8).encode(text="count:N")


def chart_youth(table: pd.DataFrame, region: float | None) -> alt.LayerChart:
    """Show where each municipality lies round the share of all together.

    ``table`` has ``name``, ``share`` (0 to 1, missing when hidden) and ``label``. In order of name,
    because a difference is a question and no ranking. A hidden share has no dot.
    """
    dots = alt.Chart(table).encode(
        y=alt.Y("name:N", title=None, sort=None),
        x=alt.X(
            "share:Q",
            title=text.YOUTH_AXIS,
            axis=alt.Axis(format=".0%", tickCount=6),
            scale=FROM_ZERO,
        ),
    )
    tooltip = [
        alt.Tooltip("name:N", title=text.PLACE),
        alt.Tooltip("label:N", title=text.YOUTH_SHARE),
    ]
    drawn = dots.mark_circle(size=90, color=theme.QUIET, opacity=1).encode(tooltip=tooltip)
    words = dots.mark_text(align="left", dx=9).encode(text="label:N")
    return drawn + words + _line(region)


FROM_ZERO: Final = alt.Scale(zero=True)


def _line(region: float | None) -> alt.LayerChart:
    """Draw the share of the whole region, with its name."""
    mean = alt.Chart(pd.DataFrame({"share": [region], "name": [text.REGION]}))
    rule = mean.mark_rule(color=theme.LINE, strokeDash=[4, 3]).encode(x="share:Q")
    words = mean.mark_text(align="left", dx=4, baseline="bottom", y=0, color=theme.QUIET)
    return rule + words.encode(x="share:Q", text="name:N")
