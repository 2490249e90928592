"""Chart of the paths over the ladder: bands as high as their chains are many."""

from collections.abc import Sequence
from typing import Final, cast

import altair as alt
import pandas as pd

from core.charts import theme
from core.charts.states import LANE, LAST_MONTH, state_colour
from core.text import general
from core.text import states as text

Ladder = Sequence[tuple[str, int]]

BANDS_HEIGHT: Final = 520
NAMED_BAND: Final = 0.026
"""A band of at least this part of the chains is high enough for a name."""

BAND_COLUMNS: Final = [
    *("path", "part", "level", "name", "number", "rung", "span", "words", "begin", "until"),
    *("top", "middle", "bottom"),
]


def chart_paths(paths: pd.DataFrame, ladder: Ladder) -> alt.LayerChart:
    """Draw every path (``PATHS``) as a band in time, as high as its number of chains.

    Sorted by rungs; the rest last, in one piece that says nothing of time. A path of which a
    number is hidden is left out.
    """
    rows = _band_rows(paths, ladder)
    height = float(rows["bottom"].max()) if len(rows) else 1.0
    y_scale = alt.Scale(domain=[height, 0], nice=False)
    x_scale = alt.Scale(domain=[0, LAST_MONTH + LANE], nice=False)
    month_axis = alt.Axis(values=list(range(0, LAST_MONTH + 1, 6)))
    base = alt.Chart(rows).encode(
        y=alt.Y("top:Q", title=text.CHAINS, scale=y_scale, axis=alt.Axis(tickCount=6, grid=False)),
        tooltip=[
            alt.Tooltip("name:N", title=text.PATH),
            alt.Tooltip("number:N", title=text.CHAINS),
            alt.Tooltip("rung:N", title=text.PART),
            alt.Tooltip("span:N", title=text.MONTH),
        ],
    )
    bands = base.mark_rect(stroke=theme.PAPER, strokeWidth=0.3).encode(
        x=alt.X("begin:Q", title=text.MONTH, scale=x_scale, axis=month_axis),
        x2="until:Q",
        y2="bottom:Q",
        color=alt.Color("colour:N", scale=None),
    )
    last = rows[rows["is_named"]]
    words = (
        alt.Chart(last)
        .mark_text(align="left", fontSize=12.5, color=theme.INK, dx=6)
        .encode(x=alt.datum(LAST_MONTH), y="middle:Q", text="words:N")
    )
    return cast("alt.LayerChart", alt.layer(bands, words).properties(height=BANDS_HEIGHT))


def _band_rows(paths: pd.DataFrame, ladder: Ladder) -> pd.DataFrame:
    """Lay the bands under each other in order of their rungs, and their parts after each other."""
    shown = paths.dropna(subset=["chains", "begun_months", "until_months"])
    opening = shown[shown["part"] == 1]
    order = sorted(opening["path"], key=text.path_order)
    heights = dict(zip(opening["path"], opening["chains"].astype(float), strict=True))
    tops = pd.Series({path: heights[path] for path in order}, dtype=float).cumsum()
    whole = float(tops.iloc[-1]) if len(tops) else 1.0
    rows = [
        row
        for path in order
        for row in _parts(shown[shown["path"] == path], heights[path], float(tops[path]))
    ]
    table = pd.DataFrame(rows, columns=BAND_COLUMNS)
    named = (table["bottom"] - table["top"] >= whole * NAMED_BAND) & (table["part"] == 1)
    keys = zip(table["path"].astype(str), table["level"].tolist(), strict=True)
    colours = [_band_colour(path, int(level), ladder) for path, level in keys]
    return table.assign(is_named=named, colour=colours)


def _parts(parts: pd.DataFrame, height: float, bottom: float) -> list[dict[str, object]]:
    """Give the parts of one band; a part ends where the next one begins, if that is earlier."""
    ordered = parts.sort_values("part")
    begins = [float(begun) for begun in ordered["begun_months"]]
    nexts = [*begins[1:], float(LAST_MONTH)]
    is_rest = (ordered["path"] == "rest").any()
    name, number = text.path_name(ordered["path"].iloc[0]), general.number(height)
    rows = []
    for row, begin, after in zip(ordered.to_dict("records"), begins, nexts, strict=True):
        until = float(LAST_MONTH) if is_rest else min(float(row["until_months"]), after)
        rows.append(
            {
                "path": row["path"],
                "part": row["part"],
                "level": row["level"],
                "name": name,
                "number": number,
                "rung": text.path_name("rest" if is_rest else str(row["level"])),
                "span": "" if is_rest else f"{general.decimal(begin)} tot {general.decimal(until)}",
                "words": f"{name} ({number})",
                "begin": begin,
                "until": until,
                "top": bottom - height,
                "middle": bottom - height / 2,
                "bottom": bottom,
            }
        )
    return rows


def _band_colour(path: str, level: int, ladder: Ladder) -> str:
    return theme.OTHER if path == "rest" else state_colour(level + text.WITHOUT_RUNG, ladder)
