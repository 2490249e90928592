"""The attacker as the tests know it: it sees what was told and the rules, and nothing else.

Cells are found by the columns that divide them, and a cell that one table tells and another leaves
out is known. What cannot be told apart from the outside, whether a cell was hidden for being small
or beside one that was, the attacker is told too.
"""

from collections.abc import Sequence

import numpy as np
import pandas as pd

from core.protection.attack import bounds_of, find_exposed, known_from
from core.protection.margins import Described, describe
from core.protection.policy import Policy
from core.protection.shapes import Margins


def attacked(
    tables: Sequence[tuple[pd.DataFrame, Margins]],
    told: Sequence[pd.DataFrame],
    count: str,
    rule: Policy,
) -> list[tuple[int, float, float]]:
    """List the hidden cells that can be worked out too closely, with their lowest and highest."""
    cells = describe(tables, count)
    shown = told_in(cells, told, count)
    known = known_from(cells.counts, ~shown, rule)
    found = find_exposed(known, cells.equations, ~shown)
    lower, upper = bounds_of(known, cells.equations, found)
    return [(cell, float(lower[cell]), float(upper[cell])) for cell in found]


def told_in(cells: Described, told: Sequence[pd.DataFrame], count: str) -> "np.ndarray":
    """Tell which cells any of the tables tells."""
    shown = np.zeros(len(cells.counts), dtype=bool)
    for table, places in zip(told, cells.places, strict=True):
        shown[places[: len(table)]] |= table[count].notna().to_numpy()
    return shown
