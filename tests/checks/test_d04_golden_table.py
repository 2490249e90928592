"""D4: the 4 x 4 table with two hidden cells in every line, of which one can still be worked out.

Figures of sdcTable (R), tests/testthat/test-simpleheuristic.R: numbers are told exactly, nine cells
are hidden, and the hidden 47 is what two rows less two columns leave.
"""

from dataclasses import replace
from typing import Final

import numpy as np
import pandas as pd

from core.protection.attack import WIDTH, bounds_of, find_exposed, known_from
from core.protection.margins import Described, describe
from core.protection.policy import STRICT
from core.protection.shapes import Margins
from core.protection.suppression import find_hidden

EXACT: Final = replace(STRICT, threshold=1, base=1)
NUMBERS: Final = [[30, 47, 64, 89], [90, 124, 5, 31], [92, 100, 59, 85], [800, 991, 651, 685]]
HIDDEN: Final = ["wa", "wb", "wc", "xa", "xc", "yb", "yd", "zb", "zd"]
TOLD_OUT: Final = 1


def golden() -> tuple[Described, "np.ndarray"]:
    """Describe the table with its sums, and tell which cells are hidden."""
    table = pd.DataFrame(
        [
            {"row": row, "column": column, "number": number, "name": row + column}
            for row, line in zip("wxyz", NUMBERS, strict=True)
            for column, number in zip("abcd", line, strict=True)
        ]
    )
    cells = describe([(table, Margins(["row", "column"]))], "number")
    hidden = np.zeros(len(cells.counts), dtype=bool)
    hidden[: len(table)] = table["name"].isin(HIDDEN)
    return cells, hidden


def test_d4_the_attack_finds_the_cell_that_two_hidden_in_every_line_leave_open() -> None:
    cells, hidden = golden()
    known = known_from(cells.counts, hidden, EXACT)
    lower, upper = bounds_of(known, cells.equations, [TOLD_OUT])
    assert (lower[TOLD_OUT], upper[TOLD_OUT]) == (47, 47)
    assert TOLD_OUT in find_exposed(known, cells.equations, hidden)


def test_d4_protection_hides_another_cell_and_leaves_a_wide_interval_around_47() -> None:
    cells, hidden = golden()
    protected = find_hidden(cells, hidden, rule=EXACT)
    known = known_from(cells.counts, protected, EXACT)
    lower, upper = bounds_of(known, cells.equations, [TOLD_OUT])
    assert protected[hidden].all()
    assert protected.sum() > hidden.sum()
    assert lower[TOLD_OUT] <= 47 <= upper[TOLD_OUT]
    assert upper[TOLD_OUT] - lower[TOLD_OUT] > WIDTH
    assert not find_exposed(known, cells.equations, protected)
