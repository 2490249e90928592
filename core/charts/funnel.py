"""The chart of ordinary differences: a funnel with every municipality as a dot."""

from typing import Final, cast

import altair as alt
import pandas as pd

from core.charts import theme
from core.text import funnel as text

HEIGHT: Final = 420
OTHER: Final = "#b9c1cb"
TICKS: Final = tuple(step * 10**power for power in range(1, 7) for step in (1, 2, 5))
COLOURS: Final = {"other": OTHER, "peer": theme.LINE, "own": theme.OWN}
SIZES: Final = {"other": 22, "peer": 60, "own": 190}


def chart_funnel(dots: pd.DataFrame, limits: pd.DataFrame, measure: str) -> alt.LayerChart:
    """Draw municipalities by size and share, between the limits of ordinary differences.

    Takes ``funnel.dots_of`` and limits (``FUNNEL_LIMITS``). Our own dot is large and named, peers
    are dark, the others grey and nameless.
    """
    scales = _scales(dots, limits, measure)
    layers = [*_limits(limits, scales), *_dots(dots, scales), *_own_name(dots, scales)]
    return cast(
        "alt.LayerChart",
        alt.layer(*layers, *_limit_names(limits, scales)).properties(height=HEIGHT),
    )


def _dots(dots: pd.DataFrame, scales: tuple[alt.X, alt.Scale]) -> list[alt.Chart]:
    tooltip = [
        alt.Tooltip("name:N", title=text.NAME),
        alt.Tooltip("share_words:N", title=text.SHARE),
        alt.Tooltip("whole_words:N", title=text.WHOLE),
        alt.Tooltip("place_words:N", title=text.PLACE),
    ]
    return [
        alt.Chart(dots[dots["role"] == role])
        .mark_point(
            filled=True,
            size=SIZES[role],
            color=COLOURS[role],
            opacity=1,
            stroke=theme.PAPER,
            strokeWidth=0.7,
        )
        .encode(x=scales[0], y=_y("share:Q", scales[1]), tooltip=tooltip)
        for role in ("other", "peer", "own")
    ]


def _own_name(dots: pd.DataFrame, scales: tuple[alt.X, alt.Scale]) -> list[alt.Chart]:
    """Write our name under our dot, on a light edge that keeps it readable over other dots."""
    base = alt.Chart(dots[dots["role"] == "own"]).encode(
        x=scales[0], y=_y("share:Q", scales[1]), text="name:N"
    )
    edge = base.mark_text(
        dy=20, fontWeight=700, fontSize=14, color=theme.PAPER, stroke=theme.PAPER, strokeWidth=5
    )
    return [edge, base.mark_text(dy=20, fontWeight=700, fontSize=14, color=theme.OWN)]


def _limits(limits: pd.DataFrame, scales: tuple[alt.X, alt.Scale]) -> list[alt.Chart]:
    base = alt.Chart(limits).encode(x=scales[0])
    band = base.mark_area(color=theme.RUNNING, opacity=0.8, clip=True).encode(
        y=_y("low:Q", scales[1]), y2="high:Q"
    )
    outer = [
        base.mark_line(color=theme.QUIET, strokeDash=[5, 4], strokeWidth=1.2, clip=True).encode(
            y=_y(f"{name}:Q", scales[1])
        )
        for name in ("lowest", "highest")
    ]
    middle = base.mark_line(color=theme.INK, strokeWidth=1.5).encode(y=_y("middle:Q", scales[1]))
    return [band, *outer, middle]


def _limit_names(limits: pd.DataFrame, scales: tuple[alt.X, alt.Scale]) -> list[alt.Chart]:
    """Name middle, band and outer limit at the right, where the funnel is narrow."""
    last = limits.tail(1)
    shown = {"highest": (text.OUTER, -6), "middle": (text.COUNTRY, 0), "low": (text.INNER, 6)}
    return [
        alt.Chart(last)
        .mark_text(align="left", dx=8, dy=shift, color=theme.QUIET, fontSize=12.5)
        .encode(x=scales[0], y=_y(f"{field}:Q", scales[1]), text=alt.value(name))
        for field, (name, shift) in shown.items()
    ]


def _scales(dots: pd.DataFrame, limits: pd.DataFrame, measure: str) -> tuple[alt.X, alt.Scale]:
    smallest, largest = float(limits["whole"].min()), float(limits["whole"].max())
    across = alt.X(
        "whole:Q",
        title=text.WHOLES[measure],
        scale=alt.Scale(type="log", domain=[smallest * 0.9, largest * 2.4], nice=False),
        axis=alt.Axis(grid=False, format=",.0f", values=list(TICKS), labelOverlap=True),
    )
    highest = max(float(dots["share"].max()), float(limits["high"].quantile(0.9)))
    return across, alt.Scale(domain=[0, highest * 1.08], nice=False)


def _y(field: str, scale: alt.Scale) -> alt.Y:
    axis = alt.Axis(format=".1%" if float(scale.domain[1]) < 0.05 else ".0%", tickCount=6)
    return alt.Y(field, title=text.SHARE, scale=scale, axis=axis)
