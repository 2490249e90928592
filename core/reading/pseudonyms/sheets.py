"""Excel workbooks with pseudonyms: the one sheet that holds the declarations, as plain values.

Other sheets, formulas, comments, hidden properties and the lines above the headings are left out:
each of them may name a person. Dates stay dates and numbers stay numbers.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from typing import Any, Final
from zipfile import BadZipFile

from openpyxl import Workbook, load_workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.utils.exceptions import InvalidFileException

from core.errors import NotReadable
from core.reading.pseudonyms.cells import Value, text_of
from core.reading.pseudonyms.plans import Written, plan_of
from core.reading.pseudonyms.treatments import known_columns

LINES_BEFORE: Final = 25
DAMAGED: Final = (OSError, ValueError, KeyError, TypeError, BadZipFile, InvalidFileException)


@dataclass(frozen=True, slots=True)
class Place:
    """Where headings may stand: how many of them are known, in which sheet, below which lines."""

    known: int
    sheet: str
    before: int


def write_sheet(file: str, source: Path, target: Path, key: bytes) -> Written:
    """Write a workbook with one sheet; raises ``NotReadable`` and ``MissingMeaning``."""
    try:
        book = load_workbook(source, read_only=True, data_only=True)
        place = _headings(file, book)
    except DAMAGED:
        raise NotReadable(file, "damaged") from None
    rows = _rows(book, place.sheet, place.before)
    plan = plan_of(file, _fitted(next(rows), 0))
    new_book: Any = Workbook(write_only=True)
    sheet = new_book.create_sheet("Declaraties")
    sheet.append(plan.new_headings)
    lines = emptied = 0
    for lines, row in enumerate(rows, start=1):  # noqa: B007 - it is counted
        cells = _fitted(row, len(plan.headings))
        new_cells = plan.new_cells(cells, key)
        emptied += plan.emptied(cells, new_cells)
        sheet.append([_cell(sheet, value) for value in new_cells])
    new_book.save(target)
    book.close()
    return Written(lines, plan.removed, emptied)


def _headings(file: str, book: Any) -> Place:  # noqa: ANN401 - openpyxl has no types of its own
    places = [
        Place(known_columns([text_of(cell) for cell in cells]), sheet, before)
        for sheet in book.sheetnames
        for before, cells in enumerate(islice(_rows(book, sheet, 0), LINES_BEFORE))
    ]
    if not places:
        raise NotReadable(file, "empty")
    return max(places, key=lambda place: place.known)


def _rows(book: Any, sheet: str, before: int) -> Iterator[Sequence[Value]]:  # noqa: ANN401
    """Give the filled lines of a sheet, from a number of them on."""
    rows = book[sheet].iter_rows(values_only=True)
    filled = (cells for cells in rows if any(text_of(cell) for cell in cells))
    return islice(filled, before, None)


def _fitted(cells: Sequence[Value], width: int) -> list[Value]:
    """Cut off empty cells at the end, and fill a line up to a width."""
    filled = [place for place, cell in enumerate(cells) if text_of(cell)]
    used = list(cells[: filled[-1] + 1]) if filled else []
    return used + [None] * (width - len(used))


def _cell(sheet: Any, value: Value) -> Any:  # noqa: ANN401 - as above
    """Write a value; a text that begins like a formula stays a text."""
    cell = WriteOnlyCell(sheet, value)
    if isinstance(value, str):
        cell.data_type = "s"
    return cell
