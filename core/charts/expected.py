"""Charts of Verwacht en werkelijk: bars of regions, kinds of care, contributions, calibration."""

from typing import Final, Literal, cast

import altair as alt
import pandas as pd

from core.charts import theme
from core.text import expected as text
from core.text import expected_bars as bars_text
from core.text import expected_card as card
from core.text import expected_contributions as adds
from core.text import expected_kinds as kinds

HEIGHT: Final = 340
SIDE: Final = 360
ROW: Final = 44
SIDES: Final = (0.15, 0.85)
ROOM_FOR_WORDS: Final = 1.75
ROOM_FOR_NUMBERS: Final = 1.15

_Side = Literal["left", "center", "right"]


def chart_bars(rows: pd.DataFrame, own: pd.DataFrame, title: str) -> alt.LayerChart:
    """Draw bars from the lowest to the highest difference, the own one named and with its margin.

    ``rows`` is ``bar_rows``, ``own`` ``own_mark`` of ``core.text.expected_bars`` (without rows when
    it has no bar), and ``title`` says what a bar is.
    """
    across = alt.X("bar:O", title=title, axis=alt.Axis(labels=False, ticks=False, domain=False))
    up = alt.Y(
        "points:Q", title=bars_text.DIFFERENCE_AXIS, axis=alt.Axis(format="+.1f", tickCount=7)
    )
    colour = alt.when("datum.is_own").then(alt.value(theme.OWN)).otherwise(alt.value(theme.SAME))
    bars = (
        alt.Chart(rows)
        .mark_bar()
        .encode(
            x=across,
            y=up,
            color=colour,
            tooltip=[
                alt.Tooltip("place_words:N", title=bars_text.BAR_TITLE),
                alt.Tooltip("mean_words:N", title=bars_text.MEAN),
                alt.Tooltip("range_words:N", title=bars_text.RANGE),
                alt.Tooltip("regions:Q", title=bars_text.REGIONS),
            ],
        )
    )
    zero = alt.Chart(pd.DataFrame({"points": [0.0]})).mark_rule(color=theme.LINE).encode(y="points")
    return cast(
        "alt.LayerChart",
        alt.layer(bars, zero, *_own_layers(own, len(rows))).properties(height=HEIGHT),
    )


def _own_layers(own: pd.DataFrame, bars: int) -> tuple[alt.Chart, ...]:
    """Draw the own difference as a point on its margin, with its name above.

    At the sides the name runs inward, so that it stays within the picture.
    """
    base = alt.Chart(own).encode(x="bar:O")
    place = own["bar"].iloc[0] / bars if len(own) else 0.5
    side: _Side = "left" if place < SIDES[0] else "right" if place > SIDES[1] else "center"
    tooltip = [alt.Tooltip("margin_words:N", title=bars_text.MARGIN_TITLE)]
    ends = [
        base.mark_tick(color=theme.INK, thickness=2, size=14, orient="horizontal").encode(y=field)
        for field in ("low:Q", "high:Q")
    ]
    rule = base.mark_rule(color=theme.INK, strokeWidth=2).encode(y="low:Q", y2="high:Q")
    point = base.mark_point(
        filled=True, size=90, fill=theme.PAPER, stroke=theme.INK, strokeWidth=2, opacity=1
    ).encode(y="points:Q", tooltip=tooltip)
    words = base.mark_text(
        align=side, dy=-10, fontSize=15, fontWeight="bold", color=theme.OWN, baseline="bottom"
    ).encode(y="high:Q", text="words:N")
    return (rule, *ends, point, words)


