"""Chart of the course: in which state young people are, month by month since the first start."""

from collections.abc import Sequence
from typing import Final, cast

import altair as alt
import pandas as pd

from core.charts import theme
from core.text import general
from core.text import states as text

Ladder = Sequence[tuple[str, int]]

HALF_WIDTH: Final = 1.5  # months: bars of three months touch
LAST_MONTH: Final = 36
HIGHEST_NAME: Final = 98.0
LANE: Final = 15  # months of room right of the bars, for the names of the states
LEAST_LABEL: Final = 6.0
"""A part of fewer points has no number in it."""

ROOM: Final = 5.0
"""Points between two names, so that none covers another."""


def chart_states(counts: pd.DataFrame, ladder: Ladder) -> alt.LayerChart:
    """Draw the states of every month (``STATE_COUNTS``) as bars that add up to 100%.

    No help lies at the top, then down the ladder to the lightest help; under each bar stands of
    how many young people it is. A month of which a part is hidden is left out.
    """
    rows = _state_rows(counts, ladder)
    scale = alt.Scale(domain=[-HALF_WIDTH, LAST_MONTH + HALF_WIDTH + LANE], nice=False)
    axis = alt.Axis(
        values=sorted(set(rows["month"])), labelExpr=_month_labels(counts), grid=False, ticks=False
    )
    y_axis = alt.Axis(tickCount=5, grid=False)
    y = alt.Y("low:Q", title=text.SHARE_AXIS, scale=alt.Scale(domain=[0, 100]), axis=y_axis)
    bars = (
        alt.Chart(rows)
        .mark_rect(stroke=theme.PAPER, strokeWidth=0.5)
        .encode(
            x=alt.X("left:Q", title=text.MONTHS_AXIS, scale=scale, axis=axis),
            x2="right:Q",
            y=y,
            y2="high:Q",
            color=alt.Color("colour:N", scale=None),
            tooltip=[
                alt.Tooltip("month:N", title=text.MONTH),
                alt.Tooltip("name:N", title=text.STATE),
                alt.Tooltip("label:N", title=text.SHARE),
            ],
        )
    )
    words = (
        alt.Chart(rows[rows["share"] >= LEAST_LABEL])
        .mark_text(fontSize=12.5)
        .encode(x="month:Q", y="middle:Q", text="label:N", color=alt.Color("ink:N", scale=None))
    )
    names = (
        alt.Chart(_names(rows))
        .mark_text(align="left", dx=6, fontSize=12.5, color=theme.INK)
        .encode(x="right:Q", y="place:Q", text="name:N")
    )
    return cast("alt.LayerChart", alt.layer(bars, words, names).properties(height=400))


def _state_rows(counts: pd.DataFrame, ladder: Ladder) -> pd.DataFrame:
    """Lay the shares of a month on top of each other, the lightest help at the bottom."""
    shown = text.with_shares(counts).dropna(subset=["share"])
    ordered = shown.sort_values(["month", "state"], key=_upward)
    shares = ordered["share"].astype(float) * 100
    high = shares.groupby(ordered["month"]).cumsum()
    colours = [state_colour(int(state), ladder) for state in ordered["state"]]
    months = ordered["month"].astype(int)
    return pd.DataFrame(
        {
            "month": months,
            "state": ordered["state"].astype(int),
            "name": [text.state_name(int(state), ladder) for state in ordered["state"]],
            "share": shares,
            "label": [general.percent(share / 100) for share in shares],
            "low": high - shares,
            "high": high,
            "middle": high - shares / 2,
            "left": months - HALF_WIDTH,
            "right": months + HALF_WIDTH,
            "colour": colours,
            "ink": [theme.ink_on(colour) for colour in colours],
        }
    )


def _upward(cells: "pd.Series[int]") -> "pd.Series[int]":
    """Rank states from the bottom of the bar up: rungs, no rung, the rest, no help."""
    if cells.name != "state":
        return cells
    ranks = {text.WITHOUT_RUNG: 100, text.REST: 101, text.NONE: 102}
    return cells.map(lambda state: ranks.get(state, state))


def _names(rows: pd.DataFrame) -> pd.DataFrame:
    """Place the name of each state right of the bars, in the order of the bars and none on another.

    A state that is gone before the last month says up to which month it is there.
    """
    ends = rows.groupby("state")["month"].transform("max")
    named = rows[rows["month"] == ends].sort_values("state", key=_upward)
    latest = rows["month"].max() if len(rows) else 0
    places: list[float] = []
    for middle, month in zip(named["middle"], named["month"], strict=True):
        lowest = places[-1] + ROOM if places else 0.0
        places.append(max(middle, lowest) if month == latest else lowest)
    excess = max(0.0, places[-1] - HIGHEST_NAME) if places else 0.0
    names = [
        name if month == latest else f"{name} ({text.UP_TO}{month})"
        for name, month in zip(named["name"], named["month"], strict=True)
    ]
    return named.assign(
        place=[place - excess for place in places],
        right=LAST_MONTH + HALF_WIDTH,
        name=names,
    )


def _month_labels(counts: pd.DataFrame) -> str:
    """Write Vega's words for the axis: the month, and under it of how many young people."""
    numbers = {
        month: f"n {general.number(whole)}"
        for month, whole in text.followed(counts).items()
        if whole is not None
    }
    entries = ", ".join(f"'{month}': '{words}'" for month, words in numbers.items())
    return f"[datum.value, {{{entries}}}[datum.value] || '']"


def state_colour(state: int, ladder: Ladder) -> str:
    """Give the colour of a state: that of its rung, or of what has none."""
    highest = max((level for _, level in ladder), default=len(theme.LADDER))
    fixed = {
        text.REST: theme.OTHER,
        text.NONE: theme.RUNNING,
        text.WITHOUT_RUNG: theme.UNRANKED_FORM,
    }
    return fixed.get(state) or theme.level_colour(state - text.WITHOUT_RUNG, highest)
