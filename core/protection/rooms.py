"""Other tables that show the same: what a hidden cell can move without anybody seeing it.

A move adds to some cells and takes from others, leaves every sum right and every cell within what
is known of it. A table with such a move is as good an explanation of what is shown as the true one,
so that a cell that moves far enough in some of them is hidden well enough, which proves at once for
many cells what an attack would have to find for each.
"""

from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from scipy.sparse import csr_array, hstack

from core.protection.attack import WIDTH, Flags, Known, Numbers, known_from, solve
from core.protection.network import Network, find_rectangles, find_ways
from core.protection.policy import Policy

MOST: Final = 2.0 * WIDTH
"""No cell needs to move further than this."""


@dataclass(frozen=True, slots=True)
class Hiding:
    """Cells of which some are hidden: ``kept`` ones are shown elsewhere too and known exactly."""

    counts: Numbers
    equations: csr_array
    hidden: Flags
    kept: Flags
    rule: Policy
    network: Network | None

    @property
    def known(self) -> Known:
        """What an attacker knows of each cell; a kept cell that may be shown is known exactly."""
        found = known_from(self.counts, self.hidden, self.rule)
        exact = self.kept & ~self.hidden
        return Known(
            np.where(exact, self.counts, found.lower), np.where(exact, self.counts, found.upper)
        )

    @property
    def may_go(self) -> Flags:
        """The cells that are shown and could be hidden too."""
        return ~self.hidden & ~self.kept

    def with_hidden(self, more: Flags) -> "Hiding":
        """Hide more cells."""
        return replace(self, hidden=self.hidden | more)


@dataclass(frozen=True, slots=True)
class Reach:
    """How far each cell was seen to move down (below zero) and up."""

    down: Numbers
    up: Numbers

    def with_move(self, move: Numbers) -> "Reach":
        """Add one move to what was seen."""
        return Reach(np.minimum(self.down, move), np.maximum(self.up, move))

    def with_both(self, rise: Numbers, fall: Numbers) -> "Reach":
        """Add how far each cell was seen to go up and down, both from zero."""
        return Reach(np.minimum(self.down, -fall), np.maximum(self.up, rise))

    def missing(self, cell: int) -> tuple[float, float]:
        """Say how far a cell would have to move up, or down (below zero), to have moved enough."""
        return WIDTH + self.down[cell], self.up[cell] - WIDTH

    def narrow(self, hidden: Flags) -> Flags:
        """Tell which hidden cells were not yet seen to move far enough."""
        return hidden & (self.up - self.down < WIDTH)


def loss_of(counts: Numbers) -> Numbers:
    """Say how much is lost with a cell: one, and more the more it counts."""
    return 1 + np.log10(np.maximum(counts, 1))


def find_reach(hiding: Hiding, seen: Reach, passes: int) -> Reach:
    """Look for moves that show hidden cells to be hidden well, as far as those can be found."""
    if hiding.network is None:
        return _reach_of_many(hiding, seen, passes)
    room = room_of(hiding)
    up, down = room.upper, -room.lower
    seen = seen.with_both(*find_rectangles(hiding.network, up, down))
    narrow = np.flatnonzero(seen.narrow(hiding.hidden))
    if len(narrow) < hiding.network.nodes:
        return seen
    return seen.with_both(*find_ways(hiding.network, up, down, narrow))


def _reach_of_many(hiding: Hiding, seen: Reach, passes: int) -> Reach:
    """Look for moves of many cells at once, a few times and each time other ways."""
    room, prefers = room_of(hiding), preferred(hiding)
    draw = np.random.default_rng(0)
    for turn in range(passes):
        narrow = seen.narrow(hiding.hidden)
        if not narrow.any():
            break
        flips = np.where(draw.random(len(narrow)) < 0.5, -1, 1) if turn else 1
        found = solve(-prefers * flips * narrow, hiding.equations, room)
        if found is None:
            break
        seen = seen.with_move(found)
    return seen


def preferred(hiding: Hiding) -> Numbers:
    """Give the direction in which a cell can go furthest: 1 is up."""
    known = hiding.known
    return np.where(known.upper - hiding.counts >= hiding.counts - known.lower, 1.0, -1.0)


@dataclass(frozen=True, slots=True)
class Move:
    """A move of all cells, and which shown ones have to be hidden to make it."""

    steps: Numbers
    through: Flags


def cheapest_move(hiding: Hiding, cell: int, distance: float, losses: Numbers) -> Move | None:
    """Find a move of one cell over a distance that goes through shown cells of little loss.

    A shown cell moves freely within its rounding; beyond that it has to be hidden too. Linear
    programming weighs how far each goes, so that afterwards every cell is left out that the move
    can do without, the largest loss first. None when there is no such move.
    """
    found = _moved(hiding, (cell, distance), hiding.may_go, losses)
    if found is None:
        return None
    through = np.flatnonzero(found.through)
    for other in through[np.argsort(-losses[through], kind="stable")]:
        without = found.through & (np.arange(len(losses)) != other)
        if not found.through[other]:
            continue
        found = _moved(hiding, (cell, distance), without, losses) or found
    return found


def _moved(hiding: Hiding, aim: tuple[int, float], may_go: Flags, losses: Numbers) -> Move | None:
    """Move a cell over a distance, beyond their rounding only through the cells that may go."""
    room, beyond = room_of(hiding), np.flatnonzero(may_go)
    cell, distance = aim
    if not room.lower[cell] <= distance <= room.upper[cell]:
        return None
    room.lower[cell] = room.upper[cell] = distance
    extra = hiding.equations[:, beyond]
    least = np.minimum(hiding.counts[beyond], MOST)
    wide = Known(
        np.concatenate([room.lower, np.zeros(2 * len(beyond))]),
        np.concatenate([room.upper, np.full(len(beyond), MOST), least]),
    )
    costs = np.concatenate([np.zeros(len(losses)), losses[beyond], losses[beyond]])
    found = solve(costs, hstack([hiding.equations, extra, -extra], format="csr"), wide)
    if found is None:
        return None
    steps, more, less = np.split(found, np.cumsum([len(losses), len(beyond)]))
    steps[beyond] += more - less
    return Move(steps, (steps < room.lower) | (steps > room.upper))


def room_of(hiding: Hiding) -> Known:
    """Say how far each cell may go down and up."""
    known = hiding.known
    down, up = known.lower - hiding.counts, known.upper - hiding.counts
    return Known(np.maximum(down, -MOST), np.minimum(up, MOST))
