"""Delimited text with pseudonyms: the same delimiter, encoding, newlines and ``sep=`` line.

Lines above the headings are left out, as they may name who made the file. The text is read and
written line by line.
"""

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
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


def write_text(file: str, source: Path, target: Path, key: bytes) -> Written:
    """Write the lines of a text anew; blank ones are left out.

    Raises ``NotReadable`` for quotes that never close, and ``MissingMeaning`` without a client.
    """
    layout = _layout(file, source)
    with (
        source.open(encoding=layout.encoding, errors="replace", newline="") as stream,
        target.open("w", encoding=layout.encoding, errors="replace", newline="") as out,
    ):
        if layout.says:
            out.write(f"sep={layout.delimiter}{layout.newline}")
        writer = csv.writer(out, delimiter=layout.delimiter, lineterminator=layout.newline)
        try:
            rows = islice(csv.reader(stream, delimiter=layout.delimiter), layout.before, None)
            plan = plan_of(file, next(rows))
            writer.writerow(plan.new_headings)
            lines = 0
            for lines, cells in enumerate(_filled(rows), start=1):  # noqa: B007 - it is counted
                writer.writerow(plan.new_cells(cells, key))
        except csv.Error:
            raise NotReadable(file, "damaged") from None
    return Written(lines, plan.removed)


def _filled(rows: Iterator[list[str]]) -> Iterator[list[str]]:
    return (cells for cells in rows if any(cell.strip() for cell in cells))


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
