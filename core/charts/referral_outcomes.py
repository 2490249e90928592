"""Chart of early endings by referrer: the share with its margin, beside that of the country."""

from typing import Final

import altair as alt
import pandas as pd

from core.charts.theme import INK, QUIET, SAME
from core.text import referral_outcomes as text
from core.text.referrers import REFERRER

ROW: Final = 30
ROOM_FOR_WORDS: Final = 1.25
GAP: Final = 10


def chart_early(rows: pd.DataFrame) -> alt.LayerChart:
    """Show for each referrer, in the fixed order, the share that ended early on its margin.

    A grey stroke is the share of the country. A hidden share has no dot; its words say so.
    """
    order = rows["label"].tolist()
    numbers = dict.fromkeys(["share", "low", "high"], float)
    shown = rows.dropna(subset=["share", "low"]).astype(numbers)
    farthest = max([float(rows[name].max()) for name in ("high", "country")], default=1.0)
    scale = alt.Scale(domain=[0, farthest * ROOM_FOR_WORDS], nice=False)
    axis = alt.Axis(format="%", tickCount=6)
    x = alt.X("share:Q", title=text.EARLY_AXIS, axis=axis, scale=scale)
    y = alt.Y("label:N", sort=order, title=None, axis=alt.Axis(domain=False, labelLimit=300))
    y = y.scale(domain=order)
    base = alt.Chart(shown).encode(y=y)
    country = rows.dropna(subset=["country"]).astype({"country": float})
    ticks = (
        alt.Chart(country)
        .mark_tick(color=QUIET, thickness=3, size=18)
        .encode(y=y, x=_at(x, "country"))
    )
    margin = base.mark_rule(color=SAME, strokeWidth=3).encode(x=_at(x, "low"), x2="high:Q")
    dots = base.mark_point(filled=True, color=INK, size=70, opacity=1).encode(
        x=x,
        tooltip=[
            alt.Tooltip("label:N", title=REFERRER),
            alt.Tooltip("share:Q", title=text.EARLY, format=".0%"),
            alt.Tooltip("known:Q", title=text.ENDED, format=",.0f"),
        ],
    )
    words = alt.Chart(rows).mark_text(align="left", dx=GAP, color=INK)
    said = words.encode(y=y, x=_at(x, "end"), text="words:N")
    return alt.LayerChart(layer=[ticks, margin, dots, said], height=alt.Step(ROW))


def _at(x: alt.X, column: str) -> alt.X:
    """Place a column on the axis of the picture."""
    placed: alt.X = x.copy()
    placed.shorthand = f"{column}:Q"
    return placed
