"""Published pairs as a network (networkx): shares, the largest transitions, and the matrix.

Pure functions of small tables with the columns of ``FOLLOWS``. A hidden number is missing: it gives
no arc, and takes the shares of its source with it, because they would tell it.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import networkx as nx
import pandas as pd

from core.tables import BEGINNING, ELSEWHERE, NOT_FOLLOWED, STILL_OPEN

EXITS = (NOT_FOLLOWED, STILL_OPEN)
COUNTS = ("transitions", "clients", "overlapping", "chains")


@dataclass(frozen=True, slots=True)
class Strongest:
    """The largest transitions, each as it was counted over all, and how many are left out."""

    pairs: pd.DataFrame
    left_out: int


def totals_of(pairs: pd.DataFrame) -> dict[str, int]:
    """Add up what leaves each source, exits included; a source of which a part is hidden is out."""
    whole = pairs.groupby("source")["transitions"].agg(lambda cells: cells.sum(skipna=False))
    return {str(source): int(number) for source, number in whole.dropna().items()}


def with_shares(pairs: pd.DataFrame, arrived: Mapping[str, int]) -> pd.DataFrame:
    """Add ``whole`` and ``share`` of the source, ``arrived`` and ``share_of_target``.

    ``arrived`` says how often each target was reached in all. Missing where a part is hidden; a
    share is never more than one, which rounded numbers could make it.
    """
    whole = pairs["source"].map(totals_of(pairs)).astype("Float64")
    reached = pairs["target"].map(dict(arrived)).astype("Float64")
    number = pairs["transitions"].astype("Float64")
    return pairs.assign(
        whole=whole,
        share=(number / whole).where(whole > 0),
        arrived=reached,
        share_of_target=(number / reached).where(reached > 0).clip(upper=1.0),
    )


def between_places(pairs: pd.DataFrame) -> pd.DataFrame:
    """Keep the transitions between places, without exits and without hidden numbers."""
    shown = pairs[~pairs["target"].isin(EXITS)]
    return shown.dropna(subset=["transitions"])


def names_something(shares: pd.DataFrame) -> bool:
    """Tell whether any transition that is shown goes from a named care form, or to one."""
    rest = (ELSEWHERE, NOT_FOLLOWED, STILL_OPEN)
    named = ~shares["source"].isin(rest) | ~shares["target"].isin(rest)
    return bool((named & shares["transitions"].notna()).any())


def strongest(pairs: pd.DataFrame, number: int) -> Strongest:
    """Keep the largest transitions between places; nothing about them is counted anew.

    Of equals the one whose names come first by code point stays.
    """
    arcs = between_places(pairs)
    ordered = arcs.sort_values(
        ["transitions", "source", "target"], ascending=[False, True, True], kind="stable"
    )
    return Strongest(ordered.head(number), max(len(ordered) - number, 0))


def with_beginnings(shares: pd.DataFrame, beginnings: pd.DataFrame) -> pd.DataFrame:
    """Add a row from BEGINNING to each care form that chains begin with (``BEGINNINGS``)."""
    begun = beginnings.rename(columns={"source": "target", "chains": "transitions"})
    return pd.concat([begun.assign(source=BEGINNING), shares], ignore_index=True)


def graph_of(pairs: pd.DataFrame, columns: Sequence[str] = ("transitions",)) -> "nx.DiGraph[str]":
    """Draw pairs as a directed graph, ends included, with some columns on its arcs.

    Counts are whole numbers and all else is not, on every arc alike. A missing value is left off
    its arc, and a pair of which the number is hidden has none.
    """
    graph: nx.DiGraph[str] = nx.DiGraph()
    for row in pairs.dropna(subset=["transitions"]).to_dict("records"):
        kinds = {name: int if name in COUNTS else float for name in columns}
        known = {name: kind(row[name]) for name, kind in kinds.items() if pd.notna(row[name])}
        graph.add_edge(str(row["source"]), str(row["target"]), **known)
    return graph


def matrix_of(shares: pd.DataFrame, order: Sequence[str]) -> pd.DataFrame:
    """Write the shares as a matrix: a row a source, places in this order, the exits last.

    A row adds up to one, or is empty where a part of it is hidden. Nobody is 0.
    """
    wide = shares.pivot_table(
        index="source", columns="target", values="share", aggfunc="sum", min_count=1
    )
    columns = [place for place in (*order, *EXITS) if place in wide.columns]
    rows = [place for place in order if place in wide.index]
    return wide.reindex(index=rows, columns=columns).fillna(0.0).astype(float)
