"""Delimited text with pseudonyms: the same delimiter, encoding, newlines and ``sep=`` line.

Lines above the headings are left out, as they may name who made the file. The text is read and
written line by line.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from pathlib import Path
from typing import Final

from core.errors import NotReadable
from core.reading.encodings import look_at
from core.reading.pseudonyms.plans import Written, plan_of
from core.reading.pseudonyms.treatments import known_columns

DELIMITERS: Final = ";,\t|"
SAID: Final = re.compile(r"sep=(.)\s*", re.IGNORECASE)
LINES_BEFORE: Final = 25


@dataclass(frozen=True, slots=True)
class Layout:
    """How a text is written; ``before`` counts the records above the headings."""

    encoding: str
    newline: str
    says: bool  # whether it begins with a sep= line
    delimiter: str
    before: int
    quoted: bool = True


def write_text(file: str, source: Path, target: Path, key: bytes) -> Written:
    """Write the lines of a text anew; blank ones are left out.

    Where quotes do not balance, a line is a line whatever its quotes: else one stray quote would
    make a single cell of everything after it. Raises ``MissingMeaning`` without a client.
    """
    layout = _layout(file, source)
    try:
        return _write(file, (source, target), layout, key)
    except csv.Error:
        return _write(file, (source, target), replace(layout, quoted=False), key)


def _write(file: str, places: tuple[Path, Path], layout: Layout, key: bytes) -> Written:
    source, target = places
    with (
        source.open(encoding=layout.encoding, errors="replace", newline="") as stream,
        target.open("w", encoding=layout.encoding, errors="replace", newline="") as out,
    ):
        if layout.says:
            out.write(f"sep={layout.delimiter}{layout.newline}")
        writer = csv.writer(out, delimiter=layout.delimiter, lineterminator=layout.newline)
        rows = _rows(stream, layout)
        plan = plan_of(file, next(rows))
        writer.writerow(plan.new_headings)
        lines = emptied = 0
        for lines, cells in enumerate(rows, start=1):  # noqa: B007 - it is counted
            new_cells = plan.new_cells(cells, key)
            emptied += plan.emptied(cells, new_cells)
            writer.writerow(new_cells)
    return Written(lines, plan.removed, emptied)


def _rows(stream: Iterable[str], layout: Layout) -> Iterator[list[str]]:
    """Give the filled lines from the headings on; raises ``csv.Error`` for unbalanced quotes."""
    reader = csv.reader(
        stream,
        delimiter=layout.delimiter,
        quoting=csv.QUOTE_MINIMAL if layout.quoted else csv.QUOTE_NONE,
        strict=layout.quoted,
    )
    for cells in islice(reader, layout.before, None):
        if any(cell.strip() for cell in cells):
            yield cells if layout.quoted else [cell.strip().strip('"') for cell in cells]


def _layout(file: str, source: Path) -> Layout:
    """Find the line that looks most like headings, by the delimiter that makes it so."""
    writing = look_at(source, file)
    with source.open(encoding=writing.encoding, errors="replace", newline="") as stream:
        first = list(islice(stream, LINES_BEFORE))
    said = SAID.fullmatch(first[0]) if first else None
    candidates = [
        (known_columns(cells), -before, delimiter)
        for delimiter in (said.group(1) if said else DELIMITERS)
        for before, cells in _records(first, delimiter)
    ]
    if not candidates:
        raise NotReadable(file, "empty")
    _, before, delimiter = max(candidates)
    newline = "\r\n" if "\r\n" in first[0] else "\n"
    return Layout(writing.encoding, newline, said is not None, delimiter, -before)


def _records(lines: Sequence[str], delimiter: str) -> Iterator[tuple[int, list[str]]]:
    try:
        for before, cells in enumerate(csv.reader(lines, delimiter=delimiter)):
            if any(cell.strip() for cell in cells):
                yield before, cells
    except csv.Error:
        return