def chart_kinds(rows: pd.DataFrame) -> alt.LayerChart:
    """Draw of each kind of care the actual use where what is expected counts as 100.

    The light band is the margin; a point outside it stands out. A kind that may not be compared
    says so. ``rows`` is ``kinds.kind_rows``.
    """
    everything = alt.Chart(rows).encode(
        y=alt.Y("name:N", title=None, sort=None, axis=alt.Axis(labelLimit=260, ticks=False))
    )
    base = everything.transform_filter("isValid(datum.index)")
    top = max(rows["right"].max(), 100.0)
    scale = alt.Scale(domain=[0, top * ROOM_FOR_WORDS], nice=False)
    across = alt.X("low:Q", title=kinds.INDEX_AXIS, scale=scale, axis=alt.Axis(tickCount=8))
    band = base.mark_bar(color=theme.RUNNING, stroke=theme.LINE, strokeWidth=0.5, height=18).encode(
        x=across, x2="high:Q"
    )
    hundred = (
        alt.Chart(pd.DataFrame({"index": [100]}))
        .mark_rule(color=theme.LINE, strokeDash=list(theme.TOO_RECENT_DASH))
        .encode(x="index:Q")
    )
    colour = alt.when("datum.is_outside").then(alt.value(theme.SIGNAL))
    point = base.mark_point(filled=True, size=130, opacity=1).encode(
        x="index:Q",
        color=colour.otherwise(alt.value(theme.LINE)),
        tooltip=[
            alt.Tooltip("name:N", title=text.WHAT),
            alt.Tooltip("words:N", title=kinds.BOTH),
            alt.Tooltip("standing_words:N", title=text.STANDING),
        ],
    )
    words = everything.mark_text(align="left", dx=12, fontSize=13).encode(
        x="right:Q", text="words:N"
    )
    return cast(
        "alt.LayerChart",
        alt.layer(band, hundred, point, words).properties(height=alt.Step(ROW)),
    )


def chart_contributions(rows: pd.DataFrame) -> alt.LayerChart:
    """Draw what each characteristic adds to the expectation or takes from it (``card`` rows)."""
    base = alt.Chart(rows).encode(
        y=alt.Y("name:N", title=None, sort=None, axis=alt.Axis(labelLimit=420, ticks=False)),
        x=alt.X(
            "points:Q",
            title=adds.POINTS_AXIS,
            axis=alt.Axis(format="+.1f", tickCount=7),
            scale=alt.Scale(domain=_with_room(rows["points"]), nice=False),
        ),
    )
    bar = base.mark_bar(color=theme.SAME, height=22).encode(
        tooltip=[
            alt.Tooltip("name:N", title=adds.CHARACTERISTIC),
            alt.Tooltip("words:N", title=adds.ADDS),
        ]
    )
    right = base.transform_filter("datum.points >= 0").mark_text(align="left", dx=6, fontSize=13)
    left = base.transform_filter("datum.points < 0").mark_text(align="right", dx=-6, fontSize=13)
    zero = alt.Chart(pd.DataFrame({"points": [0.0]})).mark_rule(color=theme.LINE).encode(x="points")
    layers = alt.layer(bar, zero, right.encode(text="words:N"), left.encode(text="words:N"))
    return cast("alt.LayerChart", layers.properties(height=alt.Step(ROW)))


def _with_room(points: "pd.Series[float]") -> list[float]:
    """Give the bounds of an axis with zero, and room at both ends for the words beside bars."""
    low, high = min(points.min(), 0.0), max(points.max(), 0.0)
    room = (high - low or 1.0) * (ROOM_FOR_NUMBERS - 1.0)
    return [float(low - room), float(high + room)]


def chart_calibration(rows: pd.DataFrame) -> alt.LayerChart:
    """Draw expected against actual of ten parts of the municipalities; the line is as expected."""
    low, top = (
        rows[["low", "expected", "actual"]].min().min(),
        rows[["high", "actual"]].max().max(),
    )
    scale = alt.Scale(domain=[low * 0.9, top * 1.05], nice=False)
    axis = alt.Axis(format=".1%" if top > text.SMALL_SHARE else ".2%", tickCount=6)
    across = alt.X("expected:Q", title=card.EXPECTED_AXIS, scale=scale, axis=axis)
    up = alt.Y("actual:Q", title=card.ACTUAL_AXIS, scale=scale, axis=axis)
    line = (
        alt.Chart(
            pd.DataFrame({"expected": [low * 0.9, top * 1.05], "actual": [low * 0.9, top * 1.05]})
        )
        .mark_line(color=theme.ENDED, strokeDash=list(theme.TOO_RECENT_DASH))
        .encode(x=across, y=up)
    )
    base = alt.Chart(rows).encode(x=across)
    band = base.mark_rule(strokeWidth=7, color=theme.RUNNING).encode(
        y=alt.Y("low:Q", title=card.ACTUAL_AXIS, scale=scale, axis=axis), y2="high:Q"
    )
    dot = base.mark_point(filled=True, size=90, opacity=1, color=theme.LINE).encode(
        y=up, tooltip=[alt.Tooltip("words:N", title=card.PART)]
    )
    return cast("alt.LayerChart", alt.layer(band, line, dot).properties(height=SIDE))
