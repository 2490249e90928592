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
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, Final

import duckdb

from core.errors import NotReadable
from core.reading.encodings import BLOCK, LONGEST_LINE, Writing, look_at
from core.reading.files import Opened
from core.reading.findings import found
from core.reading.landed import (
    Landed,
    Line,
    cells_of,
    check_width,
    drop_empty,
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


def land_delimited(session: duckdb.DuckDBPyConnection, opened: Opened, score: Score) -> Landed:
    """Bring the lines of a text file in. Raises ``NotReadable`` and ``HostileFile``."""
    with _as_utf8(opened) as (path, writing):
        layout = _layout(path, opened.name, score)
        check_width(opened.name, layout.headings)
        rules = _land(session, path, writing, layout)
    if not writing.ends_in_newline:
        rules = (*rules, "incomplete_last_line")
    notes = tuple(found(rule, opened.name, 0) for rule in rules)
    return Landed(opened.name, layout.headings, findings=notes)


@contextmanager
def _as_utf8(opened: Opened) -> Iterator[tuple[Path, Writing]]:
    """Give a file as DuckDB reads it: as it is, or for a moment written again as UTF-8 with LF."""
    writing = look_at(opened.path, opened.name)
    if writing.encoding.startswith("utf-8") and not writing.has_lone_returns:
        yield opened.path, writing
        return
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / "as-utf8.csv"
        with (
            opened.path.open(encoding=writing.encoding, errors="replace") as source,
            copy.open("w", encoding="utf-8", newline="\n") as target,
        ):
            while text := source.read(BLOCK):
                target.write(text)
        yield copy, look_at(copy, opened.name)


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


def _land(
    session: duckdb.DuckDBPyConnection, path: Path, writing: Writing, layout: Layout
) -> tuple[str, ...]:
    """Bring the lines in, the fast way if that accounts for all of them."""
    if not writing.has_nul and layout.records == layout.lines:
        try:
            return _land_fast(session, path, writing, layout)
        except (duckdb.Error, csv.Error):
            pass
    try:
        land_lines(session, layout.headings, _lines(path, layout, quoted=True))
    except csv.Error:
        land_lines(session, layout.headings, _lines(path, layout, quoted=False))
        return ("broken_quotes",)
    return ()


def _land_fast(
    session: duckdb.DuckDBPyConnection, path: Path, writing: Writing, layout: Layout
) -> tuple[str, ...]:
    """Let DuckDB read; raises ``csv.Error`` when it did not take every line as it stands."""
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
    sign = layout.delimiter.encode()
    rows = session.table("landed_cells").shape[0]
    delimiters = writing.counts.get(sign, -1) - _before(path, layout, sign)
    if delimiters != rows * (len(layout.headings) - 1):
        raise csv.Error
    drop_empty(session, layout.headings)
    return ()


def _before(path: Path, layout: Layout, sign: bytes) -> int:
    with path.open("rb") as stream:
        return sum(line.count(sign) for line in islice(stream, layout.lines))


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
