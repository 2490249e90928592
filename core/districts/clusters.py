"""Clusters: small districts taken together with a neighbour, until numbers carry a comparison.

Which districts belong together follows from open data alone, never from who has care there, so that
it tells nothing about anybody and stays the same for everybody.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np
import pandas as pd

from core.tables import DISTRICT_CLUSTERS

MINIMUM_YOUTH: Final = 400
"""Young people in a cluster at the least: at 10% with help that is 40, some 3 points either way."""

Neighbours = Mapping[str, Sequence[str]]
"""The neighbours of each district, by code (``core.districts.shapes.find_adjacent``)."""


@dataclass(frozen=True, slots=True)
class _Cluster:
    """Districts by code, their young people, and the mean of a circumstance over those (or nan)."""

    members: tuple[str, ...]
    youth: float
    circumstance: float = field(default=float("nan"))


def find_clusters(
    districts: pd.DataFrame, neighbours: Neighbours, minimum: int = MINIMUM_YOUTH
) -> pd.DataFrame:
    """Put the districts of one municipality in clusters (``DISTRICT_CLUSTERS``), in order of code.

    Takes ``region``, ``youth`` (null counts as none) and ``circumstance`` (null when unknown). The
    smallest cluster below the minimum joins the neighbour that lives most alike, until none is
    below it or one is left. Where no outline says who the neighbours are, those are the next and
    the previous in order of code. A cluster is called by its first code.
    """
    clusters = [
        _Cluster((region,), youth, circumstance)
        for region, youth, circumstance in _rows(districts.sort_values("region"))
    ]
    while len(clusters) > 1 and min(one.youth for one in clusters) < minimum:
        clusters = _joined(clusters, neighbours)
    rows = [
        {"region": region, "cluster": one.members[0], "cluster_youth": round(one.youth)}
        for one in clusters
        for region in one.members
    ]
    table = pd.DataFrame(rows, columns=list(DISTRICT_CLUSTERS))
    return table.sort_values("region", ignore_index=True)


def _rows(districts: pd.DataFrame) -> list[tuple[str, float, float]]:
    return [
        (str(region), float(youth), float(circumstance))
        for region, youth, circumstance in zip(
            districts["region"],
            districts["youth"].fillna(0.0),
            districts["circumstance"].astype(float),
            strict=True,
        )
    ]


def _joined(clusters: Sequence[_Cluster], neighbours: Neighbours) -> list[_Cluster]:
    """Join the smallest cluster, the first of equals, with the neighbour that is most alike."""
    smallest = min(clusters, key=lambda one: (one.youth, one.members))
    beside = _beside(smallest, clusters, neighbours)
    chosen = min(beside, key=lambda one: (_distance(smallest, one), one.youth, one.members))
    others = [one for one in clusters if one not in (smallest, chosen)]
    return sorted([*others, _together(smallest, chosen)], key=lambda one: one.members)


def _beside(one: _Cluster, clusters: Sequence[_Cluster], neighbours: Neighbours) -> list[_Cluster]:
    """List the clusters with a border in common; without any, those before and after it."""
    around = {other for member in one.members for other in neighbours.get(member, ())}
    found = [other for other in clusters if other != one and around & set(other.members)]
    if found:
        return found
    place = clusters.index(one)
    return [clusters[other] for other in (place - 1, place + 1) if 0 <= other < len(clusters)]


def _distance(one: _Cluster, other: _Cluster) -> float:
    """Tell how differently people live; what is unknown lies furthest away."""
    apart = abs(one.circumstance - other.circumstance)
    return float("inf") if np.isnan(apart) else apart


def _together(one: _Cluster, other: _Cluster) -> _Cluster:
    known = [part for part in (one, other) if not np.isnan(part.circumstance) and part.youth > 0]
    youth = sum(part.youth for part in known)
    mean = sum(part.circumstance * part.youth for part in known) / youth if youth else float("nan")
    members = tuple(sorted(one.members + other.members))
    return _Cluster(members, one.youth + other.youth, mean)
