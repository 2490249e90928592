"""The chart of how long after a trajectory the next one starts."""

from typing import Final

import altair as alt
import pandas as pd

from core.charts.theme import INK, LINE, QUIET, SAME, SIGNAL
from core.text import waiting as text

HEIGHT: Final = 380
MONTHS: Final = 24
ROW: Final = 0.075
"""The height of a row of numbers under the lines, as a part of the height of the lines."""

NEAR: Final = 0.085
"""Labels closer than this, as a part of the height, are moved apart."""

TONES: Final = {1: (INK, [1, 0]), 2: (QUIET, [7, 3]), 3: (SAME, [2, 2])}
"""The colour and the dash of the line after each trajectory: also told apart in grey."""


def chart_waiting(
    lines: pd.DataFrame, at_risk: pd.DataFrame, pause: tuple[int, str]
) -> alt.LayerChart:
    """Draw for each number the share to whom a next trajectory came, as steps over two years.

    Takes ``waiting.lines_of`` and ``waiting.at_risk_of``; ``pause`` is the longest pause within a
    chain (days) with its words. Under the lines stand how many were still followed. A line ends
    where too few are.
    """
    top = min(max(float(lines["share"].max()) * 1.15, 0.1), 1.0) if len(lines) else 1.0
    layers = [*_lines(lines, top), _names(lines, top), *_pause(pause, top), *_numbers(at_risk, top)]
    return alt.LayerChart(layer=layers, height=HEIGHT)


def _lines(lines: pd.DataFrame, top: float) -> list[alt.Chart]:
    base = alt.Chart(lines).encode(x=_x(), y=_y("share:Q", top))
    return [
        base.transform_filter(alt.datum.position == position)
        .mark_line(interpolate="step-after", color=colour, strokeDash=dash, strokeWidth=2.5)
        .encode(
            tooltip=[
                alt.Tooltip("label:N", title=text.AFTER),
                alt.Tooltip("month:Q", title=text.MONTH),
                alt.Tooltip("words:N", title=text.SHARE),
            ]
        )
        for position, (colour, dash) in TONES.items()
        if position in set(lines["position"])
    ]


def _names(lines: pd.DataFrame, top: float) -> alt.Chart:
    """Write at the end of each line what it is and where it ends."""
    last = lines.sort_values("month").groupby("position").tail(1).sort_values("share")
    words = [f"{label}: {words}" for label, words in zip(last["label"], last["words"], strict=True)]
    ends = last.assign(name=words, height=_apart(last["share"].tolist(), NEAR * top))
    return (
        alt.Chart(ends)
        .mark_text(align="left", dx=8, color=INK, fontWeight=600)
        .encode(x=_x(), y=_y("height:Q", top), text="name:N")
    )


def _pause(pause: tuple[int, str], top: float) -> list[alt.Chart]:
    days, words = pause
    month = days / text.DAYS_A_MONTH
    if not 0 < month <= MONTHS:
        return []
    at = alt.Chart(
        pd.DataFrame({"month": [month], "bottom": [0.0], "top": [top], "words": [words]})
    )
    rule = at.mark_rule(color=SIGNAL, strokeDash=[4, 4]).encode(
        x=_x(), y=_y("bottom:Q", top), y2="top:Q"
    )
    name = at.mark_text(align="left", dx=6, baseline="top", color=LINE).encode(
        x=_x(), y=_y("top:Q", top), text="words:N"
    )
    return [rule, name]


def _numbers(at_risk: pd.DataFrame, top: float) -> list[alt.Chart]:
    """Write under the lines, a row a trajectory, how many were still followed."""
    rows = at_risk.assign(height=-(at_risk["position"] + 1.6) * ROW * top)
    numbers = (
        alt.Chart(rows)
        .mark_text(color=INK, baseline="middle")
        .encode(x=_x(), y=_y("height:Q", top), text="words:N")
    )
    first = rows[rows["month"] == 0]
    heads = (
        alt.Chart(first)
        .mark_text(color=QUIET, align="right", baseline="middle", dx=-28)
        .encode(x=_x(), y=_y("height:Q", top), text="label:N")
    )
    title = pd.DataFrame({"month": [0], "height": [-1.6 * ROW * top], "words": [text.AT_RISK]})
    above = (
        alt.Chart(title)
        .mark_text(color=QUIET, align="right", baseline="middle", dx=-28, fontWeight=600)
        .encode(x=_x(), y=_y("height:Q", top), text="words:N")
    )
    return [numbers, heads, above]


def _apart(heights: list[float], near: float) -> list[float]:
    """Move ascending heights up where they are nearer to each other than this."""
    placed: list[float] = []
    for height in heights:
        placed.append(max(height, placed[-1] + near) if placed else height)
    return placed


def _x() -> alt.X:
    axis = alt.Axis(values=list(range(0, MONTHS + 1, 3)), grid=False, orient="bottom")
    scale = alt.Scale(domain=[0, MONTHS + 7], nice=False)
    return alt.X("month:Q", title=text.MONTHS_AXIS, axis=axis, scale=scale)


def _y(field: str, top: float) -> alt.Y:
    values = [step / 10 for step in range(11) if step / 10 <= top]
    scale = alt.Scale(domain=[-5.2 * ROW * top, top], nice=False, zero=False)
    axis = alt.Axis(format="%", values=values, minExtent=130, titleAnchor="end", titleAlign="right")
    return alt.Y(field, title=text.AXIS, axis=axis, scale=scale)
