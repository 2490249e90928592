"""Charts of Het beeld van onze gemeente: the spread as dots, the trend with its breaks."""

from typing import Any, Final

import altair as alt
import pandas as pd

from core.charts.theme import BESIDE, GRID, INK, LINE, OWN, PAPER, QUIET, SAME
from core.text import municipality as text
from core.text.municipality_marks import BAND_LANE, tallest_of

STRIP_HEIGHT: Final = 330
TREND_HEIGHT: Final = 300
ROOM: Final = 1.56
"""How much higher than the tallest heap the picture is: the labels stand there."""

ROLES: Final = ("own", "region", "country")
ROLE_COLOURS: Final = (OWN, QUIET, INK)
ROLE_WIDTHS: Final = (3, 1.8, 1.8)
ROLE_DASHES: Final = ([1, 0], [6, 3], [2, 2])

NAME_ROOM: Final = 0.24
"""Room for the names of the lines, as a part of the years that are drawn."""


def chart_strip(
    dots: pd.DataFrame, marks: pd.DataFrame, band: pd.DataFrame, axis: str
) -> alt.LayerChart:
    """Draw every region as a dot, the reader's own one large, dark-edged and named.

    Takes ``strip_dots``, ``strip_marks`` and ``strip_band``. The pale band is the middle half; the
    lines are the region itself, its youth region and the country. Other dots have no names: this is
    no list of places. A region of which nothing is published has no dot.
    """
    x = alt.X("share:Q", title=axis, axis=alt.Axis(format=".0%", tickCount=9, grid=False)).scale(
        zero=True
    )
    tallest = tallest_of(dots)
    y = alt.Y("heap:Q", axis=None).scale(domain=[0, tallest * ROOM])
    box = alt.Chart(band).mark_rect(color=BESIDE, opacity=0.55)
    shade = box.encode(x=_at(x, "low"), x2="high:Q")
    under = alt.Chart(band).mark_text(align="center", color=QUIET, fontSize=12.5, dy=-6)
    named = under.encode(x=_at(x, "middle"), y=_height(tallest * BAND_LANE), text="label:N")
    lines = alt.Chart(marks).encode(x=x, color=_role(), strokeDash=_dash())
    rules = lines.mark_rule(strokeWidth=1.6).encode(y=alt.Y("foot:Q", axis=None), y2="top:Q")
    base = alt.Chart(dots).encode(x=x, y=y, tooltip=alt.Tooltip("words:N", title=text.SHARE))
    points = base.mark_circle(stroke=PAPER, strokeWidth=0.4, opacity=1).encode(
        size=_by_group(26, 48, 150), color=_by_group(SAME, LINE, OWN)
    )
    ring = alt.Chart(dots[dots["group"] == "own"]).mark_point(stroke=INK, strokeWidth=1.6, size=150)
    layers = [shade, named, rules, points, ring.encode(x=x, y=y), *_names(marks, x)]
    return alt.LayerChart(layer=layers, height=STRIP_HEIGHT)


