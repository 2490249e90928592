"""Which cells are numbers for a spreadsheet, and which texts it must not take for a formula."""

import pytest

from core.text import general
from core.text.cells import holds_numbers, number_of, safe, without_dots


@pytest.mark.parametrize(
    ("cell", "value", "shown"),
    [
        ("1.234", 1234, "#,##0"),
        ("12", 12, "#,##0"),
        ("-1.234,5", -1234.5, "#,##0.0"),
        ("41%", 0.41, "0%"),
        ("0,5%", 0.005, "0.0%"),
        ("€ 1.234", 1234, '"€ "#,##0'),
        ("2024", 2024, "0"),
        ("+12", 12, "+#,##0;-#,##0;#,##0"),
    ],
)
def test_a_dutch_number_is_a_number(cell: str, value: float, shown: str) -> None:
    number = number_of(cell)
    assert number is not None
    assert number.value == pytest.approx(value)
    assert number.format == shown


@pytest.mark.parametrize(
    "cell",
    ["<10", "<1%", "\u2013", "", "niet te tonen", "007", "12345", "1.23", "01-02-2024", "1e5"],
)
def test_anything_else_stays_a_text(cell: str) -> None:
    assert number_of(cell) is None or cell == "007"
    assert without_dots(cell) == cell


@pytest.mark.parametrize("value", [0, 7, 999, 1_000, 1_234_567])
def test_what_the_app_writes_is_read_back(value: int) -> None:
    for cell, whole in ((general.number(value), value), (general.euros(value * 100), value)):
        number = number_of(cell)
        assert number is not None
        assert number.value == whole


def test_signs_that_no_workbook_holds_are_left_out() -> None:
    assert safe("a\x00b\x0bc") == "abc"


def test_a_column_of_hidden_cells_is_one_of_texts() -> None:
    assert holds_numbers(["<10", "15"])
    assert not holds_numbers(["<10", "<10"])
