"""Excel sheets to lines: every cell as the text it would be in a delimited file."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from itertools import islice
from typing import Final

import duckdb
from python_calamine import CalamineError, CalamineWorkbook

from core.errors import NotReadable
from core.reading.delimited import LINES_BEFORE, Score
from core.reading.files import Opened
from core.reading.findings import found
from core.reading.landed import Landed, Line, check_width, land_lines

Cell = int | float | str | bool | time | date | datetime | timedelta

MIDNIGHT: Final = time()


def land_sheet(session: duckdb.DuckDBPyConnection, opened: Opened, score: Score) -> Landed:
    """Bring in the lines of the sheet that looks most like declarations.

    Raises ``NotReadable`` for a damaged workbook or one without a filled sheet, and
    ``HostileFile`` for a very wide one.
    """
    try:
        book = CalamineWorkbook.from_path(str(opened.path))
        sheets = {name: _first_lines(book, name) for name in book.sheet_names}
        name, place = _best(sheets, score, opened.name)
        headings = _trimmed(sheets[name][place])
        check_width(opened.name, headings)
        land_lines(session, headings, _lines(book, name, place + 1, len(headings)))
    except (CalamineError, OSError, ValueError) as problem:
        raise NotReadable(opened.name, "damaged") from problem
    promising = sum(any(score(line) > 2 for line in lines) for lines in sheets.values())
    notes = (found("several_sheets", opened.name, 0),) if promising > 1 else ()
    return Landed(opened.name, headings, findings=notes)


def _first_lines(book: CalamineWorkbook, name: str) -> list[list[str]]:
    lines = islice(book.get_sheet_by_name(name).iter_rows(), LINES_BEFORE)
    return [[_text(cell) for cell in line] for line in lines]


def _best(sheets: dict[str, list[list[str]]], score: Score, file: str) -> tuple[str, int]:
    """Find the sheet and the line that look most like headings; the first of equals."""
    candidates = [
        (name, place)
        for name, lines in sheets.items()
        for place, line in enumerate(lines)
        if any(line)
    ]
    if not candidates:
        raise NotReadable(file, "empty")
    return max(candidates, key=lambda found_at: score(sheets[found_at[0]][found_at[1]]))


def _trimmed(line: Sequence[str]) -> tuple[str, ...]:
    """Leave out the empty cells at the end, which Excel remembers from earlier use."""
    filled = [place for place, cell in enumerate(line) if cell]
    return tuple(line[: filled[-1] + 1])


def _lines(book: CalamineWorkbook, name: str, after: int, width: int) -> Iterator[Line]:
    for line in islice(book.get_sheet_by_name(name).iter_rows(), after, None):
        cells = [_text(cell) for cell in line]
        if any(cells):
            beyond = any(cells[width:])
            yield cells[:width], "wrong_field_count" if beyond else _fault(cells)


def _fault(cells: Sequence[str]) -> str:
    return "unreadable_text" if any("\0" in cell for cell in cells) else ""


def _text(cell: Cell) -> str:
    """Write a cell the way people would type it.

    A number has at most two decimals: a sum that Excel worked out ends in noise.
    """
    match cell:
        case bool():
            return "ja" if cell else "nee"
        case float():
            return str(int(cell)) if cell.is_integer() else f"{cell:.2f}"
        case datetime():
            return cell.isoformat(" ") if cell.time() != MIDNIGHT else cell.date().isoformat()
        case date():
            return cell.isoformat()
    return str(cell).strip()
