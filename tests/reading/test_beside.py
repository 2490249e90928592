"""What a delivery tells beside the care: volumes, rates, days of declaring, districts, years."""

from pathlib import Path

import pytest

from core.frames import collect, kept, open_duckdb
from core.reading.amounts import volume_of
from core.reading.choices import ReadingChoices
from core.reading.delivery import read_files
from core.tables import DECLARATIONS, DELIVERED_BESIDE
from tests.reading.loads import HEADINGS, LINE, day, lines, load_text, rules_of
from tests.sample.conftest import SAMPLE


@pytest.mark.parametrize(
    ("heading", "cell", "column", "expected"),
    [
        ("Volume", "4", "volume", 4.0),
        ("Geleverd volume", "1.234,5", "volume", 1234.5),
        ("Aantal", "veel", "volume", None),
        ("Aantal", "", "volume", None),
        ("Eenheid", "04", "unit", "04"),
        ("Tarief", "72,50", "rate_cents", 7250),
        ("Producttarief", "onbekend", "rate_cents", None),
        ("Wijk", "Noord", "district", "Noord"),
        ("Geboortejaar", "2012", "birth_year", 2012),
        ("Geboortejaar", "12", "birth_year", None),
        ("Geslacht", "V", "sex", "V"),
        ("Referentienummer", "R1", "reference", "R1"),
        ("Vorig referentienummer", "R0", "previous_reference", "R0"),
        ("Declaratiedatum", "05-02-2024", "declared_on", day("2024-02-05")),
        ("Factuurdatum", "2024-02-05", "declared_on", day("2024-02-05")),
        ("Dagtekening", "morgen", "declared_on", None),
        ("Datum declaratie", "", "declared_on", None),
        ("Datum declaratie", "31-12-9999", "declared_on", None),
    ],
)
def test_what_is_told_beside_is_kept_and_never_rejects(
    heading: str, cell: str, column: str, expected: object
) -> None:
    delivery, [row] = load_text(lines(f"{LINE};{cell}", headings=f"{HEADINGS};{heading}"))
    assert row[column] == expected
    assert delivery.ledger[0].lines_accepted == 1


def test_what_is_not_told_is_empty_text_or_no_number() -> None:
    _, [row] = load_text(lines(LINE))
    told = {name: row[name] for name in DELIVERED_BESIDE}
    texts = {name for name in told if DECLARATIONS[name].dtype.__name__ == "String"}
    assert {name for name, cell in told.items() if cell == ""} == texts
    assert {name for name, cell in told.items() if cell is None} == set(told) - texts - {"dated"}


@pytest.mark.parametrize(
    ("unit", "dated"),
    [
        *(("82", False), ("83", False), ("Stuks (output)", False), ("Euro's", False)),
        *(("84", True), ("04", True), ("", True), ("stuks", True)),
    ],
)
def test_output_has_no_date_of_care(unit: str, dated: bool) -> None:  # noqa: FBT001 - a table
    _, [row] = load_text(lines(f"{LINE};{unit}", headings=f"{HEADINGS};Eenheid"))
    assert row["dated"] is dated


def test_output_of_which_the_start_was_told_has_a_date() -> None:
    _, [row] = load_text(lines(f"{LINE};82;start", headings=f"{HEADINGS};Eenheid;start_source"))
    assert row["dated"] is True


def test_a_side_is_what_was_said_of_the_file() -> None:
    choices = ReadingChoices(sides={"f.csv": "provider"})
    assert load_text(lines(LINE), choices=choices)[1][0]["side"] == "provider"
    assert load_text(lines(LINE))[1][0]["side"] == ""


def test_a_day_of_declaring_written_another_way_is_no_mix() -> None:
    headings = f"{HEADINGS};Declaratiedatum"
    delivery, _ = load_text(lines(f"{LINE};2024-02-05", headings=headings))
    assert "mixed_dates" not in rules_of(delivery)


@pytest.mark.parametrize(
    ("text", "volume"),
    [
        *(("0.125", 0.125), ("1.234", 1234.0), ("1234.5", 1234.5), ("-4", -4.0), (" 12 ", 12.0)),
        *(("1e3", None), ("4 uur", None), ("1.23.4", None), ("-", None)),
    ],
)
def test_a_volume_is_a_number_with_a_comma_or_a_dot(text: str, volume: float | None) -> None:
    assert volume_of(text) == volume


def test_declarations_that_were_written_before_still_open(tmp_path: Path) -> None:
    workspace = open_duckdb()
    older = [name for name in DECLARATIONS if name not in DELIVERED_BESIDE]
    columns = ", ".join(f'"{name}"' for name in older)
    target = tmp_path / "older.parquet"
    workspace.session.read_parquet(str(SAMPLE / "region.parquet")).limit(50).project(
        columns
    ).write_parquet(str(target))
    delivery = read_files(workspace, [target])
    assert delivery.ledger[0].lines_accepted == 50
    rows = collect(kept(workspace, "declarations"))
    assert list(rows.columns) == list(DECLARATIONS)
    assert set(rows["reference"]) == {""}
    assert rows["dated"].all()
