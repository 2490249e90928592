"""Charts of spending: an index with the middle half of a group, and budget beside spending."""

from typing import Final, cast

import altair as alt
import pandas as pd

from core.charts import theme
from core.text import budget
from core.text import spending as text

HEIGHT: Final = 380
COLOURS: Final = {text.COUNTRY: theme.QUIET, text.GROUP: theme.LINE, text.OWN: theme.OWN}
"""The lines in the order in which they are drawn: our own lies on top."""

DASHES: Final = {text.OWN: [1, 0], text.GROUP: [1, 0], text.COUNTRY: [6, 4]}
WIDTHS: Final = {text.OWN: 3.5, text.GROUP: 2, text.COUNTRY: 2}
GROUP_BAND: Final = "#dfe5ec"
LANE: Final = 1.24
"""Above the lines is room for why they are broken, as a part of their height."""

SECOND_LANE: Final = 0.9
"""Where words stand that would cover those of the year before, as a part of the height."""

NAME_ROOM: Final = 0.3
"""Room for names to the right of the lines, as a part of the years."""

NEAR: Final = 0.06
"""Names closer than this, as a part of the height, are moved apart."""


def chart_index(
    lines: pd.DataFrame, spread: pd.DataFrame, marks: pd.DataFrame, names: dict[str, str]
) -> alt.LayerChart:
    """Draw the index of spending: own line, the group's median and middle half, the country.

    ``lines`` has ``series, year, segment, index``, ``spread`` the band with its ``segment``. A line
    and a band stop where a segment ends; ``marks`` says there what changed.
    """
    top = max([*lines["index"].dropna(), *spread["high"].dropna(), 100.0]) * LANE
    years = sorted({*spread["year"], *lines["year"]})
    scales = (years, top)
    layers = [*_band(spread, scales), *_lines(lines, scales), *_marks(marks, scales)]
    return cast(
        "alt.LayerChart", alt.layer(*layers, _names(lines, names, scales)).properties(height=HEIGHT)
    )


def chart_budget(rows: pd.DataFrame) -> alt.LayerChart:
    """Draw what was spent as a bar and the budget as a line across it, year by year.

    Takes ``budget.bars_of_years``.
    """
    across = alt.X("year:O", title=None, axis=alt.Axis(labelAngle=0, ticks=False))
    scale = alt.Scale(zero=True, nice=True)
    base = alt.Chart(rows).encode(x=across)
    bars = base.mark_bar(size=26, color=theme.SAME).encode(
        y=alt.Y("spending_millions:Q", title=budget.AXIS, scale=scale),
        tooltip=[
            alt.Tooltip("year:O", title=text.YEAR),
            alt.Tooltip("spending_words:N", title=budget.SPENT),
            alt.Tooltip("budget_words:N", title=budget.BUDGET),
        ],
    )
    ticks = base.mark_tick(size=38, thickness=3, color=theme.INK).encode(
        y=alt.Y("budget_millions:Q", title=budget.AXIS, scale=scale)
    )
    return cast(
        "alt.LayerChart",
        alt.layer(bars, ticks, *_budget_names(rows, across, scale)).properties(height=240),
    )


def _budget_names(rows: pd.DataFrame, across: alt.X, scale: alt.Scale) -> list[alt.Chart]:
    """Name bar and line once, at the last year that has both."""
    last = rows.dropna(subset=["budget", "spending"]).tail(1)
    pairs = (("budget_millions", budget.BUDGET), ("spending_millions", budget.SPENT))
    low_first = sorted(pairs, key=lambda pair: float(last[pair[0]].sum()))
    shifts = {low_first[0][0]: 9, low_first[1][0]: -9}
    return [
        alt.Chart(last)
        .mark_text(align="left", dx=22, dy=shifts[field], color=theme.INK, fontSize=13)
        .encode(x=across, y=alt.Y(f"{field}:Q", scale=scale), text=alt.value(name))
        for field, name in pairs
    ]


