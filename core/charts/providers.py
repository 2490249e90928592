"""Chart of Wie is waar actief: a cell for each municipality and care form."""

from typing import Final, cast

import altair as alt
import pandas as pd

from core.charts import theme
from core.text import providers as text

ROW: Final = 27
SHADES: Final = ("#f3f5f8", "#8d97a3")
"""Dark words read well on all of them: at least 5 to 1 (WCAG 2.1, 1.4.3)."""

CELL: Final = "cell"
"""The name of the selection: the municipality and the care form of the cell that was chosen."""


def chart_active(cells: pd.DataFrame) -> alt.LayerChart:
    """Draw how many providers are active, forms from light to heavy; an empty cell is too few.

    What is several forms or places together has no shade: its number cannot be compared.
    """
    most = int(cells.loc[~cells["rest"], "providers"].max()) if len(cells) else 1
    shades = alt.Scale(domain=[0, most], range=list(SHADES))
    shaded = alt.when("!datum.rest").then(alt.Color("providers:Q", scale=shades, legend=None))
    chosen = alt.selection_point(name=CELL, fields=["municipality", "care_form"])
    base = alt.Chart(cells).encode(
        x=alt.X(
            "form:N",
            sort=alt.EncodingSortField("form_rank", op="min"),
            title=None,
            axis=alt.Axis(
                orient="top", labelAngle=-40, labelOverlap=False, ticks=False, domain=False
            ),
        ),
        y=alt.Y(
            "place:N",
            sort=cells["place"].drop_duplicates().tolist(),
            title=None,
            axis=alt.Axis(ticks=False, domain=False, labelFlush=False),
        ),
    )
    boxes = (
        base.mark_rect(stroke=theme.GRID)
        .encode(
            color=shaded.otherwise(alt.value(theme.OTHER)),
            tooltip=[
                alt.Tooltip("place:N", title=text.MUNICIPALITY),
                alt.Tooltip("form:N", title=text.FORM),
                alt.Tooltip("words:N", title=text.PROVIDERS),
                alt.Tooltip("trajectories_words:N", title=text.TRAJECTORIES),
                alt.Tooltip("clients_words:N", title=text.CLIENTS),
            ],
        )
        .add_params(chosen)
    )
    words = base.mark_text(fontSize=12.5, color=theme.INK).encode(text="words:N")
    return cast("alt.LayerChart", alt.layer(boxes, words).properties(height=alt.Step(ROW)))
