"""Chart of the mirror: a provider beside others without a name, a row a measure."""

from typing import Final

import altair as alt
import pandas as pd

from core.charts import theme
from core.text import provider_mirror as text

ROW: Final = 50
ROOM: Final = 1.06  # beyond the farthest mark
BAND: Final = 20


def chart_mirror(own: pd.DataFrame, others: pd.DataFrame, *, in_days: bool) -> alt.LayerChart:
    """Draw the own value with its interval, the others as dots, and their middle half as a band.

    Takes ``own_rows`` and ``other_rows`` of the text. What may not be shown has no mark.
    """
    order = own["label"].tolist()
    drawn = set(own.dropna(subset=["own"])["label"]) | set(others["label"])
    shown = [label for label in order if label in drawn]
    y = alt.Y(
        "label:N",
        sort=order,
        title=None,
        axis=alt.Axis(labelLimit=330, domain=False),
        scale=alt.Scale(domain=shown, paddingOuter=0.3),
    )
    title = text.DAYS_AXIS if in_days else text.SHARE_AXIS
    axis = alt.Axis(format=",.0f" if in_days else "%", tickCount=6)
    farthest = pd.concat([own["high"], others["value"]]).max()
    scale = alt.Scale(domain=[0, farthest * ROOM], nice=False)

    def x(field: str) -> alt.X:
        return alt.X(field, title=title, axis=axis, scale=scale)

    mine = own.dropna(subset=["own"])
    bands = own.dropna(subset=["middle_low"]).astype({"middle_low": float, "middle_high": float})
    band = (
        alt.Chart(bands)
        .mark_bar(color=theme.RUNNING, size=BAND)
        .encode(
            y=y,
            x=x("middle_low:Q"),
            x2="middle_high:Q",
            tooltip=[alt.Tooltip("middle:N", title=text.MIDDLE)],
        )
    )
    dots = (
        alt.Chart(others)
        .mark_point(filled=True, color=theme.ENDED, size=55, opacity=0.8, tooltip=False)
        .encode(y=y, x=x("value:Q"))
    )
    line = (
        alt.Chart(mine)
        .mark_rule(color=theme.OWN, strokeWidth=2)
        .encode(y=y, x=x("low:Q"), x2="high:Q")
    )
    middle = alt.Chart(mine).encode(y=y, x=x("own:Q"))
    diamond = middle.mark_point(
        shape="diamond", filled=True, color=theme.OWN, size=170, opacity=1
    ).encode(tooltip=[alt.Tooltip("words:N", title=text.OWN)])
    words = middle.mark_text(dy=-17, fontWeight=600).encode(text="words:N")
    return alt.LayerChart(layer=[band, dots, line, diamond, words], height=alt.Step(ROW))
