"""A table with sums in two dimensions as a network, where moves are found without solving anything.

The sums are the nodes and every cell is an arc between the two sums that it is in; what is in one
sum only goes to a node of its own outside. A move is then a flow that goes round, mostly along four
arcs: up in one cell, down in its row, up in another row, down again. Source: Cox (1995), Network
models for complementary cell suppression.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
import numpy.typing as npt
from scipy.sparse import csr_array
from scipy.sparse.csgraph import breadth_first_order, maximum_flow

from core.protection.attack import WIDTH, Flags, Numbers

Places = npt.NDArray[np.intp]

DISTANCES: Final = (2, 3, WIDTH)
"""How far cells are tried to move: as far as is needed, or in two directions together."""


@dataclass(frozen=True, slots=True)
class Network:
    """Which arc each cell is: a cell that moves up flows from ``tail`` to ``head``."""

    tail: Places
    head: Places
    nodes: int

    def matrix(self, forth: Numbers, back: Numbers, elsewhere: float = 0) -> Numbers:
        """Lay out what belongs to arcs, and to the same arcs taken the other way, by nodes."""
        laid = np.full((self.nodes, self.nodes), elsewhere)
        laid[self.tail, self.head] = forth
        laid[self.head, self.tail] = back
        return laid


def network_of(equations: csr_array) -> Network | None:
    """Read sums as a network; None when cells are in more sums than two, or two cells in the same.

    That is so for tables of one dimension or of more than two, and for tables that are linked.
    """
    sums, cells = equations.shape
    columns = equations.tocsc()
    each = np.diff(columns.indptr)
    if not sums or each.max(initial=0) > 2 or (each == 0).any():
        return None
    first = columns.indptr[:-1]
    second = np.where(each == 2, first + 1, first)
    one, other = columns.indices[first], np.where(each == 2, columns.indices[second], sums)
    product = np.where(each == 2, columns.data[first] * columns.data[second], 0)
    signs = _signs(sums, one, other, product)
    if (signs[one] * signs[np.minimum(other, sums - 1)] * product > 0).any():
        return None
    leaves = signs[one] * columns.data[first] > 0
    tail, head = np.where(leaves, one, other), np.where(leaves, other, one)
    pairs = np.minimum(tail, head) * (sums + 1) + np.maximum(tail, head)
    if len(np.unique(pairs)) < cells:
        return None
    return Network(tail, head, sums + 1)


def _signs(sums: int, one: Places, other: Places, product: Numbers) -> Numbers:
    """Turn sums round so that each cell leaves one and enters the other, as far as that goes."""
    inner = product != 0
    links = csr_array((product[inner], (one[inner], other[inner])), shape=(sums, sums))
    both = links + links.T
    signs = np.zeros(sums)
    for start in range(sums):
        if signs[start]:
            continue
        signs[start] = 1
        order, before = breadth_first_order(both, start, directed=False)
        for node in order[1:]:
            signs[node] = -np.sign(both[before[node], node]) * signs[before[node]]
    return signs


def find_rectangles(network: Network, up: Numbers, down: Numbers) -> tuple[Numbers, Numbers]:
    """Give how far each cell can go up and down in moves of four cells, and at most ``WIDTH``.

    ``up`` and ``down`` are what there is room for in every cell, both from zero.
    """
    rise, fall = np.zeros(len(up)), np.zeros(len(up))
    room = network.matrix(up, down)
    for distance in DISTANCES:
        closed = (room >= distance) & (_ways_back(room >= distance) > 0).T
        rise[closed[network.tail, network.head]] = distance
        fall[closed[network.head, network.tail]] = distance
    return rise, fall


def _ways_back(open_arcs: Flags) -> Numbers:
    """Count the ways of three arcs from each node to each other that do not turn round."""
    arcs = open_arcs.astype(np.float32)
    turns = np.diag(arcs @ arcs)
    every = arcs @ arcs @ arcs
    return every - arcs * (turns[:, None] + turns[None, :]) + arcs * arcs.T


def find_ways(
    network: Network, up: Numbers, down: Numbers, cells: Places
) -> tuple[Numbers, Numbers]:
    """Give how far some cells can go up and down along all ways by way of one busy node.

    What flows from one node to a second, and from there to a third, flows from the first to the
    third. So a flow to and from the busiest node for every node does for all pairs of them. What
    the cell itself lets through is taken off, as it is no way round.
    """
    rise, fall = np.zeros(len(up)), np.zeros(len(up))
    laid = network.matrix(up, down)
    busiest = int(np.argmax(np.minimum(laid.sum(axis=0), laid.sum(axis=1))))
    arcs = csr_array(laid.astype(np.int32))
    ends = np.unique(np.concatenate([network.tail[cells], network.head[cells]])).tolist()
    into, out = np.zeros(network.nodes), np.zeros(network.nodes)
    into[busiest] = out[busiest] = np.inf
    for node in (node for node in ends if node != busiest):
        into[node] = maximum_flow(arcs, node, busiest).flow_value
        out[node] = maximum_flow(arcs, busiest, node).flow_value
    tail, head = network.tail[cells], network.head[cells]
    rise[cells] = np.minimum(np.minimum(into[head], out[tail]) - down[cells], up[cells])
    fall[cells] = np.minimum(np.minimum(into[tail], out[head]) - up[cells], down[cells])
    return np.maximum(rise, 0), np.maximum(fall, 0)


def furthest_way(network: Network, room: tuple[Numbers, Numbers], cell: int, sign: int) -> float:
    """Give how far one cell can go up (1) or down (-1) along all ways at once."""
    laid = network.matrix(*room)
    start, end = (int(node) for node in (network.tail[cell], network.head[cell])[::sign])
    own = laid[start, end]
    laid[start, end] = laid[end, start] = 0
    return min(own, maximum_flow(csr_array(laid.astype(np.int32)), end, start).flow_value)


def cheapest_rectangle(
    network: Network, costs: tuple[Numbers, Numbers], cell: int, sign: int
) -> tuple[float, Numbers] | None:
    """Find the move of four cells that costs least: its cost, and its steps of one; None without.

    ``costs`` are those of going through a cell up and down, infinite where that does not go.
    """
    laid = network.matrix(*costs, np.inf)
    start, end = (network.tail[cell], network.head[cell])[::sign]
    ways = laid[end, :, None] + laid + laid[None, :, start]
    ways[start, :] = ways[:, end] = np.inf
    via, then = (int(place) for place in np.unravel_index(np.argmin(ways), ways.shape))
    if np.isinf(ways[via, then]):
        return None
    gone = np.zeros_like(laid)
    for one, other in ((start, end), (end, via), (via, then), (then, start)):
        gone[one, other], gone[other, one] = 1, -1
    return float(ways[via, then]), gone[network.tail, network.head]
