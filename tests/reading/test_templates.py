"""Templates: what is filled in where they say is read without any mapping."""

import io
from typing import Any

import openpyxl
import pytest

from core.reading.templates import KINDS, SIDES, TEMPLATES, explained, name_of_template, template
from core.text.templates import HOW, TITLES
from tests.reading.loads import Row, day, load_bytes, rules_of

every_template = pytest.mark.parametrize(
    ("side", "kind"), [(side, kind) for side in SIDES for kind in KINDS]
)


def read(side: str, kind: str) -> tuple[Any, Row]:
    delivery, rows = load_bytes(template(side, kind), name=name_of_template(side, kind))
    assert len(rows) == 1
    return delivery, rows[0]


@every_template
def test_a_template_is_read_without_mapping(side: str, kind: str) -> None:
    delivery, _ = read(side, kind)
    columns = delivery.mappings[0].columns
    assert [(column.heading, column.meaning) for column in columns] == [
        (heading, meaning) for heading, meaning, _ in TEMPLATES[side]
    ]
    assert all(column.certain for column in columns)
    assert set(rules_of(delivery)) <= ({"period_over_months"} if side == "cbs" else set())


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("side", ["municipality", "provider"])
def test_the_invented_line_comes_out_as_it_was_written(side: str, kind: str) -> None:
    _, row = read(side, kind)
    wanted = {
        "client_id": "voorbeeld7f3a91c04be2",
        "municipality": "9801",
        "provider": "98010017",
        "care_form": "Ambulant specialistisch",
        "product": "45A05",
        "start": day("2024-03-01"),
        "end": day("2024-04-01"),
        "amount_cents": 57600,
        "allocation": "1000123",
        "referrer": "huisarts",
        "reference": "R000123",
        "declared_on": day("2024-04-12"),
        "volume": 6,
        "unit": "04",
        "rate_cents": 9600,
        "birth_year": 2011,
        "sex": "V",
    }
    assert {name: row[name] for name in wanted} == wanted


@pytest.mark.parametrize("kind", KINDS)
def test_codes_of_beleidsinformatie_become_words(kind: str) -> None:
    _, row = read("cbs", kind)
    assert row["care_form"] == "Ambulant regulier"
    assert row["product"] == "02"
    assert row["end_reason"] == "31 volgens plan"
    assert (row["start"], row["end"]) == (day("2024-03-01"), day("2024-09-01"))
    assert not row["crisis"]


@pytest.mark.parametrize("side", SIDES)
def test_every_column_is_explained(side: str) -> None:
    book = openpyxl.load_workbook(io.BytesIO(template(side, "xlsx")))
    lines, words = book.worksheets
    assert words.title == "Uitleg"
    shown = [
        tuple(cell or "" for cell in row)
        for row in words.iter_rows(min_row=len(HOW) + 3, values_only=True)
    ]
    assert shown == list(explained(side))
    assert [cell.value for cell in lines[1]] == [heading for heading, _, _ in TEMPLATES[side]]
    assert all(meaning.endswith(".") for _, meaning, _, _ in explained(side))


def test_a_code_typed_in_the_workbook_keeps_its_zeros() -> None:
    sheet = openpyxl.load_workbook(io.BytesIO(template("provider", "xlsx"))).worksheets[0]
    assert sheet["B2"].number_format == sheet["B100"].number_format == "@"


def test_every_side_has_a_title() -> None:
    assert set(TITLES) == set(SIDES) == set(TEMPLATES)
