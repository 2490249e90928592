"""Which cells are numbers for a spreadsheet, and which texts it must not take for a formula."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.text import general
from core.text.cells import (
    holds_numbers,
    number_of,
    on_paper,
    printable,
    safe,
    without_dots,
)


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
        ("\u22121,5", -1.5, "#,##0.0"),
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


UNSEEN = st.text(st.characters(categories=["Cc", "Cf", "Zs", "Zl", "Zp", "Mn"]), max_size=4)
FORMULA = st.sampled_from("=+-@|\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b\uff5c")


@given(UNSEEN, FORMULA, st.text(max_size=9))
def test_whatever_stands_before_it_a_formula_is_a_text(before: str, sign: str, after: str) -> None:
    assert safe(f"{before}{sign}{after}").startswith("'")


@given(st.text(max_size=12))
def test_nothing_but_a_quote_is_ever_added_and_no_sign_that_is_seen_goes(told: str) -> None:
    assert safe(told).removeprefix("'") in (printable(told), printable(told).removeprefix("'"))


@pytest.mark.parametrize(
    "cell", ["-6 procentpunt", "+21 dagen", "-0,19 tot 0,07", "+6 dagen tot +37 dagen", "-5,1%"]
)
def test_a_number_with_a_unit_stays_on_paper_and_is_a_text_in_a_sheet(cell: str) -> None:
    assert on_paper(cell) == cell
    assert number_of(cell) or safe(cell) == f"'{cell}"


@pytest.mark.parametrize(
    "cell", ["=1+1", "-1+1", "+cmd|x", "@a", "-2*3", "+A1", "-1 som(a)", "\uff1d1"]
)
def test_what_works_something_out_is_a_text_on_paper_too(cell: str) -> None:
    assert on_paper(cell) == f"'{cell}"


def test_signs_that_no_workbook_holds_are_left_out() -> None:
    assert safe("a\x00b\x0bc") == "abc"


def test_a_column_of_hidden_cells_is_one_of_texts() -> None:
    assert holds_numbers(["<10", "15"])
    assert not holds_numbers(["<10", "<10"])
