"""A table as text opened again: numbers a Dutch spreadsheet reads, texts that stay texts."""

import csv
from dataclasses import replace
from io import BytesIO, StringIO

import pandas as pd
import pytest

from core.export.card import View, in_short, lines_of
from core.export.csv_text import csv_of, csv_of_view
from core.text.taking import PROVENANCE, ROW_ABOUT
from tests.export.drawn import BEGINNINGS, CARD, TABLE, VIEW

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
    assert heading == [*TABLE.columns, ROW_ABOUT, PROVENANCE]
    assert [row[:-2] for row in rows] == CELLS


def test_every_row_says_what_it_is_about_and_the_first_all_of_the_card() -> None:
    first, *others = rows_of(csv_of_view(VIEW))[1:]
    for row in (first, *others):
        assert row[-2] == in_short(CARD)
        assert CARD.period in row[-2]
        assert CARD.filters in row[-2]
        assert "reeksen waarvan het eerste traject in de periode begon" in row[-2]
    assert [words for _, words in lines_of(CARD) if words not in first[-1]] == []
    assert {row[-1] for row in others} == {""}


def test_the_account_of_a_long_table_weighs_little() -> None:
    """It stood in every row once: 160 kB for a table that fits on a screen."""
    long = pd.DataFrame({"Hulpvorm": [f"vorm {row}" for row in range(160)]})
    table = sum(len(f"{cell};\r\n") for cell in long["Hulpvorm"])
    short = len(in_short(CARD).encode())
    assert len(csv_of(long, CARD)) < table + 160 * (short + 2) + 2_000


def test_pandas_reads_it_with_one_line() -> None:
    read = pd.read_csv(
        BytesIO(csv_of_view(VIEW)), sep=";", decimal=",", na_values=["<10", "niet te tonen"]
    )
    assert len(read) == len(TABLE)
    assert read["Jeugdigen"].dropna().tolist() == [1235, 120, -5]
    assert read["Jaar"].tolist() == [2024, 2023, 2022, 2021]
    assert read["Hulpvorm"][0] == "Ambulant regulier"


def test_a_table_without_rows_still_says_what_it_stands_on() -> None:
    heading, row = rows_of(csv_of(TABLE.head(0), CARD))
    assert row[: len(TABLE.columns)] == [""] * len(TABLE.columns)
    assert dict(zip(heading, row, strict=True))[ROW_ABOUT] == in_short(CARD)


@pytest.mark.parametrize("begin", BEGINNINGS)
def test_a_text_never_becomes_a_formula(begin: str) -> None:
    table = TABLE[["Hulpvorm"]].head(1).assign(Hulpvorm=f"{begin}HYPERLINK()")
    named = table.rename(columns={"Hulpvorm": f"{begin}kop"})
    rows = rows_of(csv_of(named, replace(CARD, title=f"{begin}bron")))
    assert [row[0][:1] for row in rows] == ["'", "'"]
    assert rows[1][-2].startswith("'")


def test_a_column_of_the_same_name_stays() -> None:
    table = TABLE[["Hulpvorm"]].rename(columns={"Hulpvorm": PROVENANCE})
    assert rows_of(csv_of_view(View(CARD, table)))[0] == [PROVENANCE, ROW_ABOUT, PROVENANCE]
