"""Delimited text to lines: semicolon, comma, tab or bar, in any encoding and with any newline.

Nearly every file is taken apart by DuckDB, which reads a million lines in a second. Its own count
must then agree with the number of delimiters in the bytes. A file with a line that is too short or
too long, a stray quote or a NUL is read again by Python's ``csv``, line by line, so that every
line is counted and none is shifted.
"""

import csv
import re
import tempfile
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from pathlib import Path
from typing import Any, Final

import duckdb

from core.errors import NotReadable
from core.reading.encodings import BLOCK, LONGEST_LINE, Writing, count_sign, look_at
from core.reading.files import Opened
from core.reading.findings import found
from core.reading.landed import (
    Landed,
    Line,
    cells_of,
    check_width,
    land_lines,
    land_relation,
)

DELIMITERS: Final = ";,\t|"
SAID: Final = re.compile(r"sep=(.)\s*", re.IGNORECASE)  # a first line that Excel writes and reads
LINES_BEFORE: Final = 25  # where the headings are looked for

csv.field_size_limit(LONGEST_LINE)  # a cell may be as long as its line; the line is guarded

Score = Callable[[Sequence[str]], int]
"""How much cells look like headings: the number of them that is known."""


@dataclass(frozen=True, slots=True)
class Layout:
    """Where the headings stand and what separates cells."""

    delimiter: str
    headings: tuple[str, ...]
    records: int  # lines up to and including the headings, as csv counts them
    lines: int  # the same, as an editor counts them


def land_delimited(
    session: duckdb.DuckDBPyConnection, opened: Opened, score: Score, folder: Path
) -> Landed:
    """Let ``landed`` be the lines of a text file. Raises ``NotReadable`` and ``HostileFile``.

    ``folder`` must stay for as long as the lines are read: a file in another encoding is written
    there again.
    """
    path, writing = _as_utf8(opened, folder)
    layout = _layout(path, opened.name, score)
    check_width(opened.name, layout.headings)
    rules = () if writing.ends_in_newline else ("incomplete_last_line",)
    line_by_line = partial(_land_lines, session, opened.name, path, layout, rules)
    if writing.has_nul or layout.records != layout.lines:
        return line_by_line()
    try:
        _land_fast(session, path, layout)
    except duckdb.Error:
        return line_by_line()
    delimiters = _delimiters(path, layout)
    notes = tuple(found(rule, opened.name, 0) for rule in rules)
    return Landed(
        opened.name,
        layout.headings,
        findings=notes,
        in_place=True,
        delimiters=delimiters,
        line_by_line=line_by_line,
    )


def _as_utf8(opened: Opened, folder: Path) -> tuple[Path, Writing]:
    """Give a file as DuckDB reads it: as it is, or written again as UTF-8 with LF."""
    writing = look_at(opened.path, opened.name)
    if writing.encoding.startswith("utf-8") and not writing.has_lone_returns:
        return opened.path, writing
    with (
        opened.path.open(encoding=writing.encoding, errors="replace") as source,
        tempfile.NamedTemporaryFile(
            "w", encoding="utf-8", newline="\n", dir=folder, delete=False
        ) as target,
    ):
        while text := source.read(BLOCK):
            target.write(text)
    return Path(target.name), look_at(Path(target.name), opened.name)


def _layout(path: Path, name: str, score: Score) -> Layout:
    """Find the line that looks most like headings, by the delimiter that makes it so."""
    with path.open(encoding="utf-8-sig", newline="") as stream:
        first = list(islice(stream, LINES_BEFORE))
    said = SAID.fullmatch(first[0]) if first else None
    candidates = [
        layout
        for delimiter in (said.group(1) if said else DELIMITERS)
        for layout in _layouts(first, delimiter, skip=1 if said else 0)
    ]
    if not candidates:
        raise NotReadable(name, "empty")
    return max(
        candidates,
        key=lambda layout: (score(layout.headings), -layout.records, len(layout.headings)),
    )


def _layouts(first: Sequence[str], delimiter: str, skip: int) -> Iterator[Layout]:
    reader = csv.reader(first, delimiter=delimiter)
    try:
        for record, cells in enumerate(reader, start=1):
            if record > skip and any(cell.strip() for cell in cells):
                headings = tuple(cell.strip() for cell in cells)
                yield Layout(delimiter, headings, record, reader.line_num)
    except csv.Error:
        return


def _land_lines(
    session: duckdb.DuckDBPyConnection, name: str, path: Path, layout: Layout, rules: Sequence[str]
) -> Landed:
    """Bring the lines in one by one; where quotes do not balance, a line is a line."""
    try:
        land_lines(session, layout.headings, _lines(path, layout, quoted=True))
    except csv.Error:
        land_lines(session, layout.headings, _lines(path, layout, quoted=False))
        rules = ("broken_quotes", *rules)
    notes = tuple(found(rule, name, 0) for rule in rules)
    return Landed(name, layout.headings, findings=notes)


def _land_fast(session: duckdb.DuckDBPyConnection, path: Path, layout: Layout) -> None:
    """Let DuckDB read. Whether it takes every line as it stands shows when they are counted."""
    columns: Any = dict.fromkeys(cells_of(layout.headings), "VARCHAR")
    land_relation(
        session,
        session.read_csv(
            str(path),
            header=False,
            columns=columns,
            auto_detect=False,
            sep=layout.delimiter,
            quotechar='"',
            escapechar='"',
            skiprows=layout.lines,
        ),
    )


def _delimiters(path: Path, layout: Layout) -> int:
    """Count the delimiters behind the headings: each must stand between two cells of a line."""
    sign = layout.delimiter.encode()
    with path.open("rb") as stream:
        before = sum(line.count(sign) for line in islice(stream, layout.lines))
    return count_sign(path, sign) - before


def _lines(path: Path, layout: Layout, *, quoted: bool) -> Iterator[Line]:
    """Give the lines after the headings; those without anything in them do not count.

    Raises ``csv.Error`` for quotes that do not balance. Unquoted, a line is a line whatever its
    quotes, and only those around a cell are taken off.
    """
    with path.open(encoding="utf-8-sig", newline="") as stream:
        reader = csv.reader(
            stream,
            delimiter=layout.delimiter,
            quoting=csv.QUOTE_MINIMAL if quoted else csv.QUOTE_NONE,
            strict=quoted,
        )
        for cells in islice(reader, layout.records, None):
            if any(cell.strip() for cell in cells):
                yield (cells if quoted else [_bare(cell) for cell in cells]), _fault(cells)


def _bare(cell: str) -> str:
    inner = cell.strip()
    return inner[1:-1] if len(inner) > 1 and inner[0] == inner[-1] == '"' else cell


def _fault(cells: Sequence[str]) -> str:
    strange = any("\0" in cell or "\ufffd" in cell for cell in cells)
    return "unreadable_text" if strange else ""
