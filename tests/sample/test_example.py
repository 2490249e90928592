"""The small file to try an upload with: a seed gives the same bytes, whenever it is written."""

import io
import time
from datetime import date

import openpyxl

from core.sample.example import HEADINGS, Row, example_workbook

ROWS: list[Row] = [["P1", 12.5, date(2024, 4, 3), None], ["P2", -1.0, date(2024, 5, 1), "x"]]


def test_the_same_rows_give_the_same_workbook_at_any_time() -> None:
    first = example_workbook(ROWS)
    time.sleep(2.1)  # a ZIP counts in steps of two seconds
    assert example_workbook(ROWS) == first


def test_the_workbook_still_opens() -> None:
    book = openpyxl.load_workbook(io.BytesIO(example_workbook(ROWS)))
    headings, first, _ = book.active.values
    assert headings[: len(HEADINGS)] == HEADINGS
    assert first[:2] == ("P1", 12.5)
    assert first[2].date() == date(2024, 4, 3)
