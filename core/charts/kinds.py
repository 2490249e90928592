"""The picture of the kinds of routes: a block a group, with its share and its frequent routes."""

from collections.abc import Sequence
from typing import Final, cast

import altair as alt
import pandas as pd

from core.charts import theme
from core.tables import VARIANT_SEPARATOR
from core.text import general
from core.text import kinds as text

Ladder = Sequence[tuple[str, int]]

LANES: Final = 3
"""Lanes of a group, one for each route that stands for it."""

BLOCK: Final = 4.0
"""Height of a group in lanes: its routes, and air."""

NAME, SHARE, ROUTE, WIDTH = 0.0, 29.0, 43.0, 100.0
"""Where things stand from left to right."""

SHARE_WIDTH: Final = 8.0
STEP: Final = 10.0
SHOWN_STEPS: Final = 5
DARK_FROM: Final = 4
"""From this rung on words in a box are light."""

PIXELS: Final = 24


def chart_kinds(groups: pd.DataFrame, ladder: Ladder, names: Sequence[str]) -> alt.LayerChart:
    """Draw each group: name, share, and its frequent routes as lanes in the colours of the ladder.

    ``names`` are those of the shown groups in their order. A route of too few persons is not
    there; a share is left out as soon as one of the groups is hidden.
    """
    shown = text.chosen_groups(groups)
    layers = [*_words(shown, names), *_shares(groups), *_lanes(groups, ladder)]
    height = len(shown) * BLOCK * PIXELS
    return cast("alt.LayerChart", alt.layer(*layers).properties(height=height))


def _words(shown: pd.DataFrame, names: Sequence[str]) -> list[alt.Chart]:
    """Write beside each group what it is called, how long it lasts and how often it rises."""
    tops = [BLOCK * place for place in range(len(shown))]
    moves = zip(
        map(text.part_words, shown["rises"], shown["no_rise"]),
        map(text.part_words, shown["falls"], shown["no_fall"]),
        strict=True,
    )
    rows = pd.DataFrame(
        {
            "x": NAME,
            "sure_x": SHARE,
            "name_y": [top + 0.5 for top in tops],
            "more_y": [top + 1.5 for top in tops],
            "moves_y": [top + 2.4 for top in tops],
            "name": list(names),
            "more": list(map(text.lasting, shown["mean_days"])),
            "moves": [text.moving(up, down) for up, down in moves],
            "sure": list(map(text.returning, shown["returned"])),
        }
    )
    base = alt.Chart(rows)
    name = base.mark_text(align="left", fontSize=13.5, fontWeight=600, limit=380, color=theme.INK)
    quiet = base.mark_text(align="left", fontSize=12.5, color=theme.QUIET)
    number = len(shown)
    return [
        name.encode(x=_x("x:Q"), y=_y("name_y:Q", number), text="name:N"),
        quiet.encode(x=_x("x:Q"), y=_y("more_y:Q", number), text="more:N"),
        quiet.encode(x=_x("x:Q"), y=_y("moves_y:Q", number), text="moves:N"),
        quiet.encode(x=_x("sure_x:Q"), y=_y("more_y:Q", number), text="sure:N"),
    ]


def _shares(groups: pd.DataFrame) -> list[alt.Chart]:
    """Draw the share of each group as a bar from 0, with its words behind it."""
    shown = text.chosen_groups(groups)
    found = text.shares(groups)
    parts = [share or 0.0 for share in found]
    longest = max([*parts, 0.01])
    ends = [SHARE + SHARE_WIDTH * share / longest for share in parts]
    tops = [BLOCK * place for place in range(len(shown))]
    rows = pd.DataFrame(
        {
            "begin": SHARE,
            "end": ends,
            "top": [top + 0.1 for top in tops],
            "bottom": [top + 0.9 for top in tops],
            "middle": [top + 0.5 for top in tops],
            "words": list(map(general.percent, found)),
        }
    )
    base = alt.Chart(rows)
    bar = base.mark_rect(color=theme.SAME, stroke=theme.LINE, strokeWidth=0.7).encode(
        x=_x("begin:Q"), x2="end:Q", y=_y("top:Q", len(shown)), y2="bottom:Q"
    )
    words = base.mark_text(align="left", dx=5, fontSize=13, color=theme.INK).encode(
        x=_x("end:Q"), y=_y("middle:Q", len(shown)), text="words:N"
    )
    return [bar, words]


def _lanes(groups: pd.DataFrame, ladder: Ladder) -> list[alt.Chart]:
    """Draw the frequent routes of each group as boxes in a row, and how many chains took them."""
    routes, number = text.routes_of(groups), len(text.chosen_groups(groups))
    rows = pd.DataFrame(_boxes(routes, ladder), columns=list(BOX))
    base = alt.Chart(rows).encode(y=_y("middle:Q", number))
    box = base.mark_rect(stroke=theme.LINE, strokeWidth=0.7).encode(
        x=_x("begin:Q"),
        x2="end:Q",
        y=_y("top:Q", number),
        y2="bottom:Q",
        color=alt.Color("colour:N", scale=None),
        tooltip=[
            alt.Tooltip("form:N", title=text.FORM),
            alt.Tooltip("step:Q", title=text.STEPS),
            alt.Tooltip("chains:N", title=text.CHAINS),
        ],
    )
    words = base.mark_text(align="left", dx=4, fontSize=11.5, limit=122).encode(
        x=_x("begin:Q"), text="form:N", color=alt.Color("ink:N", scale=None)
    )
    counts = base.transform_filter("datum.step == 1").mark_text(
        align="left", fontSize=12.5, color=theme.QUIET
    )
    return [box, words, counts.encode(x=_x("count:Q"), text="chains:N")]


BOX: Final = (
    *("begin", "end", "top", "middle", "bottom"),
    *("step", "form", "colour", "ink", "count", "chains"),
)


def _boxes(routes: pd.DataFrame, ladder: Ladder) -> list[dict[str, object]]:
    colours, levels = theme.form_colours(ladder), dict(ladder)
    steps = [str(route).count(VARIANT_SEPARATOR) + 1 for route in routes["route"]]
    behind = ROUTE + STEP * min(max(steps, default=1), SHOWN_STEPS) + 0.5
    return [
        {
            "begin": ROUTE + STEP * place,
            "end": ROUTE + STEP * (place + 1) - 0.3,
            "top": _lane(group, rank),
            "middle": _lane(group, rank) + 0.45,
            "bottom": _lane(group, rank) + 0.9,
            "step": place + 1,
            "form": general.filled(form),
            "colour": colours.get(form, theme.UNRANKED_FORM),
            "ink": theme.PAPER if levels.get(form, 0) >= DARK_FROM else theme.INK,
            "count": behind,
            "chains": f"{general.count(chains)} reeksen",
        }
        for group, rank, route, chains in zip(
            *(routes[name] for name in ("group", "rank", "route", "chains")), strict=True
        )
        for place, form in enumerate(str(route).split(VARIANT_SEPARATOR)[:SHOWN_STEPS])
    ]


def _lane(group: int, rank: int) -> float:
    return BLOCK * (int(group) - 1) + int(rank) - 1 + 0.05


def _x(field: str) -> alt.X:
    return alt.X(field, axis=None, scale=alt.Scale(domain=[NAME, WIDTH], nice=False, zero=False))


def _y(field: str, groups: int) -> alt.Y:
    scale = alt.Scale(domain=[groups * BLOCK, 0], nice=False, zero=False)
    return alt.Y(field, axis=None, scale=scale)
