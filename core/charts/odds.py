"""Charts of odds of groups: dots with their interval, and expected beside seen."""

from collections.abc import Sequence
from typing import Final, cast

import altair as alt
import pandas as pd

from core.charts import theme
from core.text import odds as text

SIDE: Final = 420
"""Height of expected beside seen, in a column about as wide."""


def chart_odds(odds: pd.DataFrame, forms: Sequence[str], chosen: str) -> alt.LayerChart:
    """Draw of each first care form how many of 100 chains went on, with the interval, from 0.

    ``forms`` gives the order; the group of the finding stands out. A protected group is left out.
    """
    rows = text.in_order(odds, forms)
    shown = rows[rows["share"].notna()]
    drawn = shown.assign(
        is_chosen=shown["care_form"] == chosen, words=[_words(row) for _, row in shown.iterrows()]
    )
    colour = alt.when("datum.is_chosen").then(alt.value(theme.SIGNAL))
    base = alt.Chart(drawn).encode(
        y=alt.Y("name:N", title=None, sort=None, axis=alt.Axis(labelLimit=260, ticks=False)),
        color=colour.otherwise(alt.value(theme.LINE)),
    )
    bar = base.mark_rule(strokeWidth=2.5).encode(x=_axis("low:Q"), x2="high:Q")
    dot = base.mark_point(filled=True, size=110, opacity=1).encode(
        x=_axis("share:Q"),
        tooltip=[
            alt.Tooltip("name:N", title=text.FORM),
            alt.Tooltip("words:N", title=text.OF_100),
        ],
    )
    words = base.mark_text(align="left", dx=10, fontSize=13).encode(x=_axis("high:Q"), text="words")
    return cast("alt.LayerChart", alt.layer(bar, dot, words).properties(height=alt.Step(32)))


def chart_calibration(points: pd.DataFrame) -> alt.LayerChart:
    """Draw expected against seen (``text.points_of``): on the slanting line both are the same."""
    top = max([*points["high"], *points["expected_of_100"], 10.0]) * 1.1
    scale = alt.Scale(domain=[0, top], nice=False)
    line = alt.Chart(pd.DataFrame({"expected_of_100": [0, top], "share": [0, top]})).mark_line(
        color=theme.ENDED, strokeDash=list(theme.TOO_RECENT_DASH)
    )
    across = alt.X(
        "expected_of_100:Q", title=text.EXPECTED_AXIS, axis=alt.Axis(tickCount=6), scale=scale
    )
    base = alt.Chart(points).encode(x=across)
    bar = base.mark_rule(strokeWidth=2.5, color=theme.LINE).encode(y=_up("low:Q", scale), y2="high")
    dot = base.mark_point(filled=True, size=120, opacity=1, color=theme.LINE).encode(
        y=_up("share:Q", scale),
        tooltip=[
            alt.Tooltip("expected_of_100:Q", title=text.EXPECTED_AXIS, format=".0f"),
            alt.Tooltip("share:Q", title=text.SEEN_AXIS, format=".0f"),
            alt.Tooltip("words:N", title=text.CHAINS),
        ],
    )
    words = base.mark_text(dy=-9, fontSize=12.5, color=theme.INK).encode(
        y=_up("high:Q", scale), text="words:N"
    )
    layers = alt.layer(line.encode(x=across, y=_up("share:Q", scale)), bar, dot, words)
    return cast("alt.LayerChart", layers.properties(height=SIDE))


def _words(row: pd.Series) -> str:
    return f"{text.odds_words(row)} · {text.of_chains(row['whole'])}"


def _axis(field: str) -> alt.X:
    scale = alt.Scale(zero=True, nice=True)
    return alt.X(field, title=text.ODDS_AXIS, axis=alt.Axis(tickCount=6), scale=scale)


def _up(field: str, scale: alt.Scale) -> alt.Y:
    return alt.Y(field, title=text.SEEN_AXIS, axis=alt.Axis(tickCount=6), scale=scale)
