"""What is hidden beside small cells: no more than is needed, alike every time, and enough."""

import numpy as np
import pandas as pd
import pytest

from core.protection.attack import find_exposed
from core.protection.margins import describe
from core.protection.network import find_rectangles, find_ways, furthest_way, network_of
from core.protection.policy import STRICT
from core.protection.rooms import Hiding, room_of
from core.protection.shapes import Margins
from core.protection.suppression import find_hidden
from tests.bench.protected import drawn, margins_of

PARTS = Margins(["part"], told=True)


def hidden_of(parts: list[int]) -> list[bool]:
    """Tell which parts and, last, whether their sum is hidden."""
    cells = describe([(pd.DataFrame({"part": range(len(parts)), "n": parts}), PARTS)], "n")
    return find_hidden(cells, cells.counts < STRICT.threshold, rule=STRICT).tolist()


@pytest.mark.parametrize(
    ("parts", "hidden"),
    [
        ([40, 30, 20, 4], [False, False, False, True, False]),
        ([10, 2], [True, True, False]),
        ([9, 9], [True, True, True]),
        ([40, 30], [False, False, False]),
        ([3], [True, True]),
        ([1, 9], [True, True, True]),
    ],
    ids=[
        "the rounding of three shown cells leaves room enough",
        "the only other part goes along",
        "18 in two small cells tells both, so that the sum goes",
        "where nothing is small nothing is hidden",
        "a sum of one part goes with it",
        "who is alone in a cell could work out the other",
    ],
)
def test_what_goes_is(parts: list[int], hidden: list[bool]) -> None:
    assert hidden_of(parts) == hidden


def test_a_sum_that_stands_elsewhere_is_never_hidden() -> None:
    table = pd.DataFrame({"part": range(2), "n": [12, 2]})
    cells = describe([(table, Margins(["part"]))], "n")
    kept = np.array([False, False, True])
    hidden = find_hidden(cells, cells.counts < STRICT.threshold, kept, STRICT)
    assert hidden.tolist() == [True, True, False]


@pytest.mark.parametrize("told", [True, False])
def test_a_large_table_is_protected_along_its_network(*, told: bool) -> None:
    table = drawn(0.15, 100).head(60 * 20)
    cells = describe([(table, margins_of(told=told))], "clients")
    small = cells.counts < STRICT.threshold
    kept = np.arange(len(small)) >= (len(small) if told else len(table))
    hidden = find_hidden(cells, small, kept, STRICT)
    known = Hiding(cells.counts, cells.equations, hidden, kept, STRICT, None).known
    sampled = np.zeros(len(hidden), dtype=bool)
    sampled[np.flatnonzero(hidden)[::150]] = True
    assert (hidden & ~small).sum() > 0
    assert find_exposed(known, cells.equations, sampled) == []


def test_the_network_promises_no_move_that_is_not_there() -> None:
    table = drawn(0.3, 30).head(5 * 20)
    cells = describe([(table, margins_of(told=True))], "clients")
    small = cells.counts < STRICT.threshold
    nothing = np.zeros(len(small), dtype=bool)
    network = network_of(cells.equations)
    assert network is not None
    room = room_of(Hiding(cells.counts, cells.equations, small, nothing, STRICT, network))
    up, down = room.upper, -room.lower
    hidden = np.flatnonzero(small)
    ways = find_ways(network, up, down, hidden)
    for found in (find_rectangles(network, up, down), ways):
        for cell in hidden[::5].tolist():
            assert found[0][cell] <= furthest_way(network, (up, down), cell, 1)
            assert found[1][cell] <= furthest_way(network, (up, down), cell, -1)


def test_more_dimensions_than_two_and_one_alone_are_no_network() -> None:
    table = pd.DataFrame({"x": [0, 0, 1, 1], "y": [0, 1, 0, 1], "z": [0, 1, 1, 0], "n": [1] * 4})
    assert network_of(describe([(table, Margins(["x", "y", "z"]))], "n").equations) is None
    assert network_of(describe([(table.head(2), Margins(["y"]))], "n").equations) is None