def chart_trend(
    points: pd.DataFrame, ends: pd.DataFrame, gaps: pd.DataFrame, axis: str
) -> alt.LayerChart:
    """Draw the share over the years, for a region and those around it.

    Takes ``trend_points``, ``trend_ends`` and ``trend_gaps``. No line crosses a break: there is a
    pale gap with a word. An open dot is provisional; the pale band is the doubt of the own line.
    """
    x = _years(points)
    y = alt.Y("share:Q", title=axis, axis=alt.Axis(format=".0%", tickCount=5)).scale(zero=True)
    own = alt.Chart(points[points["role"] == "own"])
    doubt = own.mark_area(color=OWN, opacity=0.14).encode(x=x, y="low:Q", y2="high:Q", detail="era")
    base = alt.Chart(points).encode(x=x, y=y, color=_role(), detail=["region:N", "era:N"])
    lines = base.mark_line().encode(strokeDash=_dash(), strokeWidth=_width())
    tooltip = [
        alt.Tooltip("name:N", title=text.PLACE),
        alt.Tooltip("year:Q", title=text.YEAR, format="d"),
        alt.Tooltip("words:N", title=text.SHARE),
    ]
    filled = alt.Fill("role:N", legend=None).scale(domain=ROLES, range=ROLE_COLOURS)
    dots = base.mark_point(size=46, opacity=1, strokeWidth=2).encode(
        tooltip=tooltip, fill=alt.when("datum.told").then(alt.value(PAPER)).otherwise(filled)
    )
    names = alt.Chart(ends).mark_text(align="left", dx=10, fontSize=13, fontWeight=600)
    labels = names.encode(x=x, y="at:Q", text="label:N", color=_role())
    layers = [*_gaps(gaps, x), doubt, lines, dots, labels]
    return alt.LayerChart(layer=layers, height=TREND_HEIGHT)


def _gaps(gaps: pd.DataFrame, x: alt.X) -> list[alt.Chart]:
    """Draw what parts the years: a pale stretch for a break, a thin line for a lesser change."""
    stretch = alt.Chart(gaps[gaps["parts"]]).mark_rect(color=GRID, opacity=0.9)
    line = alt.Chart(gaps[~gaps["parts"]]).mark_rule(color=QUIET, strokeDash=[2, 3])
    word = alt.Chart(gaps).mark_text(align="left", dx=6, baseline="top", color=QUIET, fontSize=12.5)
    return [
        stretch.encode(x=_at(x, "before"), x2="after:Q"),
        line.encode(x=_at(x, "middle")),
        word.encode(
            x=_at(x, "middle"), y=alt.Y("height:Q", scale=alt.Scale(zero=True)), text="label:N"
        ),
    ]


def _names(marks: pd.DataFrame, x: alt.X) -> list[alt.Chart]:
    """Write the names of the lines, on the side of the line where there is room."""
    sides = {"right": 5, "left": -5}
    return [
        alt.Chart(marks[marks["side"] == side])
        .mark_text(align="left" if side == "right" else "right", dx=dx, fontSize=13, fontWeight=600)
        .encode(x=x, y=alt.Y("top:Q", axis=None), text="label:N", color=_role())
        for side, dx in sides.items()
    ]


def _role() -> alt.Color:
    return alt.Color("role:N", legend=None).scale(domain=ROLES, range=ROLE_COLOURS)


def _dash() -> alt.StrokeDash:
    return alt.StrokeDash("role:N", legend=None).scale(domain=ROLES, range=ROLE_DASHES)


def _width() -> alt.StrokeWidth:
    return alt.StrokeWidth("role:O", legend=None).scale(domain=ROLES, range=ROLE_WIDTHS)


def _by_group(far: float | str, near: float | str, own: float | str) -> Any:  # noqa: ANN401 (altair names no type for it)
    """Choose by group: any region, one of the same youth region, or the reader's own."""
    return (
        alt.when("datum.group === 'own'")
        .then(alt.value(own))
        .when("datum.group === 'near'")
        .then(alt.value(near))
        .otherwise(alt.value(far))
    )


def _height(value: float) -> alt.YDatum:
    return alt.YDatum(value, type="quantitative", axis=None)


def _at(x: alt.X, column: str) -> alt.X:
    """Put another column on the same axis: every layer must say alike how it runs."""
    other = x.copy()
    other.shorthand = f"{column}:Q"
    return other


def _years(points: pd.DataFrame) -> alt.X:
    """Give the axis of years, with room on the right for the names of the lines."""
    years = sorted({int(year) for year in points["year"]}) or [0]
    axis = alt.Axis(format="d", values=years, grid=False)
    room = [years[0] - 0.3, years[-1] + max(1, len(years)) * NAME_ROOM]
    return alt.X("year:Q", title=None, axis=axis).scale(domain=room, nice=False)
