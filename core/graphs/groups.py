"""Groups and passages of a network: Louvain with fixed seeds, how stable it is, and betweenness.

Blondel and others (2008) find groups by chance, so one outcome says little. It is repeated with
seeds 0, 1, ...: the groups of seed 0 are shown, with how often their members stayed together.
"""

from itertools import combinations
from statistics import fmean

import networkx as nx
import pandas as pd

SEEDS = 50


def find_groups(graph: "nx.DiGraph[str]", seeds: int = SEEDS) -> pd.DataFrame:
    """Divide the places of a network into groups: columns ``place``, ``group``, ``together``.

    Groups are numbered by size, 1 the largest, then by their first name. ``together`` is the share
    of seeds in which two members of the group end up together, over all pairs of it; missing for a
    group of one.
    """
    divisions = [_divided(graph, seed) for seed in range(seeds)] if graph else [[]]
    homes = [
        {place: number for number, members in enumerate(division) for place in members}
        for division in divisions
    ]
    rows = [
        {"place": place, "group": number, "together": together}
        for number, members in enumerate(divisions[0], start=1)
        for together in [_together(members, homes)]
        for place in sorted(members)
    ]
    return pd.DataFrame(rows, columns=["place", "group", "together"])


def measure_passing(graph: "nx.DiGraph[str]") -> dict[str, float]:
    """Measure betweenness (Freeman 1977, normalised): the part of shortest ways that passes by.

    A way is shorter the more transitions it stands for: each arc is one over its number long.
    """
    weighted = graph.copy()
    for _, _, arc in weighted.edges(data=True):
        arc["length"] = 1 / arc["transitions"]
    return dict(nx.betweenness_centrality(weighted, weight="length"))


def without_self(graph: "nx.DiGraph[str]") -> "nx.DiGraph[str]":
    """Leave out the arcs from a place to itself."""
    simple = graph.copy()
    simple.remove_edges_from(list(nx.selfloop_edges(graph)))
    return simple


def _divided(graph: "nx.DiGraph[str]", seed: int) -> list[frozenset[str]]:
    ordered: nx.DiGraph[str] = nx.DiGraph()  # the outcome depends on the order too
    ordered.add_nodes_from(sorted(graph))
    ordered.add_edges_from(sorted(graph.edges(data=True), key=lambda arc: arc[:2]))
    found = nx.community.louvain_communities(ordered, weight="transitions", seed=seed)
    return sorted(map(frozenset, found), key=lambda members: (-len(members), min(members)))


def _together(members: frozenset[str], homes: list[dict[str, int]]) -> float | None:
    """Give the share of pairs of members that are in one group, over all divisions."""
    pairs = list(combinations(sorted(members), 2))
    if not pairs:
        return None
    return fmean(home[first] == home[second] for first, second in pairs for home in homes)
