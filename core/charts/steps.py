"""Charts of steps: up and down the ladder, per beginning and per year, and what followed."""

from collections.abc import Sequence
from typing import Final, cast

import altair as alt
import pandas as pd

from core.charts import theme
from core.text import general
from core.text import steps as text
from core.text.chains import place_name

Ladder = Sequence[tuple[str, int]]

ENDS: Final = ("rest", "running", "too_recent", "unknown_end", "ended")
SHADES: Final = ("#ffffff", "#5b6b7c")


def chart_moves(moves: pd.DataFrame) -> alt.LayerChart:
    """Draw up and down side by side and equally large (``text.bars_of_moves``): 0 to 100%."""
    colours = alt.Scale(domain=["up", "down"], range=[theme.UP, theme.DOWN])
    base = alt.Chart(moves).encode(
        y=alt.Y("begun:N", title=None, sort=None, axis=alt.Axis(labelLimit=330, ticks=False)),
        yOffset=alt.YOffset("move:N", sort=None),
        x=alt.X(
            "share:Q",
            title=text.SHARE_AXIS,
            axis=alt.Axis(tickCount=5),
            scale=alt.Scale(domain=[0, 100]),
        ),
    )
    bars = base.mark_bar(stroke=theme.LINE, strokeWidth=0.7).encode(
        color=alt.Color("key:N", scale=colours, legend=None),
        tooltip=[
            alt.Tooltip("begun:N", title=text.CHAINS),
            alt.Tooltip("move:N", title=text.STEP),
            alt.Tooltip("words:N", title=text.SHARE),
        ],
    )
    labels = base.transform_calculate(label="datum.words + ' ' + lower(datum.move)").mark_text(
        align="left", dx=6, fontSize=13
    )
    layers = alt.layer(bars, labels.encode(text="label:N"))
    return cast("alt.LayerChart", layers.properties(height=alt.Step(30)))


def chart_steps(steps: pd.DataFrame) -> alt.LayerChart:
    """Draw the steps of each year (``step_tables.in_step_order``) as bars that add up to 100%.

    A year of which a part is hidden is left out. The legend names parts too narrow for words.
    """
    names = [general.STEP_NAMES[key] for key in theme.STEP_COLOURS]
    scale = alt.Scale(domain=[0, 100], nice=False)
    base = alt.Chart(_step_rows(steps)).encode(
        y=alt.Y("year:N", title=None, axis=alt.Axis(ticks=False))
    )
    bars = base.mark_bar(stroke=theme.LINE, strokeWidth=0.7, size=32).encode(
        x=alt.X("begin:Q", title=text.STARTS_AXIS, axis=alt.Axis(tickCount=5), scale=scale),
        x2="end:Q",
        color=alt.Color(
            "name:N",
            scale=alt.Scale(domain=names, range=list(theme.STEP_COLOURS.values())),
            legend=alt.Legend(orient="top", title=None, symbolSize=160, symbolStrokeWidth=0.7),
        ),
        tooltip=[
            alt.Tooltip("year:N", title=text.YEAR),
            alt.Tooltip("name:N", title=text.STEP),
            alt.Tooltip("label:N", title=text.SHARE),
        ],
    )
    ink = alt.when("datum.key === 'up'").then(alt.value(theme.PAPER))
    words = base.mark_text(fontSize=12.5).encode(
        x=alt.X("middle:Q", scale=scale),
        text="words:N",
        color=ink.otherwise(alt.value(theme.INK)),
    )
    return cast("alt.LayerChart", alt.layer(bars, words).properties(height=alt.Step(42)))


def chart_followups(followups: pd.DataFrame, ladder: Ladder) -> alt.LayerChart:
    """Draw what followed as shares of a row (``step_tables.with_share_of_source``), from 0 on.

    Care forms stand in ladder order, the rest and the ends last. A row of which a part is hidden
    is left out.
    """
    order = theme.in_ladder_order({*followups["source"], *followups["target"]} - {""}, ladder)
    rows = _followup_rows(followups, order)
    ends = [place_name(kind, "") for kind in ENDS]
    columns = [name for name in [*order, *ends] if name in set(rows["target"])]
    base = alt.Chart(rows).encode(
        x=alt.X(
            "target:N",
            sort=columns,
            title=text.NEXT,
            axis=alt.Axis(
                orient="top", labelAngle=-30, labelOverlap=False, ticks=False, domain=False
            ),
        ),
        y=alt.Y(
            "source:N",
            sort=alt.EncodingSortField("rank"),
            title=text.FIRST,
            axis=alt.Axis(ticks=False, domain=False, labelLimit=260),
        ),
    )
    shades = alt.Scale(domain=[0, 100], range=list(SHADES), interpolate="rgb")
    cells = base.mark_rect(stroke=theme.GRID).encode(
        color=alt.Color("share:Q", scale=shades, legend=None),
        tooltip=[
            alt.Tooltip("source:N", title=text.FIRST),
            alt.Tooltip("target:N", title=text.NEXT),
            alt.Tooltip("words:N", title=text.SHARE),
        ],
    )
    words = base.mark_text(fontSize=12.5).encode(
        text="words:N",
        color=alt.when("datum.share > 70")
        .then(alt.value(theme.PAPER))
        .otherwise(alt.value(theme.INK)),
    )
    return cast("alt.LayerChart", alt.layer(cells, words).properties(height=alt.Step(28)))


def _step_rows(steps: pd.DataFrame) -> pd.DataFrame:
    """Lay the shares of a year end to end."""
    shown = steps.dropna(subset=["share"])
    ends = (shown["share"].astype(float) * 100).groupby(shown["year"]).cumsum()
    begins = ends - shown["share"].astype(float) * 100
    names = shown["step"].map(general.STEP_NAMES).astype(str)
    labels = shown["share"].map(general.percent).astype(str)  # also when nothing may be shown
    return pd.DataFrame(
        {
            "year": shown["year"].astype(str),
            "key": shown["step"],
            "name": names,
            "label": labels,
            "begin": begins,
            "end": ends,
            "middle": (begins + ends) / 2,
            "words": (names + " " + labels).where(ends - begins >= 9, ""),
        }
    )


def _followup_rows(followups: pd.DataFrame, order: Sequence[str]) -> pd.DataFrame:
    """Write each share as it is drawn; ``rank`` puts the first forms in order."""
    shown = followups.dropna(subset=["share"])
    sources = list(map(place_name, shown["source_kind"], shown["source"]))
    return pd.DataFrame(
        {
            "source": [
                f"{name} ({general.count(whole)})"
                for name, whole in zip(sources, shown["whole"], strict=True)
            ],
            "rank": [order.index(name) if name in order else len(order) for name in sources],
            "target": list(map(place_name, shown["target_kind"], shown["target"])),
            "share": shown["share"].astype(float) * 100,
            "words": shown["share"].map(general.percent),
        }
    )
