"""Tables that people read, as an attacker keeps them: rows by their words, columns that count.

The same table is met twice: as the owner sees it, exact, and as the table sees it, protected. What
the owner reads and the table does not is hidden.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

import pandas as pd

from tests.behind.leaks import COUNTS
from tests.behind.payload import Sent
from tests.behind.truth import BASE
from tests.behind.walking import Stop

COUNT: Final = re.compile(r"(?:\d+% \()?(\d{1,3}(?:\.\d{3})*)\)?")
"""A count as it is written, alone or behind its share; a year has no dot."""

FIGURE: Final = re.compile(r"[0-9#]")

MOST_MARKS: Final = 4
"""So many different marks may stand in a column of counts: few, not delivered, does not apply."""

Words = tuple[str, ...]
Name = tuple[Stop, Words, int]
"""Where a table stands, its headings, and which one it is of those with these headings there."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A table: of every row, by its words, the counts by their heading; None is no count."""

    labels: Words
    rows: Mapping[Words, Mapping[str, int | None]]
    counts: Words


def counted_in(
    walked: Iterable[tuple[Stop, Sent]], like: Mapping[Name, Counted]
) -> dict[Name, Counted]:
    """Find the tables with counts; ``like`` says of known ones which of their columns count."""
    found: dict[Name, Counted] = {}
    for stop, sent in walked:
        met: Counter[Words] = Counter()
        for table in sent.tables:
            headings = tuple(map(str, table.columns))
            name = (stop, headings, met[headings])
            met[headings] += 1
            counts = like[name].counts if name in like else tuple(_counting(table))
            if counts:
                labels = like[name].labels if name in like else _labels(table, counts)
                found[name] = _counted(table, labels, counts)
    return {name: table for name, table in found.items() if len(table.rows) > 1}


def _counting(table: pd.DataFrame) -> Iterator[str]:
    """Name the columns that count: in pictures by their name, else what is written in fives."""
    for name in table:
        cells = list(table[name])
        numbers = [number for cell in cells if (number := _count(cell)) is not None]
        others = {str(cell) for cell in cells if _count(cell) is None}
        written = all(isinstance(cell, str) for cell in cells)
        rounded = any(numbers) and all(number % BASE == 0 for number in numbers)
        if rounded and len(others) < MOST_MARKS and (written or name in COUNTS):
            yield str(name)


def _counted(table: pd.DataFrame, labels: Words, counts: Words) -> Counted:
    rows: dict[Words, dict[str, int | None]] = {}
    for row in table.astype(object).to_dict("records"):
        words = tuple(str(row[name]) for name in labels)
        if words in rows:
            return Counted(labels, {}, counts)  # words do not tell its rows apart
        rows[words] = {name: _count(row[name]) for name in counts}
    return Counted(labels, rows, counts)


def _labels(table: pd.DataFrame, counts: Words) -> Words:
    """Name the columns that say what a row is about: before the first count, or without figures."""
    names = list(map(str, table.columns))
    before = names[: min(map(names.index, counts))]
    if all(isinstance(cell, str) for name in table for cell in table[name]):
        return tuple(before)
    return tuple(name for name in names if all(map(_is_word, table[name])))


def _is_word(cell: object) -> bool:
    return isinstance(cell, str) and not FIGURE.search(cell)


def _count(cell: object) -> int | None:
    """Read a count, as people or as pictures are given it."""
    if isinstance(cell, str):
        found = COUNT.fullmatch(cell)
        return int(found[1].replace(".", "")) if found else None
    return int(cell) if isinstance(cell, (int, float)) and cell == cell // 1 else None
