"""Where the nodes and ribbons of a flow stand, in pixels: geometry of numbers already published.

Nodes stand in ladder order, the heaviest on top, so that a ribbon that rises is a step up; under
them what has no rung, the rest, and the ends. A node keeps a slot in which its label fits however
thin it is. A stream whose number was left out is not drawn, and its nodes get no number.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import pandas as pd

from core.text.chains import KINDS

HEIGHT: Final = 400
SLOT: Final = 17
GAP: Final = 3
FORM: Final = "form"

Place = tuple[int, str, str]
"""Column, kind and care form."""


@dataclass(frozen=True, slots=True)
class Node:
    """A place in a column: how many chains (None when a part is hidden), and where it stands."""

    place: Place
    chains: int
    is_whole: bool
    top: float
    height: float

    @property
    def middle(self) -> float:
        """The height at which its label stands."""
        return self.top + self.height / 2


def laid_out(flows: pd.DataFrame, levels: Mapping[str, int]) -> list[Node]:
    """Place every node of the flows, column by column and from top to bottom."""
    sizes = _sizes(flows)
    hidden = _hidden_places(flows)
    columns = [
        sorted((place for place in sizes if place[0] == column), key=lambda p: _order(p, levels))
        for column in sorted({place[0] for place in sizes})
    ]
    scale = _scale([[sizes[place] for place in column] for column in columns])
    nodes = []
    for column in columns:
        top = 0.0
        for place in column:
            height = sizes[place] * scale
            slot = max(height, SLOT)
            middle = top + slot / 2
            whole = place not in hidden
            nodes.append(Node(place, sizes[place], whole, middle - height / 2, height))
            top += slot + GAP
    return nodes


def ribbons(flows: pd.DataFrame, nodes: Sequence[Node]) -> pd.DataFrame:
    """Add to each stream that can be drawn where it leaves, where it arrives and how thick it is.

    Columns ``leaves``, ``arrives`` and ``thickness``; stacked in the order of the nodes.
    """
    where = {node.place: node for node in nodes}
    rank = {node.place: number for number, node in enumerate(nodes)}
    drawn = flows.dropna(subset=["chains"]).copy()
    drawn["from"] = _places(drawn, 0, "source")
    drawn["to"] = _places(drawn, 1, "target")
    drawn["thickness"] = [
        chains * where[place].height / max(where[place].chains, 1)
        for chains, place in zip(drawn["chains"], drawn["from"], strict=True)
    ]
    drawn = drawn.sort_values(["from", "to"], key=lambda places: places.map(rank))
    drawn["leaves"] = _stacked(drawn, "from", where)
    drawn = drawn.sort_values(["to", "from"], key=lambda places: places.map(rank))
    drawn["arrives"] = _stacked(drawn, "to", where)
    return drawn


def _sizes(flows: pd.DataFrame) -> dict[Place, int]:
    """Add up the chains of each place: what leaves the first column, what arrives in the others."""
    shown = flows.dropna(subset=["chains"])
    first = shown[shown["column"] == shown["column"].min()]
    places = [*_places(first, 0, "source"), *_places(shown, 1, "target")]
    chains = [*first["chains"].tolist(), *shown["chains"].tolist()]
    sizes: dict[Place, int] = {}
    for place, number in zip(places, chains, strict=True):
        sizes[place] = sizes.get(place, 0) + int(number)
    return sizes | {
        place: max(sizes.get(place, 0), leaving) for place, leaving in _leaving(shown).items()
    }


def _leaving(shown: pd.DataFrame) -> dict[Place, int]:
    """Add up what leaves each place; with rounded numbers that may be a little more."""
    leaving: dict[Place, int] = {}
    for place, chains in zip(_places(shown, 0, "source"), shown["chains"], strict=True):
        leaving[place] = leaving.get(place, 0) + int(chains)
    return leaving


def _hidden_places(flows: pd.DataFrame) -> set[Place]:
    """List the places of which a part is hidden, and whose number would tell it."""
    hidden = flows[flows["chains"].isna()]
    return {*_places(hidden, 0, "source"), *_places(hidden, 1, "target")}


def _places(flows: pd.DataFrame, further: int, end: str) -> list[Place]:
    columns = [int(column) + further for column in flows["column"]]
    return list(zip(columns, flows[f"{end}_kind"], flows[end], strict=True))


def _order(place: Place, levels: Mapping[str, int]) -> tuple[int, int, str]:
    _, kind, form = place
    return KINDS.index(kind), -levels.get(form, 0), form


def _scale(columns: Sequence[Sequence[int]]) -> float:
    """Find the pixels a chain may take so that the fullest column just fits, by halving."""
    low, high = 0.0, float(HEIGHT)
    for _ in range(40):
        middle = (low + high) / 2
        tallest = max(
            (sum(max(n * middle, SLOT) + GAP for n in column) for column in columns), default=0.0
        )
        low, high = (middle, high) if tallest <= HEIGHT else (low, middle)
    return low


def _stacked(drawn: pd.DataFrame, end: str, where: Mapping[Place, Node]) -> list[float]:
    """Stack the ribbons on one side of their nodes, in the order of the rows."""
    filled: dict[Place, float] = {}
    tops = []
    for place, thickness in zip(drawn[end], drawn["thickness"], strict=True):
        tops.append(where[place].top + filled.get(place, 0.0))
        filled[place] = filled.get(place, 0.0) + thickness
    return tops
