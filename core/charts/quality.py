"""Charts of data quality: which months are in, what both sides have, and how late lines come."""

from typing import Final

import altair as alt
import pandas as pd

from core.charts import theme
from core.text import completeness, reconciliation

STATE_FILLS: Final = {
    "delivered": "#c2cad4",
    "partial": "#e9edf2",
    "missing": theme.INK,
    "recent": theme.TOO_RECENT,
    "before": theme.PAPER,
    "after": theme.PAPER,
    "few": theme.HIDDEN,
}
"""Grey by how much is there; what asks for attention is dark, and every state has its sign too."""

OUTCOME_FILLS: Final = {
    "matched": "#c2cad4",
    "both": "#c2cad4",
    "different": "#95a1af",
    "only_municipality": "#3d4957",
    "only_provider": theme.INK,
}

ROW_HEIGHT: Final = 22
BAR_HEIGHT: Final = 30
LAG_HEIGHT: Final = 260
ENOUGH: Final = 0.95


def chart_completeness(cells: pd.DataFrame) -> alt.LayerChart:
    """Show per supplier and month what is in: grey is in, black with a cross is missing.

    Takes what ``core.text.completeness.cells`` gives. A supplier that is too small to show is white
    with a dashed edge and says <10.
    """
    fills = cells["state"].map(STATE_FILLS)
    rows = cells.assign(fill=fills, ink=fills.map(theme.ink_on))
    base = alt.Chart(rows).encode(
        x=alt.X(
            "month_label:O",
            title=None,
            sort=None,
            axis=alt.Axis(orient="top", labelAngle=-90, labelOverlap=True, domain=False),
        ).scale(padding=0.05),
        y=alt.Y("label:N", title=None, sort=None, axis=alt.Axis(domain=False)).scale(padding=0.1),
    )
    boxes = base.mark_rect(strokeWidth=1).encode(
        color=alt.Color("fill:N", scale=None),
        stroke=alt.condition(IS_OUTLINED, alt.value(theme.SAME), alt.value(theme.PAPER)),
        strokeDash=alt.condition(IS_DASHED, alt.value(theme.HIDDEN_DASH), alt.value([1, 0])),
        tooltip=[
            alt.Tooltip("label:N", title=completeness.SUPPLIER),
            alt.Tooltip("month_label:N", title=completeness.MONTH),
            alt.Tooltip("name:N", title=completeness.STATE),
            alt.Tooltip("filled:N", title=completeness.FILLED),
        ],
    )
    signs = base.mark_text(fontSize=11).encode(text="sign:N", color=alt.Color("ink:N", scale=None))
    return alt.LayerChart(layer=[boxes, signs], height=alt.Step(ROW_HEIGHT))


IS_DASHED: Final = "datum.state === 'few' || datum.state === 'recent'"
IS_OUTLINED: Final = f"{IS_DASHED} || datum.state === 'partial'"


def chart_reconciliation(bars: pd.DataFrame) -> alt.LayerChart:
    """Show per provider or quarter which part both sides have alike, and what stands alone.

    Takes what ``core.text.reconciliation.outcome_bars`` gives. Bars are shares of the whole group,
    in which the first part says its number; a group of which a part may not be shown has no bar,
    and its numbers stand in the table.
    """
    drawn = bars[bars["share"].notna()]
    rows = drawn.assign(fill=drawn["outcome"].map(OUTCOME_FILLS))
    names = list(dict.fromkeys(rows.sort_values("order")["name"]))
    fills = list(dict.fromkeys(rows.sort_values("order")["fill"]))
    base = alt.Chart(rows).encode(
        y=alt.Y("label:N", sort=None, title=None),
        x=alt.X(
            "share:Q",
            stack="zero",
            title=reconciliation.SHARE,
            axis=alt.Axis(format="%", tickCount=10),
            scale=alt.Scale(domain=[0, 1]),
        ),
        order=alt.Order("order:Q"),
        tooltip=[
            alt.Tooltip("label:N", title=reconciliation.PROVIDER),
            alt.Tooltip("name:N", title=reconciliation.OUTCOME),
            alt.Tooltip("words:N", title=reconciliation.LINES),
        ],
    )
    parts = base.mark_bar(stroke=theme.PAPER, strokeWidth=1).encode(
        color=alt.Color("name:N", title=None, legend=alt.Legend(orient="top", columns=2)).scale(
            domain=names, range=fills
        )
    )
    agreed = rows[(rows["order"] == 0) & (rows["share"] >= ROOM_FOR_WORDS)]
    words = (
        alt.Chart(agreed)
        .mark_text(align="left", dx=8)
        .encode(y=alt.Y("label:N", sort=None), x=alt.value(0), text="words:N")
    )
    return alt.LayerChart(layer=[parts, words], height=alt.Step(BAR_HEIGHT))


ROOM_FOR_WORDS: Final = 0.25


def chart_lag(rows: pd.DataFrame, months: int) -> alt.LayerChart:
    """Show how much of a month is in after so many months, and where it is enough to talk about.

    Takes what ``core.text.completeness.lag_rows`` gives and the months until 95%. What lies before
    that is shaded and named. A hidden share has no point.
    """
    x = alt.X("age:Q", title=completeness.AGE, axis=alt.Axis(tickMinStep=1, format="d"))
    y = alt.Y(
        "share:Q",
        title=completeness.WITHIN,
        axis=alt.Axis(format="%"),
        scale=alt.Scale(domain=[0, 1]),
    )
    base = alt.Chart(rows).encode(x=x, y=y)
    line = base.mark_line(color=theme.QUIET, strokeWidth=2)
    tooltip = [
        alt.Tooltip("age:Q", title=completeness.AGE),
        alt.Tooltip("words:N", title=completeness.WITHIN),
    ]
    points = base.mark_point(color=theme.QUIET, filled=True, size=50, opacity=1).encode(
        tooltip=tooltip
    )
    words = base.mark_text(dy=-12).encode(text="words:N")
    zone = pd.DataFrame(
        {"from": [0], "to": [months], "low": [0], "high": [1], "word": [completeness.FRESH_ZONE]}
    )
    shade = (
        alt.Chart(zone)
        .mark_rect(color=theme.GRID)
        .encode(x=alt.X("from:Q"), x2="to:Q", y=alt.Y("low:Q"), y2="high:Q")
    )
    named = (
        alt.Chart(zone)
        .mark_text(align="left", baseline="bottom", dx=6, dy=-6)
        .encode(x=alt.X("to:Q"), y=alt.Y("low:Q"), text="word:N")
    )
    enough = alt.Chart(pd.DataFrame({"share": [ENOUGH], "word": [completeness.ENOUGH]}))
    rule = enough.mark_rule(color=theme.LINE, strokeDash=list(theme.TOO_RECENT_DASH)).encode(y=y)
    goal = enough.mark_text(align="right", dx=-4, dy=10).encode(
        x=alt.value("width"), y=y, text="word:N"
    )
    return alt.LayerChart(layer=[shade, named, rule, goal, line, points, words], height=LAG_HEIGHT)
