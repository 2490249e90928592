"""Second hiding: which other cells have to go so that no hidden one can be worked out.

Cell by cell, the smallest first: a hidden cell that cannot be seen to move far enough without
anybody noticing gets the move that costs least, and the shown cells that this move goes through are
hidden with it. So a protected table comes with its proof: for every hidden cell other tables that
show the same. The way: Cox (1995), Network models for complementary cell suppression; for sums of
more than two dimensions by linear programming, in whole numbers where that is not enough.
"""

from dataclasses import replace
from typing import Final

import numpy as np
from scipy.sparse import csr_array

from core.protection.attack import WIDTH, Flags
from core.protection.margins import Described
from core.protection.network import network_of
from core.protection.policy import Policy, policy
from core.protection.rectangles import widened_along
from core.protection.rooms import Hiding, Reach, cheapest_move, find_reach, loss_of

PASSES: Final = 4
"""How often moves of many cells at once are looked for before cells are taken one by one."""

SINGLE: Final = 1
LARGE: Final = 400
"""From how many cells the cheapest move is looked for among those of four cells only."""


def find_hidden(
    described: Described, primary: Flags, kept: Flags | None = None, rule: Policy | None = None
) -> Flags:
    """Give all cells to hide: the primary ones and what protects them.

    ``kept`` cells stay, as they are shown in other views as well, and are held to be known
    exactly. A sum of one part is that part, and goes with it all the same. Where the sums that
    stay leave no room (18 in two cells of at most 9) nothing else is hidden for it: a reader who
    cannot tell a small cell from one beside it is left with more.
    """
    alone = _alone(described.equations)
    stays = np.zeros(len(primary), dtype=bool) if kept is None else kept
    hiding = Hiding(
        counts=described.counts,
        equations=described.equations,
        hidden=primary | (alone @ primary.astype(float) > 0),
        kept=stays & ~(alone.sum(axis=1) > 0),
        rule=rule or policy(),
        network=network_of(described.equations),
    )
    return _protected(_beside_single(hiding)).hidden


def _alone(equations: csr_array) -> csr_array:
    """Link the sums of one part to that part: a row for each cell, empty for all others."""
    of_one = equations[np.diff(equations.indptr) == 2]
    return -(of_one.T.minimum(0) @ of_one.maximum(0))


def _protected(hiding: Hiding) -> Hiding:
    nothing = np.zeros(len(hiding.counts))
    seen = Reach(nothing, nothing)
    while True:
        seen = find_reach(hiding, seen, PASSES)
        narrow = seen.narrow(hiding.hidden)
        if not narrow.any():
            return hiding
        before = hiding.hidden
        for cell in _in_order(hiding, narrow):
            hiding, seen = _widened(hiding, seen, cell)
        hiding = _beside_single(hiding)
        if (before == hiding.hidden).all() and seen.narrow(hiding.hidden).any():
            return hiding


def _in_order(hiding: Hiding, narrow: Flags) -> list[int]:
    cells = np.flatnonzero(narrow)
    return cells[np.argsort(hiding.counts[cells], kind="stable")].tolist()


def _widened(hiding: Hiding, seen: Reach, cell: int) -> tuple[Hiding, Reach]:
    """Hide what lets one cell move far enough, when anything does."""
    if not seen.narrow(hiding.hidden)[cell]:
        return hiding, seen
    if hiding.network and len(hiding.counts) > LARGE:
        found = widened_along(hiding, hiding.network, seen, cell)
        if found is not None:
            return found
    losses = loss_of(hiding.counts)
    moves = [cheapest_move(hiding, cell, distance, losses) for distance in seen.missing(cell)]
    best = min(filter(None, moves), key=lambda one: float(losses[one.through].sum()), default=None)
    if best is None:
        return hiding, seen
    return hiding.with_hidden(best.through), seen.with_move(best.steps)


def _beside_single(hiding: Hiding) -> Hiding:
    """Hide a third cell where a sum hides two of which one is a single person.

    Who is alone in a cell knows that, and could otherwise work out the other.
    """
    parts = abs(hiding.equations)
    known = hiding.known
    slack = np.where(hiding.hidden, 0, known.upper - known.lower)
    single = hiding.hidden & (hiding.counts == SINGLE)
    few = (parts @ hiding.hidden.astype(float) == 2) & (parts @ single.astype(float) > 0)
    for place in np.flatnonzero(few & (parts @ slack < WIDTH)):
        row = parts[[place]].toarray().ravel() > 0
        if (row & hiding.hidden).sum() > 2 or not (row & hiding.may_go).any():
            continue
        cells = np.flatnonzero(row & hiding.may_go)
        least = cells[np.argmin(loss_of(hiding.counts)[cells])]
        hiding = replace(hiding, hidden=hiding.hidden | (np.arange(len(row)) == least))
    return hiding
