"""How far apart two routes are: what it costs to turn one into the other, step by step.

A route is a row of states, here rungs of the ladder; routes that are alike are measured once. The
cost of putting one rung for another is how far apart they lie on the ladder, so that distances
hang on the agreement about light and heavy and not on which other clients were selected, as costs
from transition rates would. Uses numpy on small results that were counted before.

Source: S. Needleman and C. Wunsch, J. Mol. Biol. 48 (1970), 443-453, as used for life courses by
A. Abbott and A. Tsay, Sociol. Methods Res. 29 (2000), 3-33.
"""

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from core.tables import UNRANKED

LONGEST_ROUTE: Final = 10
"""Routes are compared up to here: what comes later falls under "10 or more"."""

UNRANKED_COST: Final = 0.5
"""Between a form without a rung and any rung: half the ladder, as it is neither light nor heavy."""

CELLS_AT_ONCE: Final = 200_000
"""Pairs that are measured together: few enough to stay near the processor."""

Numbers = NDArray[np.float64]
Codes = NDArray[np.int64]


def ladder_costs(levels: Sequence[int]) -> Numbers:
    """Give the cost of putting one level for another, a row and a column for each of ``levels``.

    From 0 (the same rung, or both without one) to 1 (the two ends of the ladder). ``levels`` may
    hold UNRANKED; without a second rung every other cost is 0.
    """
    rungs = np.array(levels, dtype=float)
    ranked = rungs != UNRANKED
    reach = np.ptp(rungs[ranked]) if ranked.any() else 0.0
    apart = np.abs(rungs[:, None] - rungs) / (reach or 1.0)
    one_is_unranked = ranked[:, None] != ranked
    costs: Numbers = np.where(one_is_unranked, UNRANKED_COST, apart)
    return costs


def constant_costs(states: int) -> Numbers:
    """Give costs at which every two different states lie 2 apart.

    With an ``indel`` of 1 matching then measures what routes do not have in common (LCS).
    """
    costs: Numbers = 2.0 * (1.0 - np.eye(states))
    return costs


def usual_indel(costs: Numbers) -> float:
    """Give the cost of a step more or less: half the dearest exchange, so that none is too dear."""
    return float(costs.max(initial=0.0)) / 2


def measure_matching(
    routes: Sequence[Sequence[int]], costs: Numbers, indel: float | None = None
) -> Numbers:
    """Measure optimal matching between all routes: a square table in the order of ``routes``.

    A route is a row of places in ``costs``, of any length. The distance is what the cheapest way
    costs to make one route of the other by exchanging, adding and leaving out steps.
    """
    price = usual_indel(costs) if indel is None else indel
    distances = np.zeros((len(routes), len(routes)))
    groups = _by_length(routes)
    for place, (rows, shorter) in enumerate(groups):
        for columns, longer in groups[place:]:
            found = _between(shorter, longer, costs, price)
            distances[np.ix_(rows, columns)] = found
            distances[np.ix_(columns, rows)] = found.T
    return distances


def measure_differing(routes: Sequence[Sequence[int]]) -> Numbers:
    """Count the places in which routes of one length differ (Hamming).

    Raises ``ValueError`` when they are not equally long.
    """
    if len({len(route) for route in routes}) > 1:
        raise ValueError("routes differ in length")
    states = np.array(routes)
    distances: Numbers = (states[:, None, :] != states[None, :, :]).sum(axis=2).astype(float)
    return distances


def by_longest(distances: Numbers, lengths: Sequence[int]) -> Numbers:
    """Divide each distance by the length of the longer of both routes; 0 where both are empty."""
    long = np.array(lengths)
    shared: Numbers = distances / np.maximum(np.maximum(long[:, None], long), 1)
    return shared


def _by_length(routes: Sequence[Sequence[int]]) -> list[tuple[Codes, Codes]]:
    """Divide routes by length, shortest first: where they stand, and their states."""
    lengths = np.array([len(route) for route in routes], dtype=np.int64)
    places = [np.flatnonzero(lengths == length) for length in np.unique(lengths)]
    return [(rows, np.array([routes[int(row)] for row in rows], dtype=np.int64)) for rows in places]


def _between(shorter: Codes, longer: Codes, costs: Numbers, indel: float) -> Numbers:
    """Measure every route of one length against every route of another, some rows at a time."""
    found = np.empty((len(shorter), len(longer)))
    for part in _parts(len(shorter), len(longer)):
        found[part] = _matched(shorter[part], longer, costs, indel)
    return found


def _parts(rows: int, columns: int) -> Iterator[slice]:
    at_once = max(CELLS_AT_ONCE // max(columns, 1), 1)
    return (slice(begin, begin + at_once) for begin in range(0, rows, at_once))


def _matched(shorter: Codes, longer: Codes, costs: Numbers, indel: float) -> Numbers:
    """Fill the table of Needleman and Wunsch for many pairs at once, row by row.

    ``row[j]`` holds for each pair what it costs to make the first j steps of the longer route of
    the steps of the shorter one so far.
    """
    pairs = (len(shorter), len(longer))
    row = [np.full(pairs, j * indel) for j in range(longer.shape[1] + 1)]
    for i in range(shorter.shape[1]):
        above, row = row, [np.full(pairs, (i + 1) * indel)]
        exchanged = costs[shorter[:, i]]
        for j in range(longer.shape[1]):
            cell = above[j] + exchanged[:, longer[:, j]]
            np.minimum(cell, above[j + 1] + indel, out=cell)
            np.minimum(cell, row[j] + indel, out=cell)
            row.append(cell)
    return row[-1]
