"""The fix list: own lines only, words instead of values, and safe to open."""

from io import BytesIO
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import load_workbook
from python_calamine import CalamineWorkbook

from core.quality.fix_list import ABOUT_OTHERS, Owner, find_entries, fix_list
from core.quality.registry import BY_NAME, RULES
from core.text import fix_list as text
from core.text.cells import safe
from tests.conftest import Opener, in_duckdb, in_polars
from tests.quality.drawing import tables_drawn
from tests.quality.random_lines import random_lines
from tests.quality.test_checking import opened

DRAWING = """
source  provider  start       last        referrer
a.csv   A         2024-01-01  2024-02-01  buur
a.csv   A         2024-01-01  2024-01-31  huisarts
b.csv   B         2024-01-01  2024-02-01  buur
"""


def sheets_of(book: bytes) -> dict[str, list[list[Any]]]:
    workbook = CalamineWorkbook.from_filelike(BytesIO(book))
    return {name: workbook.get_sheet_by_name(name).to_python() for name in workbook.sheet_names}


def test_a_provider_gets_its_own_lines_in_words() -> None:
    rules = [BY_NAME["unknown_referrer"], BY_NAME["period_over_months"], BY_NAME["unknown_unit"]]
    sheets = sheets_of(fix_list(tables_drawn(DRAWING), Owner("provider", "A"), rules))
    heading, *lines = sheets[text.LINES_SHEET]
    assert tuple(heading) == text.LINES_HEADING
    assert [line[:3] for line in lines] == [["a.csv", 1, "K101"], ["a.csv", 1, "K402"]]
    shown, heading, *outcomes = sheets[text.RULES_SHEET]
    assert shown[0].startswith("Aantal meldingen: 2.")
    assert [row[3:] for row in outcomes] == [
        ["gevonden", 1],
        ["gevonden", 1],
        ["niet te controleren: niet geleverd zijn Eenheid", 0],
    ]


def test_openpyxl_reads_the_same() -> None:
    book = fix_list(tables_drawn(DRAWING), Owner("source", "b.csv"))
    sheets = load_workbook(BytesIO(book), read_only=True)
    rows = list(sheets[text.LINES_SHEET].iter_rows(values_only=True))
    assert [list(row) for row in rows] == sheets_of(book)[text.LINES_SHEET]
    assert {row[0] for row in rows[1:]} == {"b.csv"}


@pytest.mark.parametrize(
    ("owner", "rows"),
    [(Owner("provider", "A"), [3, 4]), (Owner("municipality", "M"), [1, 2, 4])],
)
def test_nobody_gets_rows_of_a_file_of_the_other_side(owner: Owner, rows: list[int]) -> None:
    tables = tables_drawn("""
        source  provider  municipality  side          start       last
        m.csv   A         M             municipality  2024-01-01  2024-02-01
        m.csv   A         M             both          2024-01-01  2024-02-01
        a.csv   A         M             provider      2024-01-01  2024-02-01
        c.csv   A         M             -             2024-01-01  2024-02-01""")
    entries = find_entries(tables, owner, [BY_NAME["period_over_months"]])
    assert sorted(entry.row for entry in entries) == rows


def test_a_provider_is_not_told_that_another_helps_the_same_client() -> None:
    sheets = sheets_of(fix_list(tables_drawn(DRAWING), Owner("provider", "A")))
    codes = {row[0] for row in sheets[text.RULES_SHEET]}
    assert not codes & {BY_NAME[name].code for name in ABOUT_OTHERS}


@settings(max_examples=10)
@given(st.integers(0, 10**6))
def test_lines_of_others_never_appear(seed: int) -> None:
    random = Random(seed)  # noqa: S311 - drawing lines is no secret
    rows, aside = random_lines(random, 30), random_lines(random, 10)
    tables = opened(rows, aside, [], in_polars)
    for kind in ("provider", "municipality", "source"):
        name = next((row[kind] for row in rows if row[kind]), "nobody")
        own = {(row["source"], row["row"]) for row in (*rows, *aside) if row[kind] == name}
        entries = find_entries(tables, Owner(kind, name), RULES)
        assert {(entry.source, entry.row) for entry in entries} <= own


def test_no_value_of_a_line_is_written() -> None:
    book = fix_list(tables_drawn(DRAWING.replace("buur", "geheim")), Owner("provider", "A"))
    cells = [str(cell) for rows in sheets_of(book).values() for row in rows for cell in row]
    assert not [cell for cell in cells if "geheim" in cell]


def test_the_gravest_stay_when_there_are_too_many() -> None:
    tables = tables_drawn(DRAWING)
    everything = find_entries(tables, Owner("provider", "A"), RULES)
    sheets = sheets_of(fix_list(tables, Owner("provider", "A"), RULES, most_rows=1))
    assert len(sheets[text.LINES_SHEET]) == 2
    assert sheets[text.LINES_SHEET][1][2] == everything[0].rule.code
    assert f"De andere {len(everything) - 1} niet" in sheets[text.RULES_SHEET][0][0]


FORMULAS = ("=1+1", "+1", "-1+1", "@x", "\tx", " =1", "\u00a0=1", "|x", "=cmd|' /C calc'!A0")


@pytest.mark.parametrize("name", FORMULAS, ids=ascii)
def test_a_formula_is_written_as_text(name: str) -> None:
    assert safe(name).startswith("'")
    assert safe("a.csv") == "a.csv"
    assert safe("a\x00b") == "ab"


def test_a_file_named_like_a_formula_does_nothing() -> None:
    drawing = DRAWING.replace("a.csv", "=1+1")
    book = load_workbook(BytesIO(fix_list(tables_drawn(drawing), Owner("provider", "A"))))
    cells = [cell for row in book[text.LINES_SHEET].iter_rows() for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    assert book[text.LINES_SHEET]["A2"].value == "'=1+1"


def test_nobody_owns_nothing() -> None:
    with pytest.raises(ValueError, match="owner"):
        Owner("provider", "")
    with pytest.raises(ValueError, match="owner"):
        Owner("client_id", "a")


def test_the_name_of_the_file_is_plain() -> None:
    assert text.file_name("../De Linde") == "herstellijst-De-Linde.xlsx"
    assert text.file_name("/") == "herstellijst-onbekend.xlsx"


def test_every_engine_lists_the_same(engine: Opener) -> None:
    owner = Owner("provider", "A")
    rules = [BY_NAME[name] for name in ("period_over_months", "unknown_referrer", "no_end_date")]
    listed = [
        [(entry.rule.code, entry.source, entry.row) for entry in find_entries(tables, owner, rules)]
        for tables in (tables_drawn(DRAWING, opener) for opener in (engine, in_duckdb))
    ]
    assert listed[0] == listed[1]
