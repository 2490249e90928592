"""Chart of the mirror: a provider beside others without a name, a row a measure."""

from typing import Final

import altair as alt
import pandas as pd

from core.charts import theme
from core.text import provider_mirror as text

ROW: Final = 50
BAND: Final = 20
ROOM: Final = 1.06  # beyond the farthest mark


def chart_mirror(own: pd.DataFrame, others: pd.DataFrame, *, in_days: bool) -> alt.LayerChart:
    """Draw the own value with its interval, the others as dots, and their middle half as a band.

    Takes ``own_rows`` and ``other_rows`` of the text. What may not be shown has no mark.
    """
    mine = own.dropna(subset=["own"])
    drawn = {*mine["label"], *others["label"]}
    y = alt.Y(
        "label:N",
        title=None,
        axis=alt.Axis(labelLimit=330, domain=False),
        scale=alt.Scale(domain=[one for one in own["label"] if one in drawn], paddingOuter=0.3),
    )
    farthest = pd.concat([own["high"], others["value"]]).max()
    x = alt.X(
        title=text.DAYS_AXIS if in_days else text.SHARE_AXIS,
        axis=alt.Axis(format=",.0f" if in_days else "%", tickCount=6),
        scale=alt.Scale(domain=[0, farthest * ROOM], nice=False),
    )
    layers = [*_others(own, others, x, y), *_own(mine, x, y)]
    return alt.LayerChart(layer=layers, height=alt.Step(ROW))


def _others(own: pd.DataFrame, others: pd.DataFrame, x: alt.X, y: alt.Y) -> list[alt.Chart]:
    """Draw the band of the middle half, and a dot without any word for each provider."""
    bands = own.dropna(subset=["middle_low"]).astype({"middle_low": float, "middle_high": float})
    band = (
        alt.Chart(bands)
        .mark_bar(color=theme.RUNNING, size=BAND)
        .encode(
            y=y,
            x=_at(x, "middle_low"),
            x2="middle_high:Q",
            tooltip=[alt.Tooltip("middle:N", title=text.MIDDLE)],
        )
    )
    dots = (
        alt.Chart(others)
        .mark_point(filled=True, color=theme.ENDED, size=55, opacity=0.8, tooltip=False)
        .encode(y=y, x=_at(x, "value"))
    )
    return [band, dots]


def _own(mine: pd.DataFrame, x: alt.X, y: alt.Y) -> list[alt.Chart]:
    """Draw the provider that was chosen, with its interval and its value in words."""
    base = alt.Chart(mine)
    line = base.mark_rule(color=theme.OWN, strokeWidth=2).encode(y=y, x=_at(x, "low"), x2="high:Q")
    at = base.encode(y=y, x=_at(x, "own"))
    diamond = at.mark_point(
        shape="diamond", filled=True, color=theme.OWN, size=170, opacity=1
    ).encode(tooltip=[alt.Tooltip("words:N", title=text.OWN)])
    return [line, diamond, at.mark_text(dy=-17, fontWeight=600).encode(text="words:N")]


def _at(x: alt.X, column: str) -> alt.X:
    """Place a column on the axis of the picture."""
    placed: alt.X = x.copy()
    placed.shorthand = f"{column}:Q"
    return placed
