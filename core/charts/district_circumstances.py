"""Chart of the circumstances of districts as a strip: a row a district, a panel a circumstance."""

from typing import cast

import altair as alt
import pandas as pd

from core.charts import theme
from core.text import district_circumstances as text
from core.text.district_map import LINE_BREAK
from core.text.districts import DISTRICT, WHOLE

ROW_HEIGHT = 34


def chart_strip(rows: pd.DataFrame) -> alt.LayerChart:
    """Draw a dot for each district and circumstance (``text.strip_rows``), its figure beside it.

    A line through each panel is the whole municipality. Districts stand in order of name.
    """
    panels = rows.drop_duplicates("topic")
    y = alt.Y("name:N", title=None, axis=alt.Axis(labelLimit=300, ticks=False, domain=False))
    across = alt.Scale(domain=[-0.05, max(len(panels), 1)], nice=False)
    x = alt.X("x:Q", axis=None, scale=across)
    dots = alt.Chart(rows).encode(x=x, y=y)
    words = dots.encode(text="words:N")
    lines = alt.Chart(rows).mark_rule(stroke=theme.GRID)
    usual = alt.Chart(panels.dropna(subset=["usual"])).mark_rule(stroke=theme.LINE, strokeWidth=1.5)
    heads = alt.Chart(panels).mark_text(
        align="left", baseline="bottom", fontWeight=600, fontSize=14, lineBreak=LINE_BREAK
    )
    layers = (
        lines.encode(x=alt.X("from:Q", axis=None, scale=across), x2="until:Q", y=y),
        usual.encode(
            x=alt.X("usual:Q", axis=None, scale=across),
            tooltip=[alt.Tooltip("heading:N", title=WHOLE)],
        ),
        dots.mark_point(filled=True, size=110, color=theme.AMOUNT[-1], stroke=theme.LINE).encode(
            opacity=alt.value(1),
            tooltip=[
                alt.Tooltip("name:N", title=DISTRICT),
                alt.Tooltip("heading:N", title=text.KIND),
                alt.Tooltip("words:N", title=text.FIGURE),
            ],
        ),
        words.mark_text(align="left", dx=10, stroke=theme.PAPER, strokeWidth=4),
        words.mark_text(align="left", dx=10),
        heads.encode(
            x=alt.X("from:Q", axis=None, scale=across), y=alt.value(-22), text="heading:N"
        ),
    )
    drawn = alt.layer(*layers).properties(
        height=alt.Step(ROW_HEIGHT), padding={"top": 52, "left": 5, "right": 5, "bottom": 5}
    )
    return cast("alt.LayerChart", drawn)
