"""A workbook opened again: every cell as on the screen, numbers as numbers, and all of the card."""

from io import BytesIO

import pandas as pd
import pytest
from openpyxl import Workbook, load_workbook

from core.export.card import View, lines_of
from core.export.sheets import sheet_of
from core.text import taking as text
from tests.export.drawn import BEGINNINGS, CARD, TABLE, VIEW

VALUES = [
    ["Ambulant regulier", 1235, 0.88, 1234, 2024, 5],
    ["Pleegzorg", 120, 0.085, -12.5, 2023, 0.03],
    ["'=2+2", "<10", "niet te tonen", "\u2013", 2022, -0.02],
    ["'-lichter", -5, "<1%", "niet te tonen", 2021, "12345"],
]
FORMATS = [
    ["@", "#,##0", "0%", '"€ "#,##0', "0", "+#,##0;-#,##0;#,##0"],
    ["@", "#,##0", "0.0%", '"€ "#,##0.00', "0", "+0%;-0%;0%"],
    ["@", "@", "@", "@", "0", "0%"],
    ["@", "#,##0", "@", "@", "0", "@"],
]


@pytest.fixture(scope="module")
def book() -> Workbook:
    return load_workbook(BytesIO(sheet_of(VIEW)))


def test_a_number_on_the_screen_is_a_number_and_what_is_hidden_a_text(book: Workbook) -> None:
    rows = list(book[text.NUMBERS_SHEET].iter_rows(values_only=True))
    assert list(rows[0]) == list(TABLE.columns)
    assert [list(row) for row in rows[1:]] == VALUES


def test_a_number_looks_as_on_the_screen(book: Workbook) -> None:
    rows = book[text.NUMBERS_SHEET].iter_rows(min_row=2)
    assert [[cell.number_format for cell in row] for row in rows] == FORMATS


def test_no_cell_is_a_formula(book: Workbook) -> None:
    kinds = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row}
    assert "f" not in kinds


def test_all_of_the_card_stands_on_its_own_sheet(book: Workbook) -> None:
    rows = book[text.CARD_SHEET].iter_rows(values_only=True)
    assert [tuple(row) for row in rows] == lines_of(CARD)


def test_every_line_of_the_card_can_be_read(book: Workbook) -> None:
    """A program that measures no rows by itself laid wrapped lines over each other."""
    sheet = book[text.CARD_SHEET]
    for row, (_, words) in enumerate(lines_of(CARD), start=1):
        assert sheet.row_dimensions[row].height >= 13 * -(-len(words) // 100)
    cells = [cell for row in sheet.iter_rows() for cell in row]
    assert {(cell.font.name, cell.alignment.vertical) for cell in cells} == {("Arial", "top")}


def test_headings_stay_in_sight_and_columns_are_wide_enough(book: Workbook) -> None:
    sheet = book[text.NUMBERS_SHEET]
    assert sheet.freeze_panes == "B2"
    assert sheet.column_dimensions["A"].width > len("Ambulant regulier")
    assert sheet.page_setup.orientation == "landscape"


@pytest.mark.parametrize("begin", BEGINNINGS)
def test_a_text_never_becomes_a_formula(begin: str) -> None:
    table = pd.DataFrame({f"{begin}kop": [f"{begin}cmd|' /C calc'!A0"]})
    sheet = load_workbook(BytesIO(sheet_of(View(CARD, table))))[text.NUMBERS_SHEET]
    for cell in (sheet["A1"], sheet["A2"]):
        assert cell.data_type == "s"
        assert str(cell.value).startswith("'")
