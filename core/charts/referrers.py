"""Charts of Verwijzers: shares over the years, first care forms, and what follows."""

import altair as alt
import pandas as pd

from core.charts.theme import HIDDEN, HIDDEN_DASH, INK, LINE, PAPER, QUIET, SAME, ink_on
from core.text import follow_up
from core.text import referrers as text

CHART_HEIGHT = 340
ROW_HEIGHT = 34
FOLLOW_ROW_HEIGHT = 54
AROUND = 110  # the legend above and the axis below
LINES = r"split(datum.label, '\n')"
ROOM_FOR_WORDS = 1.25
DARKEST = 0.75  # the share that gets the darkest cell; half a row is already much


def chart_shares(rows: pd.DataFrame) -> alt.LayerChart:
    """Show for each referrer a small line of its share over the years, in the fixed order.

    A year in which a referrer has too few persons has no point.
    """
    base = alt.Chart(rows).encode(
        x=alt.X(
            "axis_label:N",
            sort=None,
            title=text.trend_axis(rows),
            axis=alt.Axis(labelAngle=0, labelExpr=LINES, labelOverlap=False),
        ).scale(paddingInner=0.25),
        xOffset=alt.XOffset("year:O").scale(paddingInner=1, paddingOuter=0.5),
        y=alt.Y("share:Q", title=text.SHARE_AXIS, axis=alt.Axis(format="%")).scale(zero=True),
        detail="label:N",
        tooltip=[
            alt.Tooltip("label:N", title=text.REFERRER),
            alt.Tooltip("year:O", title=text.YEAR),
            alt.Tooltip("share:Q", title=text.SHARE, format=".0%"),
            alt.Tooltip("trajectories:Q", title=text.TRAJECTORIES, format=","),
        ],
    )
    lines = base.mark_line(color=QUIET, strokeWidth=2)
    points = base.mark_point(color=QUIET, filled=True, size=45, opacity=1)
    above = base.mark_text(dy=-14, color=INK).encode(text="above:N")
    below = base.mark_text(dy=16, color=INK).encode(text="below:N")
    return alt.LayerChart(layer=[lines, points, above, below], height=CHART_HEIGHT)


def chart_first_forms(rows: pd.DataFrame) -> alt.LayerChart:
    """Show the first care forms of each referrer as a heat table: shares of the row, from zero.

    A cell that stands for too few persons is white with a dashed edge.
    """
    fills = [_shade(share) for share in rows["share"]]
    cells = rows.assign(fill=fills, ink=[ink_on(fill) for fill in fills])
    base = alt.Chart(cells).encode(
        x=alt.X(
            "axis_label:N",
            sort=None,
            title=None,
            axis=alt.Axis(
                orient="top",
                labelAngle=0,
                labelExpr=LINES,
                labelOverlap=False,
                labelFontSize=12,
                domain=False,
            ),
        ).scale(padding=0.03),
        y=alt.Y(
            "label:N", sort=None, title=None, axis=alt.Axis(domain=False, labelLimit=320)
        ).scale(padding=0.06),
    )
    boxes = base.mark_rect(stroke=PAPER, strokeWidth=1).encode(
        color=alt.Color("fill:N", scale=None),
        strokeDash=alt.condition("datum.share === null", alt.value(HIDDEN_DASH), alt.value([1, 0])),
        stroke=alt.condition("datum.share === null", alt.value(SAME), alt.value(PAPER)),
        tooltip=[
            alt.Tooltip("label:N", title=text.REFERRER),
            alt.Tooltip("form:N", title=text.FORM),
            alt.Tooltip("words:N", title=text.SHARE),
        ],
    )
    words = base.mark_text().encode(text="words:N", color=alt.Color("ink:N", scale=None))
    return alt.LayerChart(layer=[boxes, words], height=alt.Step(ROW_HEIGHT))


def chart_followed(rows: pd.DataFrame) -> alt.LayerChart:
    """Show for each referrer how often a second and a third followed within 12 and 24 months.

    An open dot is 12 months, a full one 24; the words beside them say both. Referrers stand in
    the fixed order, never in that of the outcome. A hidden share has no dot.
    """
    colours = alt.Color("next:N", title=None, legend=alt.Legend(orient="top")).scale(
        domain=list(follow_up.NEXT_NAMES.values()), range=[QUIET, INK]
    )
    base = alt.Chart(rows).encode(
        y=alt.Y("label:N", sort=rows["label"].unique().tolist(), title=None),
        yOffset=alt.YOffset("position:O").scale(paddingOuter=0.4),
        color=colours,
    )
    shown = alt.Scale(zero=True, nice=False, domainMax=_farthest(rows) * ROOM_FOR_WORDS)
    axis = alt.Axis(format="%", tickCount=6)
    end = alt.X("end:Q", title=follow_up.FOLLOW_AXIS, axis=axis, scale=shown)
    words = base.mark_text(align="left", dx=10, color=LINE).encode(x=end, text="words:N")
    lines = base.mark_rule(strokeWidth=2).encode(x="share_12:Q", x2="share_24:Q")
    year = base.mark_point(fill=PAPER, size=60, opacity=1).encode(x="share_12:Q")
    two_years = base.mark_point(filled=True, size=60, opacity=1).encode(x="share_24:Q")
    drawn = (
        (two_years, rows["share_24"].notna()),
        (lines, rows["share_12"].notna() & rows["share_24"].notna()),
        (year, rows["share_12"].notna()),
    )
    height = FOLLOW_ROW_HEIGHT * rows["label"].nunique() + AROUND
    layers = [layer for layer, known in drawn if known.any()]  # an empty one cannot be read aloud
    return alt.LayerChart(layer=[words, *layers], height=height)


def _farthest(rows: pd.DataFrame) -> float:
    """Give the largest share that is drawn, so that the words beside it stay within the picture."""
    largest = rows[["share_12", "share_24"]].max().max()
    return 1.0 if pd.isna(largest) or largest == 0 else float(largest)


def _shade(share: float | None) -> str:
    """Give the fill of a share: from nearly white at zero to dark at DARKEST and beyond."""
    if share is None or pd.isna(share):
        return HIDDEN
    part = min(float(share) / DARKEST, 1.0)
    light, dark = (0xF3, 0xF5, 0xF8), (0x1B, 0x24, 0x30)
    mixed = [round(a + (b - a) * part) for a, b in zip(light, dark, strict=True)]
    return "#" + "".join(f"{channel:02x}" for channel in mixed)
