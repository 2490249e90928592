"""D3: a total that gives the hidden parts away."""

import numpy as np
import pandas as pd
import pytest

from core.disclosure import Margins, Shape, protect_tables
from core.protection.attack import bounds_of, known_from
from core.protection.margins import describe
from core.protection.policy import STATISTICS, STRICT, Policy
from core.protection.suppression import find_hidden
from tests.protection.attacking import attacked

PARTS = pd.DataFrame({"part": ["x", "y", "z"], "clients": [10, 9, 6]})
ONE_WAY = Margins(["part"], told=True)


def test_d3_a_total_of_25_leaves_two_hidden_parts_between_2_and_9() -> None:
    cells = describe([(PARTS, ONE_WAY)], "clients")
    hidden = find_hidden(cells, cells.counts < STRICT.threshold, rule=STRICT)
    lower, upper = bounds_of(known_from(cells.counts, hidden, STRICT), cells.equations)
    assert hidden.tolist() == [False, True, True, False]
    assert list(zip(lower[hidden], upper[hidden], strict=True)) == [(2, 9), (2, 9)]


def test_d3_what_is_told_is_the_total_and_the_part_that_is_large_enough() -> None:
    told = protect_tables([(PARTS, Shape(counts=["clients"]), ONE_WAY)], "tafel", STRICT)[0]
    numbers = [None if pd.isna(cell) else int(cell) for cell in told["clients"]]
    assert numbers == [10, None, None, 25]


@pytest.mark.parametrize("rule", [STRICT, STATISTICS])
@pytest.mark.parametrize(
    "parts",
    [[40, 30, 3], [10, 0, 0], [9, 9], [12, 0], [10, 10, 10, 7], [200, 150, 0, 90]],
    ids=str,
)
def test_d3_no_part_can_be_told_from_the_total(parts: list[int], rule: Policy) -> None:
    table = pd.DataFrame({"part": range(len(parts)), "clients": parts})
    told = protect_tables([(table, Shape(counts=["clients"]), ONE_WAY)], "tafel", rule)
    assert not attacked([(table, ONE_WAY)], told, "clients", rule)


def test_d3_one_hidden_part_alone_is_exposed() -> None:
    """The attack finds what hiding single cells leaves: it would fail without a second cell."""
    table = PARTS.assign(clients=[10, 14, 3])
    cells = describe([(table, ONE_WAY)], "clients")
    alone = np.array([False, False, True, False])
    lower, upper = bounds_of(known_from(cells.counts, alone, STRICT), cells.equations)
    assert (lower[2], upper[2]) == (0, 4)