def _band(spread: pd.DataFrame, scales: tuple[list[int], float]) -> list[alt.Chart]:
    """Draw the middle half of the group; a year alone between two breaks becomes a bar."""
    base = alt.Chart(spread).encode(x=_x(scales), y=_y("low:Q", scales), y2="high:Q")
    alone = ~spread["segment"].duplicated(keep=False)
    bars = alt.Chart(spread[alone]).encode(x=_x(scales), y=_y("low:Q", scales), y2="high:Q")
    return [
        base.mark_area(color=GROUP_BAND).encode(detail="segment:N"),
        bars.mark_bar(color=GROUP_BAND, size=16),
    ]


def _lines(lines: pd.DataFrame, scales: tuple[list[int], float]) -> list[alt.Chart]:
    return [
        alt.Chart(rows)
        .mark_line(
            color=COLOURS[series],
            strokeDash=DASHES[series],
            strokeWidth=WIDTHS[series],
            point=alt.OverlayMarkDef(size=28, filled=True, color=COLOURS[series]),
        )
        .encode(
            x=_x(scales),
            y=_y("index:Q", scales),
            detail="segment:N",
            tooltip=[
                alt.Tooltip("year:Q", title=text.YEAR, format="d"),
                alt.Tooltip("index:Q", title=_axis(scales), format=".0f"),
            ],
        )
        for series in COLOURS
        for rows in [lines[(lines["series"] == series) & lines["index"].notna()]]
    ]


def _marks(marks: pd.DataFrame, scales: tuple[list[int], float]) -> list[alt.Chart]:
    """Draw a dotted line in the middle of every gap, and on top of it what changed."""
    follows = marks["year"].diff() == 1
    lower = follows & ~follows.shift(fill_value=False)  # side by side there is no room for both
    tops = pd.Series(scales[1], index=marks.index).mask(lower, scales[1] * SECOND_LANE)
    placed = marks.assign(at=marks["year"] - 0.5, bottom=0.0, top=scales[1], words_at=tops)
    base = alt.Chart(placed)
    tooltip = [alt.Tooltip("words:N", title=text.BREAK_COLUMN)]
    rule = base.mark_rule(color=theme.QUIET, strokeDash=[2, 4]).encode(
        x=_x(scales, "at:Q"), y=_y("bottom:Q", scales), y2="top:Q", tooltip=tooltip
    )
    words = base.mark_text(
        color=theme.QUIET, align="left", baseline="top", dx=5, dy=2, fontSize=12, lineBreak="\n"
    ).encode(x=_x(scales, "at:Q"), y=_y("words_at:Q", scales), text="words:N", tooltip=tooltip)
    return [rule, words]


def _names(
    lines: pd.DataFrame, names: dict[str, str], scales: tuple[list[int], float]
) -> alt.Chart:
    """Write each name at the end of its line, moved apart where lines end together."""
    last = lines.dropna(subset=["index"]).sort_values("year").groupby("series").tail(1)
    ends = last.sort_values("index")
    placed: list[float] = []
    for height in ends["index"]:
        placed.append(max(float(height), placed[-1] + NEAR * scales[1]) if placed else height)
    words = [names[series] for series in ends["series"]]
    colours = [COLOURS[series] for series in ends["series"]]
    return (
        alt.Chart(ends.assign(height=placed, name=words, colour=colours))
        .mark_text(align="left", dx=10, fontWeight=600)
        .encode(
            x=_x(scales),
            y=_y("height:Q", scales),
            text="name:N",
            color=alt.Color("colour:N", scale=None),
        )
    )


def _axis(scales: tuple[list[int], float]) -> str:
    years, _ = scales
    return text.axis_of(years[0] if years else text.FIRST_SHOWN)


def _x(scales: tuple[list[int], float], field: str = "year:Q") -> alt.X:
    years, _ = scales
    first, last = (years[0], years[-1]) if years else (text.FIRST_SHOWN, text.FIRST_SHOWN + 1)
    axis = alt.Axis(values=years, format="d", grid=False, orient="bottom")
    room = max(1.0, NAME_ROOM * len(years))
    scale = alt.Scale(domain=[first - 0.2, last + room], nice=False, zero=False)
    return alt.X(field, title=None, axis=axis, scale=scale)


def _y(field: str, scales: tuple[list[int], float]) -> alt.Y:
    scale = alt.Scale(domain=[0, scales[1]], nice=False)
    return alt.Y(field, title=_axis(scales), scale=scale, axis=alt.Axis(tickCount=6))
