"""The attack on a page or on many: all tables at once, with all sums that hold between them.

Which sums hold by construction nobody has to say: those that hold exactly in the numbers of the
owner, in every row where they can be looked at. An attacker who reads the pages at the table is
given them all, and all that the rounding and the threshold tell (``core.protection.attack``).
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
from scipy.sparse import csr_array

from core.disclosure import MINIMUM_PERSONS
from core.protection.attack import Known, bounds_of, find_exposed, known_from
from tests.behind.adding import Cell, Sum, Tables, is_shown, sums_of, value_of
from tests.behind.counted import Counted, Name
from tests.behind.truth import BASE


@dataclass(frozen=True, slots=True)
class Attacked:
    """What an attack came to: cells and sums it had, hidden cells, and what came out of those.

    Of ``narrow`` too few values are left; ``small`` are those that were hidden for being small. The
    others went along with a hidden one: that a page shows such a number elsewhere tells nothing.
    """

    cells: int
    sums: int
    hidden: int
    pinned: dict[Cell, int]
    narrow: tuple[Cell, ...]
    small: tuple[Cell, ...]


def attack(exact: Tables, shown: Tables) -> Attacked:
    """Attack the hidden cells of these tables; pinned are those of which one value is left."""
    sums = [one for one in sums_of(exact, shown) if any(not is_shown(shown, c) for c, _ in one)]
    cells = list(dict.fromkeys(cell for one in sums for cell, _ in one))
    flags = np.array([is_shown(exact, c) and not is_shown(shown, c) for c in cells], bool)
    hidden = np.flatnonzero(flags).tolist()
    if not hidden:
        return Attacked(len(cells), len(sums), 0, {}, (), ())
    known, matrix = _known(cells, exact, shown), _matrix(cells, sums)
    low, high = bounds_of(known, matrix, hidden)
    pinned = {cells[place]: int(low[place]) for place in hidden if low[place] == high[place]}
    narrow = tuple(cells[place] for place in find_exposed(known, matrix, flags))
    small = tuple(cell for cell in narrow if (value_of(exact, cell) or 0) < MINIMUM_PERSONS)
    return Attacked(len(cells), len(sums), len(hidden), pinned, narrow, small)


def completed(exact: Tables, shown: Tables) -> dict[Name, Counted]:
    """Add to the tables that are shown the rows that were left out of them, as hidden ones.

    A table with rows of its own has put together there what it left out.
    """
    return {
        name: _with_absent(exact[name], table) for name, table in shown.items() if name in exact
    }


def _with_absent(exact: Counted, shown: Counted) -> Counted:
    if not set(shown.rows) <= set(exact.rows):
        return shown
    absent = {words: dict.fromkeys(exact.counts) for words in exact.rows}
    return replace(shown, rows=absent | dict(shown.rows))


def _known(cells: Sequence[Cell], exact: Tables, shown: Tables) -> Known:
    """Say what rounding and threshold tell of each cell; a shown one that is no rounding: nothing.

    That is a sum of rounded parts, which tells no more than they do.
    """
    true = np.array([value_of(exact, cell) or 0 for cell in cells], float)
    told = np.array([value_of(shown, cell) or 0 for cell in cells], float)
    hidden = np.array([not is_shown(shown, cell) for cell in cells])
    unknown = np.array([not is_shown(exact, cell) for cell in cells])
    rounded = known_from(np.where(unknown, told, true), hidden)
    free = (
        unknown & hidden
        | ~hidden & ((true < rounded.lower) | (np.abs(true - told) > BASE / 2)) & ~unknown
    )
    return Known(np.where(free, 0.0, rounded.lower), np.where(free, np.inf, rounded.upper))


def _matrix(cells: Sequence[Cell], sums: Sequence[Sum]) -> csr_array:
    places = {cell: place for place, cell in enumerate(cells)}
    parts = [(row, places[cell], sign) for row, one in enumerate(sums) for cell, sign in one]
    rows, columns, signs = zip(*parts, strict=True)
    return csr_array((np.array(signs, float), (rows, columns)), shape=(len(sums), len(cells)))
