"""Chart of pupils in special education: a partnership of schools beside the country."""

from typing import Final

import altair as alt
import pandas as pd

from core.charts.theme import OWN, QUIET
from core.text import referral_schools as text

HEIGHT: Final = 280
ROOM: Final = 1.25
BEYOND: Final = 3
"""Years of room at the right, for the names of the lines."""


def chart_special(rows: pd.DataFrame) -> alt.LayerChart:
    """Show the share of pupils in special education by year, each line named at its end."""
    years = rows["year"]
    axis = alt.Axis(format="d", values=sorted(years.unique().tolist()))
    x = alt.X("year:Q", title=None, axis=axis).scale(
        domain=[int(years.min()), int(years.max()) + BEYOND], nice=False
    )
    scale = alt.Scale(domain=[0, float(rows["share"].max()) * ROOM], nice=False)
    y = alt.Y("share:Q", title=text.SHARE_AXIS, axis=alt.Axis(format="%"), scale=scale)
    colour = alt.Color("place:N", legend=None).scale(domain=["area", "country"], range=[OWN, QUIET])
    base = alt.Chart(rows).encode(x=x, y=y, color=colour)
    lines = base.mark_line(strokeWidth=2)
    points = base.mark_point(filled=True, opacity=1, size=45).encode(
        tooltip=[
            alt.Tooltip("line:N", title=" "),
            alt.Tooltip("year:Q", title=text.YEAR, format="d"),
            alt.Tooltip("share:Q", title=text.SHARE, format=".1%"),
            alt.Tooltip("pupils:Q", title=text.PUPILS, format=",.0f"),
        ]
    )
    upper = rows.groupby("year")["share"].transform("max") == rows["share"]
    words = [
        alt.Chart(rows[chosen])
        .mark_text(align="left", dx=8, dy=dy, fontWeight=600)
        .encode(x=x, y=y, color=colour, text="words:N")
        for chosen, dy in ((upper, -8), (~upper, 8))
    ]
    return alt.LayerChart(layer=[lines, points, *words], height=HEIGHT)
