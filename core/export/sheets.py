"""A view as a workbook: its table with real numbers, and its card on a sheet of its own."""

import math
from io import BytesIO
from typing import Any, Final

import pandas as pd
from openpyxl import Workbook
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from core.charts import theme
from core.export.card import View, lines_of
from core.text import general
from core.text import taking as text
from core.text.cells import holds_numbers, number_of, safe

NARROWEST, WIDEST = 9, 60
"""Widths of a column, in signs."""

FULL: Final = 0.92
"""How far a line fills up before a word goes on to the next."""

CARD_WIDTHS: Final = {"A": 18, "B": 100}
FILL: Final = PatternFill("solid", fgColor=theme.GRID.removeprefix("#"))
PLAIN: Final = Font(name="Arial", size=10)
BOLD: Final = Font(name="Arial", size=10, bold=True)
LINE: Final = 13.5
"""Points of a line of these letters; not every program measures a row by what stands in it."""

OF_TEXT: Final = Alignment(vertical="top", wrap_text=True)
OF_NUMBERS: Final = Alignment(vertical="top", horizontal="right")


def sheet_of(view: View) -> bytes:
    """Write a view as XLSX: what is a number on the screen is one here, '<10' stays a text."""
    book = Workbook()
    book.properties.title = view.card.finding
    book.properties.subject = view.card.title
    book.properties.creator = general.APP
    _write_table(book.active, view.table)
    _write_card(book.create_sheet(text.CARD_SHEET), lines_of(view.card))
    written = BytesIO()
    book.save(written)
    return written.getvalue()


def _write_table(sheet: Any, table: pd.DataFrame) -> None:  # noqa: ANN401 - openpyxl
    """Write headings that stay in sight, and the rows under them."""
    sheet.title = text.NUMBERS_SHEET
    for place, name in enumerate(table.columns, start=1):
        heading = sheet.cell(1, place, safe(str(name)))
        heading.font, heading.fill, heading.alignment = BOLD, FILL, OF_TEXT
        cells = [str(cell) for cell in table.iloc[:, place - 1]]
        sheet.column_dimensions[get_column_letter(place)].width = _width(str(name), cells)
        for row, cell in enumerate(cells, start=2):
            _write_cell(sheet.cell(row, place), cell, to_right=holds_numbers(cells))
    for row, shown in enumerate([table.columns, *table.astype(str).to_numpy()], start=1):
        sheet.row_dimensions[row].height = LINE * max(_lines(str(cell), WIDEST) for cell in shown)
    sheet.freeze_panes = "B2"
    sheet.auto_filter.ref = sheet.dimensions
    _fit_to_paper(sheet)


def _write_cell(cell: Any, shown: str, *, to_right: bool) -> None:  # noqa: ANN401 - openpyxl
    number = number_of(shown)
    cell.value = safe(shown) if number is None else number.value
    if number is None:
        cell.data_type = "s"  # a text, whatever it begins with
    cell.number_format = "@" if number is None else number.format
    cell.font, cell.alignment = PLAIN, OF_NUMBERS if to_right else OF_TEXT


def _write_card(sheet: Any, lines: list[tuple[str, str]]) -> None:  # noqa: ANN401 - openpyxl
    """Write what the table stands on, a line a row."""
    for row, (name, words) in enumerate(lines, start=1):
        named = sheet.cell(row, 1, name)
        named.font, named.alignment = BOLD, OF_TEXT
        said = sheet.cell(row, 2, safe(words))
        said.font, said.alignment = PLAIN, OF_TEXT
        sheet.row_dimensions[row].height = LINE * _lines(words, CARD_WIDTHS["B"])
    for column, width in CARD_WIDTHS.items():
        sheet.column_dimensions[column].width = width
    _fit_to_paper(sheet)


def _fit_to_paper(sheet: Any) -> None:  # noqa: ANN401 - openpyxl
    """Let a print be as wide as a page lying down, with the headings on every page."""
    sheet.page_setup.orientation, sheet.page_setup.paperSize = "landscape", 9  # 9 is A4
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr.fitToPage = True
    sheet.print_title_rows = "1:1"


def _lines(words: str, width: int) -> int:
    """Count the lines that words take in a column as wide as some signs."""
    return sum(max(1, math.ceil(len(line) / (width * FULL))) for line in words.split("\n"))


def _width(name: str, cells: list[str]) -> int:
    longest = max((len(line) for cell in [name, *cells] for line in cell.split("\n")), default=0)
    return min(max(longest + 2, NARROWEST), WIDEST)
