"""Chart of Wie dekt wat: the care of each provider, and how it adds up."""

from typing import Final

import altair as alt
import pandas as pd

from core.charts import theme
from core.text import general
from core.text import provider_coverage as text
from core.text import providers as page

HEIGHT: Final = 430


def chart_coverage(curve: pd.DataFrame) -> alt.LayerChart:
    """Draw bars of trajectories, the largest first, and the line of how they add up to all.

    Who is at the table has the colour of the reader's own; the dashed line is where 60% is reached.
    """
    x = alt.X(
        "label:N",
        sort=curve["label"].tolist(),
        title=None,
        axis=alt.Axis(labelAngle=-45, labelOverlap=False, labelFontSize=12, labelLimit=190),
    )
    tooltip = [
        alt.Tooltip("label:N", title=page.PROVIDER),
        alt.Tooltip("number:N", title=page.TRAJECTORIES),
        alt.Tooltip("cumulated:Q", title=text.CUMULATED, format=".0%"),
    ]
    present = alt.when("datum.present").then(alt.value(theme.OWN))
    bars = (
        alt.Chart(curve)
        .mark_bar()
        .encode(
            x=x,
            y=alt.Y("trajectories:Q", title=text.TRAJECTORIES_AXIS, axis=alt.Axis(format=",.0f")),
            color=present.otherwise(alt.value(theme.SAME)),
            tooltip=tooltip,
        )
    )
    adding = alt.Chart(curve).encode(x=x, y=_share("cumulated:Q"), tooltip=tooltip)
    line = adding.mark_line(color=theme.INK, strokeWidth=2)
    points = adding.mark_point(color=theme.INK, filled=True, size=35, opacity=1)
    right = alt.layer(line, points, *_larger_part(curve, x))
    return alt.LayerChart(layer=[bars, right], height=HEIGHT).resolve_scale(y="independent")


def _larger_part(curve: pd.DataFrame, x: alt.X) -> list[alt.Chart]:
    """Mark where the larger part is reached: a dashed line, and how many providers that takes."""
    at = pd.DataFrame({"share": [text.HALF_AND_MORE]})
    rule = alt.Chart(at).mark_rule(color=theme.LINE, strokeDash=[4, 4]).encode(y=_share("share:Q"))
    enough = curve[(curve["cumulated"] >= text.HALF_AND_MORE) & ~curve["rest"]].head(1)
    told = pd.DataFrame(
        {
            "label": curve["label"].tail(1).tolist() * len(enough),
            "share": text.HALF_AND_MORE,
            "words": [
                f"{general.percent(text.HALF_AND_MORE)}: {page.number_words(place)}"
                for place in enough["place"]
            ],
        }
    )
    words = (
        alt.Chart(told)
        .mark_text(align="right", baseline="top", dx=8, dy=6, fontWeight=600)
        .encode(x=x, y=_share("share:Q"), text="words:N")
    )
    return [rule, words]


def _share(field: str) -> alt.Y:
    return alt.Y(
        field,
        title=text.SHARE_AXIS,
        axis=alt.Axis(format="%", orient="right", grid=False),
        scale=alt.Scale(domain=[0, 1]),
    )
