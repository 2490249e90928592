"""Chart of a matrix: of each hundred trajectories of a kind, what came next."""

from collections.abc import Sequence
from typing import Final, cast

import altair as alt
import pandas as pd

from core.charts import theme
from core.tables import NOT_FOLLOWED, STILL_OPEN
from core.text import follows as text
from core.text import general

DARK: Final = 60
SHADES: Final = ("#ffffff", "#1b2430")


def chart_matrix(shares: pd.DataFrame, order: Sequence[str]) -> alt.LayerChart:
    """Draw of each hundred trajectories what came next: a row a care form, both ends last.

    A row of which a part is hidden is left out. An empty cell is nobody, or too few to name.
    """
    rows = _matrix_rows(shares, order)
    columns = list(map(text.place_name, (*order, NOT_FOLLOWED, STILL_OPEN)))
    base = alt.Chart(rows).encode(
        x=alt.X(
            "target:N",
            sort=[name for name in columns if name in set(rows["target"])],
            title=text.TO,
            axis=alt.Axis(
                orient="top", labelAngle=-30, labelOverlap=False, ticks=False, domain=False
            ),
        ),
        y=alt.Y(
            "source:N",
            sort=alt.EncodingSortField("rank"),
            title=text.FROM,
            axis=alt.Axis(ticks=False, domain=False, labelLimit=260),
        ),
    )
    shades = alt.Scale(domain=[0, 100], range=list(SHADES))
    cells = base.mark_rect(stroke=theme.GRID).encode(
        color=alt.Color("share:Q", scale=shades, legend=None),
        tooltip=[
            alt.Tooltip("source:N", title=text.FROM),
            alt.Tooltip("target:N", title=text.TO),
            alt.Tooltip("words:N", title=text.OF_SOURCE),
        ],
    )
    light = alt.when(f"datum.share > {DARK}").then(alt.value(theme.PAPER))
    words = base.mark_text(fontSize=12.5).encode(
        text="words:N", color=light.otherwise(alt.value(theme.INK))
    )
    return cast("alt.LayerChart", alt.layer(cells, words).properties(height=alt.Step(27)))


def _matrix_rows(shares: pd.DataFrame, order: Sequence[str]) -> pd.DataFrame:
    shown = shares.dropna(subset=["share"])
    names = [
        f"{text.place_name(source)} ({general.count(whole)})"
        for source, whole in zip(shown["source"], shown["whole"], strict=True)
    ]
    return pd.DataFrame(
        {
            "source": names,
            "rank": [list(order).index(source) for source in shown["source"]],
            "target": [text.place_name(target) for target in shown["target"]],
            "share": shown["share"].astype(float) * 100,
            "words": [text.of_hundred(share) for share in shown["share"]],
        }
    )
