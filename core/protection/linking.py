"""Tables with sums, protected together: what is hidden in one view is hidden in all linked views.

Single cells were hidden before. Here goes what would let somebody work them out again from sums,
also those that stand in other views, and from other tables with the same cells. With a cell goes
everything that its row tells: amounts, averages and percentiles.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from core.protection.attack import Flags
from core.protection.margins import Described, describe, with_sums
from core.protection.policy import Policy
from core.protection.remainders import hide_remainders
from core.protection.shapes import Margins, Shape
from core.protection.suppression import find_hidden


@dataclass(frozen=True, slots=True)
class Linked:
    """A table with sums: as ``counted``, as ``shown`` up to now, and what its columns hold.

    Both have the same rows. Sums that are told stand below the rows of the table itself, and
    ``rows`` says how many of those there are.
    """

    counted: pd.DataFrame
    shown: pd.DataFrame
    shape: Shape
    margins: Margins
    rows: int

    @property
    def adding(self) -> list[str]:
        """The counts that add up to the sums."""
        return list(dict.fromkeys([*self.shape.counts, self.shape.persons]))

    @property
    def told(self) -> pd.DataFrame:
        """What is told: of a sum not how many persons, as one may be in several of its parts."""
        persons = self.shape.persons
        if persons in self.shape.counts:
            return self.shown
        added = np.arange(len(self.shown)) >= self.rows
        return self.shown.assign(**{persons: self.shown[persons].mask(added)})


def add_sums(table: pd.DataFrame, shape: Shape, margins: Margins) -> pd.DataFrame:
    """Add the sums below a table when they are told with it.

    A sum is about at least as many persons as its largest part, which decides whether it shows.
    """
    if not margins.told:
        return table
    return with_sums(table, margins, {shape.persons: "max"} | dict.fromkeys(shape.counts, "sum"))


def hide_linked(tables: Sequence[Linked], rule: Policy) -> Sequence[Linked]:
    """Hide in all tables together what could be worked out from the rest.

    Every count is taken to add up to its sums. Persons who are in several rows do not, and then
    the sums that are told elsewhere say less than is held here against.
    """
    numbers = list(dict.fromkeys(name for one in tables for name in one.adding))
    protected, turn, settled = list(tables), 0, 0
    while turn < len(numbers) or settled < len(numbers) - 1:
        found = _hide_of(protected, numbers[turn % len(numbers)], rule)
        same = sum(map(_missing, found)) == sum(map(_missing, protected))
        settled, turn, protected = settled + 1 if same else 0, turn + 1, found
    return [_without_remainders(one, rule) for one in protected]


def hide_groups(
    table: pd.DataFrame, parts: pd.DataFrame, count: str, margins: Margins, rule: Policy
) -> pd.DataFrame:
    """Hide in published ``parts`` the groups that the sum of all groups would tell.

    The first of the sums in ``margins`` are the groups themselves, which are shown or hidden whole.
    """
    shape = Shape(counts=[count], persons=count)
    linked = Linked(table, parts, shape, margins, len(table))
    hidden = hide_linked([linked], rule)[0].shown[count].isna()
    keys = [table[name] for name in (margins.sums or [])[0]]
    whole = hidden.groupby(keys).transform("any")
    return parts.assign(**{name: parts[name].mask(whole) for name in (count, "clients")})


def _without_remainders(table: Linked, rule: Policy) -> Linked:
    """Hide the amounts that the sums of a column would leave too little of."""
    if not table.shape.amounts:
        return table
    counted, shown = table.counted.iloc[: table.rows], table.shown.iloc[: table.rows]
    hidden = hide_remainders(counted, shown, table.shape, table.margins, rule)
    return replace(table, shown=pd.concat([hidden, table.shown.iloc[table.rows :]]))


def _missing(table: Linked) -> int:
    return int(table.shown[table.adding].isna().sum().sum())


def _hide_of(tables: Sequence[Linked], count: str, rule: Policy) -> list[Linked]:
    """Hide what one count asks for; tables without that count stay as they are."""
    places = [place for place, one in enumerate(tables) if count in one.adding]
    chosen = [tables[place] for place in places]
    cells = describe([(_own(one, count), one.margins) for one in chosen], count)
    hidden = find_hidden(cells, _small(cells, chosen, count, rule), _kept(cells, chosen), rule)
    changed = list(tables)
    for place, one, found in zip(places, chosen, cells.places, strict=True):
        changed[place] = _without(one, count, hidden[found][: len(one.shown)])
    return changed


def _own(table: Linked, count: str) -> pd.DataFrame:
    own = table.counted.iloc[: table.rows]
    return own.assign(**{count: own[count].fillna(0)})


def _small(cells: Described, tables: Sequence[Linked], count: str, rule: Policy) -> Flags:
    """Tell which cells are hidden already: those left out, and sums of too few."""
    hidden = cells.counts < rule.threshold
    for one, found in zip(tables, cells.places, strict=True):
        hidden[found[: len(one.shown)]] |= one.shown[count].isna().to_numpy()
    return hidden


def _kept(cells: Described, tables: Sequence[Linked]) -> Flags:
    """Tell which cells are shown elsewhere: sums that are not told with any of the tables."""
    kept = np.ones(len(cells.counts), dtype=bool)
    for one, found in zip(tables, cells.places, strict=True):
        kept[found[: len(one.shown)]] = False
    return kept


def _without(table: Linked, count: str, hidden: Flags) -> Linked:
    """Leave out a count where it is hidden, and what would tell of it.

    With persons, and with what the rows count first, goes everything that a row tells. That another
    number of a row is small was judged when single cells were hidden, and takes nothing along.
    """
    shape, shown = table.shape, table.shown.copy()
    more = hidden & shown[count].notna().to_numpy()
    along = [*table.adding, *shape.statistics, *shape.cents]
    if count not in (shape.persons, *shape.counts[:1]):
        along = [count, *(name for name, over in shape.averages.items() if over == count)]
    for name in along:
        shown[name] = shown[name].mask(more)
    return replace(table, shown=shown)
