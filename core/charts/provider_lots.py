"""Chart of Percelen: which part of its ceiling each lot has used."""

from typing import Final

import altair as alt
import pandas as pd

from core.charts import theme
from core.text import provider_lots as text

ROW: Final = 34


def chart_lots(rows: pd.DataFrame) -> alt.LayerChart:
    """Draw a bar for each lot of one year, and the line of the whole ceiling.

    A lot without a ceiling, or of which the amount is protected, has no bar.
    """
    known = rows.dropna(subset=["share"]).astype({"share": float})
    most = max(1.0, float(known["share"].max())) if len(known) else 1.0
    x = alt.X(
        "share:Q",
        title=text.AXIS,
        axis=alt.Axis(format="%", tickCount=6),
        scale=alt.Scale(domain=[0, most * 1.12], nice=False),
    )
    base = alt.Chart(known).encode(
        x=x, y=alt.Y("label:N", sort=known["label"].tolist(), title=None)
    )
    bars = base.mark_bar(color=theme.SAME).encode(
        tooltip=[
            alt.Tooltip("label:N", title=text.LOT),
            alt.Tooltip("used:N", title=text.USED),
            alt.Tooltip("declared:N", title=text.DECLARED),
            alt.Tooltip("ceiling:N", title=text.CEILING),
        ]
    )
    words = base.mark_text(align="left", dx=6).encode(text="used:N")
    whole = pd.DataFrame({"share": [1.0], "words": [text.CEILING.lower()]})
    line = alt.Chart(whole).mark_rule(color=theme.SIGNAL, strokeDash=[4, 4]).encode(x=x)
    name = (
        alt.Chart(whole)
        .mark_text(align="left", baseline="top", dx=5, color=theme.LINE)
        .encode(x=x, y=alt.value(2), text="words:N")
    )
    return alt.LayerChart(layer=[bars, words, line, name], height=alt.Step(ROW))
