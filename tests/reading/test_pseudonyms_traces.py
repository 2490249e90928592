"""Traces of a person in cells that are kept: they go, the owner hears it, and codes stay."""

from datetime import datetime
from pathlib import Path

import openpyxl
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from core.frames import open_duckdb
from core.reading.delivery import read_files
from core.reading.pseudonyms import pseudonymise
from core.reading.pseudonyms.cells import treated
from core.reading.pseudonyms.traces import holds_trace
from core.reading.pseudonyms.treatments import Treatment
from core.text.pseudonyms import summary
from tests.reading.messages import BSN, declaration, line, lines_of
from tests.reading.persons import FEBRUARY, KEY, as_csv, written

HEADINGS = (
    *("BSN", "Naam", "Geboortedatum", "Gemeente", "Aanbieder", "Hulpvorm", "Begindatum"),
    *("Einddatum", "Bedrag"),
)
BORN = "01-02-2010"
WITH_NUMBERS = (BSN, "Jan", BORN, "0114", BSN, f"cliënt {BSN}", "1-1-2023", "31-1-2023", "10,00")
OUT_OF_PLACE = (BSN, "Jan", BORN, "Dorp 1, 1234 AB Stad", "30000001", "F", "1-1-2023", BSN, BSN)
GOOD = (BSN, "Jan", BORN, "0114", "30000001", "Pleegzorg", "1-1-2023", "31-1-2023", "1.234,50")


@pytest.mark.parametrize(
    "text",
    [
        *(BSN, f"cliënt {BSN}", "9999.00.006", "999 900 006", f"BSN{BSN}", f"x{BSN}y"),
        *("Dorp 1, 1234 AB Stad", "1234AB", "1234 ab", "1234ab", "dorp 1, 1234 ab, stad"),
        *("jan@voorbeeld.nl", "bel 06-12345678", "0612345678", "+31 6 12345678", "0592-123456"),
        *("NL91ABNA0417164300", "nl91 abna 0417 1643 00"),
    ],
)
def test_what_leads_to_a_person_is_seen(text: str) -> None:
    assert holds_trace(text)


@pytest.mark.parametrize(
    "text",
    [
        *("", "0114", "65656055", "12345672", "45A04", "123456789", "0123456789", "000000000"),
        *("Pleegzorg 2023 en later", "01-06-2023", "2023-06-12 10:00:00", "1.234,56"),
        *("De Linde & Co.", "NL00ABNA0417164300", "31 volgens plan", "2024-01"),
    ],
)
def test_a_code_or_a_name_is_no_trace(text: str) -> None:
    assert not holds_trace(text)


@pytest.mark.parametrize(
    ("text", "treatment", "new"),
    [
        ("31-01-2024", Treatment.DAY, "31-01-2024"),
        ("9999-12-31", Treatment.DAY, "9999-12-31"),
        ("", Treatment.DAY, ""),
        ("Jan Jansen", Treatment.DAY, "?"),
        (BSN, Treatment.DAY, "?"),
        ("1.234.567,89", Treatment.AMOUNT, "1.234.567,89"),
        ("-5,00", Treatment.AMOUNT, "-5,00"),
        ("Jan Jansen", Treatment.AMOUNT, "?"),
        (BSN, Treatment.AMOUNT, "?"),
        (int(BSN), Treatment.AMOUNT, ""),
        (0.1 + 0.2, Treatment.AMOUNT, 0.1 + 0.2),
        (float(BSN), Treatment.KEEP, ""),
    ],
)
def test_only_a_date_or_an_amount_stays_where_one_belongs(
    text: object, treatment: Treatment, new: object
) -> None:
    assert treated(text, treatment, KEY) == new


def test_no_number_or_address_is_left_in_a_text(tmp_path: Path) -> None:
    source = tmp_path / "d.csv"
    source.write_text(as_csv(HEADINGS, WITH_NUMBERS, OUT_OF_PLACE, GOOD), encoding="utf-8")
    (done,) = pseudonymise([source], KEY, tmp_path / "uit")
    new = (tmp_path / "uit" / "d.csv").read_text(encoding="utf-8")
    assert not [trace for trace in (BSN, "1234 AB", "Dorp") if trace in new]
    lines = [row.split(";")[2:] for row in new.splitlines()[1:]]
    assert lines == [
        ["0114", "", "", "1-1-2023", "31-1-2023", "10,00"],
        ["", "30000001", "F", "1-1-2023", "?", "?"],
        list(GOOD[3:]),
    ]
    assert done.emptied == 5
    told = summary(done.file, done.lines, done.removed, done.emptied)
    assert "5 cellen leeggemaakt" in told
    assert told.endswith("Weggelaten: Naam.\n")


def test_care_does_not_go_on_because_its_end_was_no_date(tmp_path: Path) -> None:
    new = written(tmp_path, "d.csv", as_csv(HEADINGS, OUT_OF_PLACE, GOOD).encode())
    (entry,) = read_files(open_duckdb(), [new]).ledger
    assert (entry.lines_read, entry.lines_accepted) == (2, 1)


def test_a_number_in_a_workbook_is_emptied(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.active.append(["BSN", "Aanbieder", "Begindatum", "Bedrag"])
    start = datetime.fromisoformat("2023-06-12")
    book.active.append([int(BSN), int(BSN), start, 12.5])
    book.save(tmp_path / "d.xlsx")
    (done,) = pseudonymise([tmp_path / "d.xlsx"], KEY, tmp_path / "uit")
    row = list(openpyxl.load_workbook(tmp_path / "uit" / "d.xlsx").active.values)[1]
    assert (row[1] or "", *row[2:]) == ("", start, 12.5)
    assert done.emptied == 1


def test_a_number_in_parquet_is_emptied_whatever_its_type(tmp_path: Path) -> None:
    columns = {"bsn": [BSN, BSN], "aanbieder": [int(BSN), 30000001], "hulpvorm": [BSN, "F"]}
    pq.write_table(pa.table(columns), tmp_path / "d.parquet")
    (done,) = pseudonymise([tmp_path / "d.parquet"], KEY, tmp_path / "uit")
    new = pq.read_table(tmp_path / "uit" / "d.parquet").to_pydict()
    assert new["aanbieder"] == [None, 30000001]
    assert new["hulpvorm"] == ["", "F"]
    assert done.emptied == 2


def test_a_number_in_a_message_is_emptied(tmp_path: Path) -> None:
    lines = [line("RN001", *FEBRUARY, product=BSN), line("RN002", *FEBRUARY)]
    source = tmp_path / "JW323.xml"
    source.write_bytes(declaration(lines_of(BSN, *lines, element="Bsn")))
    (done,) = pseudonymise([source], KEY, tmp_path / "uit")
    new = (tmp_path / "uit" / "JW323.xml").read_text(encoding="utf-8")
    assert BSN not in new
    assert "45A04" in new
    assert done.emptied == 1
