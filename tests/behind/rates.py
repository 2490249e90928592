"""Shares that people read, worked out again from the counts that stand beside them.

A share that no counts on the page give was made of numbers that are not shown.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Final

import pandas as pd

from tests.behind.payload import Sent, numbers_in

SHARE: Final = re.compile(r"(\d{1,3})%")
COUNT: Final = re.compile(r"\d{1,3}(\.\d{3})*")
CENT: Final = 100


def unexplained(sent: Sent) -> list[str]:
    """List the shares in tables that cannot be worked out from counts that are shown."""
    said = {number for text in sent.words if len(text) < LONGEST for number in numbers_in(text)}
    return [told for table in sent.tables for told in _in_table(table, said)]


LONGEST: Final = 2_000
"""Signs of a text that people read; a specification is longer."""


def given_by(part: int, whole: int) -> int:
    """Work out a share of a hundred as people do: rounded, halves up."""
    return (2 * CENT * part + whole) // (2 * whole)


def _in_table(table: pd.DataFrame, said: set[int]) -> Iterator[str]:
    counts = table.map(_count)
    shown = {int(count) for name in counts for count in counts[name].dropna()}
    wholes = said | shown | set(_sums(table, counts))
    for place in range(len(table)):
        parts = [int(count) for count in counts.iloc[place].dropna()]
        for name, cell in table.iloc[place].items():
            share = SHARE.fullmatch(cell) if isinstance(cell, str) else None
            if share and parts and not _is_given(int(share[1]), parts, wholes):
                yield f"{name}: {cell} in {list(table.iloc[place])}"


def _count(cell: object) -> int | None:
    is_count = isinstance(cell, str) and COUNT.fullmatch(cell)
    return int(str(cell).replace(".", "")) if is_count else None


def _sums(table: pd.DataFrame, counts: pd.DataFrame) -> Iterator[int]:
    """Add up every column of counts, as a whole and by each other column, and every row."""
    for name in counts:
        yield int(counts[name].dropna().sum())
        for group in table:
            yield from map(int, counts[name].groupby(table[group].astype(str)).sum())
    yield from map(int, counts.sum(axis=1))


def _is_given(share: int, parts: Iterable[int], wholes: Iterable[int]) -> bool:
    """Tell whether a part of a whole, or what is left of it, is this share."""
    given = list(parts)
    return any(
        whole and abs(CENT * number / whole - share) <= 0.5
        for whole in wholes
        for part in given
        for number in (part, whole - part)
    )
