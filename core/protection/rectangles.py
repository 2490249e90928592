"""Large tables of two dimensions: what to hide is looked for among moves of four cells.

Solving a program for each of thousands of cells would take minutes. Cells that move in no rectangle
are followed along all ways at once (maximum flow) before anything is hidden for them.
"""

import numpy as np

from core.protection.attack import Known, Numbers
from core.protection.network import Network, cheapest_rectangle, furthest_way
from core.protection.rooms import Hiding, Reach, loss_of, room_of


def widened_along(
    hiding: Hiding, network: Network, seen: Reach, cell: int
) -> tuple[Hiding, Reach] | None:
    """See that one cell moves far enough, or hide what lets it; None when no rectangle does."""
    room = room_of(hiding)
    best = _rectangle(hiding, room, seen, cell)
    if best is not None and best[0] == 0:
        return hiding, seen.with_move(best[1])
    for sign in (1, -1):
        if seen.narrow(hiding.hidden)[cell]:
            step = np.zeros(len(hiding.counts))
            step[cell] = sign * furthest_way(network, (room.upper, -room.lower), cell, sign)
            seen = seen.with_move(step)
    if not seen.narrow(hiding.hidden)[cell]:
        return hiding, seen
    best = _rectangle(hiding, room, seen, cell)
    if best is None:
        return None
    return hiding.with_hidden((best[1] != 0) & hiding.may_go), seen


def _rectangle(hiding: Hiding, room: Known, seen: Reach, cell: int) -> tuple[float, Numbers] | None:
    """Find the cheapest move of four cells over what is missing: its cost, and how each moves."""
    if hiding.network is None:
        return None
    found = []
    losses = np.where(hiding.may_go, loss_of(hiding.counts), np.inf)
    for sign, distance in zip((1, -1), map(abs, seen.missing(cell)), strict=True):
        if (room.upper[cell] if sign > 0 else -room.lower[cell]) < distance:
            continue
        up = np.where(room.upper >= distance, 0, losses)
        down = np.where(-room.lower >= distance, 0, losses)
        one = cheapest_rectangle(hiding.network, (up, down), cell, sign)
        if one is not None:
            found.append((one[0], distance * one[1]))
    return min(found, key=lambda one: one[0], default=None)
