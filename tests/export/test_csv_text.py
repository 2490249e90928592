"""A table as text opened again: numbers a Dutch spreadsheet reads, texts that stay texts."""

import csv
from io import StringIO

import pytest

from core.export.card import View, lines_of
from core.export.csv_text import csv_of, csv_of_view
from core.text.taking import PROVENANCE
from tests.export.drawn import CARD, TABLE, VIEW

CELLS = [
    ["Ambulant regulier", "1235", "88%", "€ 1234", "2024", "+5"],
    ["Pleegzorg", "120", "8,5%", "-€ 12,50", "2023", "+3%"],
    ["'=2+2", "<10", "niet te tonen", "\u2013", "2022", "-2%"],
    ["'-lichter", "-5", "<1%", "niet te tonen", "2021", "12345"],
]


def rows_of(made: bytes) -> list[list[str]]:
    return list(csv.reader(StringIO(made.decode("utf-8-sig"), newline=""), delimiter=";"))


def test_a_file_opens_in_a_dutch_spreadsheet() -> None:
    made = csv_of_view(VIEW)
    assert made.startswith(b"\xef\xbb\xbf")
    assert made.count(b"\r\n") == len(TABLE) + 1


def test_cells_are_those_of_the_screen_without_dots_in_numbers() -> None:
    heading, *rows = rows_of(csv_of_view(VIEW))
    assert heading == [*TABLE.columns, PROVENANCE]
    assert [row[:-1] for row in rows] == CELLS


def test_every_row_carries_all_of_the_card() -> None:
    for row in rows_of(csv_of_view(VIEW))[1:]:
        assert [words for _, words in lines_of(CARD) if words not in row[-1]] == []


@pytest.mark.parametrize("begin", ["=", "+", "-", "@", "\t", "\r", "\n", " ", "\u00a0", " =", "|"])
def test_a_text_never_becomes_a_formula(begin: str) -> None:
    table = TABLE[["Hulpvorm"]].head(1).assign(Hulpvorm=f"{begin}HYPERLINK()")
    row = rows_of(csv_of(table.rename(columns={"Hulpvorm": f"{begin}kop"}), f"{begin}bron"))
    assert all(cell.startswith("'") for line in row for cell in line if cell != PROVENANCE)


def test_a_column_of_the_same_name_stays() -> None:
    table = TABLE[["Hulpvorm"]].rename(columns={"Hulpvorm": PROVENANCE})
    assert rows_of(csv_of_view(View(CARD, table)))[0] == [PROVENANCE, PROVENANCE]
