"""Charts of the further parts of Regie op drie: rates, standings, after talks, and the series."""

import altair as alt
import pandas as pd

from core.charts.theme import (
    BESIDE,
    DOWN,
    HIDDEN_DASH,
    INK,
    LINE,
    OTHER,
    QUIET,
    SAME,
    TOO_RECENT,
    UNRANKED_FORM,
    UP,
    ink_on,
)
from core.text import adherence, after_talks, series, standings

BAR_HEIGHT = 30
CHART_HEIGHT = 320
MOST_SHARE = 1.0

STANDING_COLOURS = {
    "not_yet": OTHER,
    "attention": BESIDE,
    "prepared": QUIET,
    "evaluated": QUIET,
    "late_possible": BESIDE,
    "late": SAME,
    "without": SAME,
    "excepted": OTHER,
    "unknown": SAME,
}
OUTCOME_COLOURS = {
    "nothing": TOO_RECENT,
    "down": DOWN,
    "same": SAME,
    "up": UP,
    "other": UNRANKED_FORM,
    "rest": OTHER,
}


def chart_rates(rows: pd.DataFrame, share: float, title: str) -> alt.LayerChart:
    """Show a rate per row as a dot on its interval, and the rate of all as a dashed line.

    Rows stand in the order they came in, which is no order of rates. What is hidden is not here.
    """
    base = alt.Chart(rows).encode(y=alt.Y("label:N", sort=alt.SortField("order"), title=None))
    scale = alt.Scale(domain=[0, MOST_SHARE])
    axis = alt.X(
        "low:Q", title=adherence.RATE, scale=scale, axis=alt.Axis(format=".0%", tickCount=5)
    )
    bars = base.mark_rule(color=QUIET, strokeWidth=3).encode(
        x=axis,
        x2="high:Q",
        tooltip=[
            alt.Tooltip("label:N", title=" "),
            alt.Tooltip("words:N", title=adherence.RATE),
        ],
    )
    dots = base.mark_circle(color=QUIET, size=110, opacity=1).encode(x=alt.X("share:Q"))
    words = base.mark_text(align="left", dx=10, color=INK).encode(x=alt.X("high:Q"), text="words:N")
    all_of = alt.Chart(pd.DataFrame({"share": [share], "label": [adherence.ALL]}))
    line = all_of.mark_rule(color=LINE, strokeDash=HIDDEN_DASH).encode(x="share:Q")
    return alt.LayerChart(layer=[line, bars, dots, words], height=alt.Step(BAR_HEIGHT), title=title)


def chart_standings(rows: pd.DataFrame) -> alt.LayerChart:
    """Show how many live chains stand where, a bar each; a hidden count has words and no bar."""
    order = rows["label"].tolist()
    base = alt.Chart(rows).encode(
        y=alt.Y("label:N", sort=order, title=None, axis=alt.Axis(labelLimit=360)),
        x=alt.X("chains:Q", title=standings.CHAINS, axis=alt.Axis(tickMinStep=5)),
    )
    colours = [STANDING_COLOURS[name] for name in rows["standing"]]
    bars = base.mark_bar(stroke=LINE, strokeWidth=0.5).encode(
        color=alt.Color("label:N", legend=None).scale(domain=order, range=colours)
    )
    words = base.mark_text(align="left", dx=6, color=INK).encode(text="words:N")
    return alt.LayerChart(layer=[bars, words], height=alt.Step(BAR_HEIGHT), title=standings.TITLE)


def chart_after(rows: pd.DataFrame) -> alt.LayerChart:
    """Show what began after talks as parts of 100% per conclusion, in the colours of steps."""
    order = list(dict.fromkeys(rows["label"]))
    names = [after_talks.OUTCOMES[name] for name in OUTCOME_COLOURS]
    base = alt.Chart(rows).encode(
        y=alt.Y("label:N", sort=order, title=None),
        order=alt.Order("order:Q"),
    )
    width = alt.X(
        "share:Q",
        title=after_talks.SHARE,
        stack="zero",
        axis=alt.Axis(format=".0%", tickCount=5),
        scale=alt.Scale(domain=[0, 1]),
    )
    bars = base.mark_bar(stroke=LINE, strokeWidth=0.5).encode(
        x=width,
        color=alt.Color(
            "name:N",
            sort=names,
            title=after_talks.AFTER,
            legend=alt.Legend(labelLimit=260, symbolStrokeWidth=0),
        ).scale(domain=names, range=list(OUTCOME_COLOURS.values())),
        tooltip=[
            alt.Tooltip("label:N", title=after_talks.CONCLUSION),
            alt.Tooltip("name:N", title=after_talks.AFTER),
            alt.Tooltip("talks:Q", title=after_talks.TALKS, format=","),
        ],
    )
    inks = {after_talks.OUTCOMES[name]: ink_on(tone) for name, tone in OUTCOME_COLOURS.items()}
    words = base.mark_text(align="center").encode(
        x=alt.X("middle:Q"),
        text="words:N",
        color=alt.Color("name:N", legend=None).scale(domain=list(inks), range=list(inks.values())),
    )
    layers = alt.LayerChart(
        layer=[bars, words], height=alt.Step(BAR_HEIGHT + 6), title=after_talks.TITLE
    )
    return layers.resolve_scale(color="independent")


def chart_series(lines: pd.DataFrame, title: str) -> alt.LayerChart:
    """Show the quarters as dots, the line of the model, and dashed the line as if nothing changed.

    ``after`` parts the line at the date, so that the jump shows.
    """
    base = alt.Chart(lines).encode(
        x=alt.X("period:O", sort=None, title=None, axis=alt.Axis(labelAngle=0))
    )
    dots = base.mark_circle(color=QUIET, size=80, opacity=1).encode(
        y=alt.Y("value:Q", title=title, scale=alt.Scale(zero=True)),
        tooltip=[
            alt.Tooltip("period:O", title=series.PERIOD),
            alt.Tooltip("value:Q", title=series.SHOWN, format=",.1f"),
            alt.Tooltip("fitted:Q", title=series.FITTED, format=",.1f"),
        ],
    )
    line = base.mark_line(color=INK).encode(y="fitted:Q", detail="after:N")
    dashed = base.mark_line(color=QUIET, strokeDash=[6, 4]).encode(y="otherwise:Q")
    ends = base.transform_filter("datum.name_fitted != ''")
    names = ends.mark_text(align="left", dx=6, color=INK).encode(y="fitted:Q", text="name_fitted:N")
    others = ends.mark_text(align="left", dx=6, color=QUIET).encode(
        y="otherwise:Q", text="name_otherwise:N"
    )
    return alt.LayerChart(layer=[dots, line, dashed, names, others], height=CHART_HEIGHT)
