"""A small file as a municipality exports it, to try an upload with: Dutch text and Excel.

It holds the lines of some clients of one municipality of the region, and four lines that are
wrong: a date that does not exist, a line delivered twice, one without a client, and a total.
"""

import csv
import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

import pyarrow as pa
import pyarrow.compute as pc
from openpyxl import Workbook

from core.tables import OPEN_END

MUNICIPALITY: Final = "9804"
LINES: Final = 2000
SHEET: Final = "Declaraties"
HEADINGS: Final = (
    "Pseudoniem",
    "Gemeentecode",
    "AGB-code",
    "Hulpvorm",
    "Productcode",
    "Toewijzingnummer",
    "Begindatum",
    "Einddatum",
    "Bedrag",
    "Debet/Credit",
    "Verwijzer",
    "Reden beëindiging",
    "Referentienummer",
)
DAY_COLUMNS: Final = (6, 7)
AMOUNT_COLUMN: Final = 8
REFERENCE_COLUMN: Final = 12
NO_SUCH_DAY: Final = "31-06-2023"
TOTAL: Final = "Totaal"
WRITTEN_AT: Final = re.compile(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ")
NO_TIME: Final = b"1980-01-01T00:00:00Z"  # the first moment that a ZIP can name
EPOCH: Final = date(1970, 1, 1).toordinal()

Cell = str | float | date | None
Row = list[Cell]


def example_rows(region: pa.Table) -> list[Row]:
    """List the cells of the file, headings left out: days as dates, amounts in euros."""
    ours = region.filter(pc.equal(region["municipality"], MUNICIPALITY))
    lines = sorted(ours.slice(0, LINES).to_pylist(), key=_as_delivered)
    rows = [_row(line, number) for number, line in enumerate(lines, start=1)]
    return _with_errors(rows)


def example_text(rows: Sequence[Row]) -> bytes:
    """Write the rows with semicolons, decimal commas and dd-mm-jjjj, as Excel does on Windows."""
    text = io.StringIO()
    writer = csv.writer(text, delimiter=";", lineterminator="\r\n")
    writer.writerow(HEADINGS)
    writer.writerows([_written(cell) for cell in row] for row in rows)
    return text.getvalue().encode("cp1252")


def example_workbook(rows: Sequence[Row]) -> bytes:
    """Write the rows as a workbook with one sheet; days and amounts are cells of their own type.

    The same rows give the same bytes, whenever they are written.
    """
    book = Workbook(write_only=True)
    sheet = book.create_sheet(SHEET)
    sheet.append(HEADINGS)
    for row in rows:
        sheet.append(row)
    content = io.BytesIO()
    book.save(content)
    return _timeless(content)


def _timeless(workbook: io.BytesIO) -> bytes:
    """Take the moment of writing out of a workbook: from its parts and from what it says itself."""
    content = io.BytesIO()
    with zipfile.ZipFile(workbook) as old, zipfile.ZipFile(content, "w") as new:
        for name in old.namelist():
            part = old.read(name)
            if name == "docProps/core.xml":
                part = WRITTEN_AT.sub(NO_TIME, part)
            new.writestr(zipfile.ZipInfo(name), part, zipfile.ZIP_DEFLATED)
    return content.getvalue()


def _as_delivered(line: Mapping[str, Any]) -> tuple[int, int]:
    """Order lines by month of care, and further as they stand in the region."""
    return line["start"], line["row"]


def _row(line: Mapping[str, Any], number: int) -> Row:
    cents = line["amount_cents"]
    return [
        line["client_id"],
        line["municipality"],
        line["provider"],
        line["care_form"],
        line["product"],
        line["allocation"],
        _day(line["start"]),
        None if line["end"] == OPEN_END else _day(line["end"] - 1),
        None if cents is None else abs(cents) / 100,
        "C" if line["is_credit"] else "D",
        line["referrer"],
        line["end_reason"],
        f"R{number:05}",
    ]


def _with_errors(rows: list[Row]) -> list[Row]:
    """Add the four wrong lines: three among the others, and the total at the end."""
    third = len(rows) // 3
    nobody, no_day = list(rows[third]), list(rows[2 * third])
    nobody[0], nobody[REFERENCE_COLUMN] = "", "R90001"
    no_day[DAY_COLUMNS[0]], no_day[REFERENCE_COLUMN] = NO_SUCH_DAY, "R90002"
    twice = list(rows[third + 1])
    sums: Row = [TOTAL, *[""] * 12]
    sums[AMOUNT_COLUMN] = round(sum(_signed(row) for row in [*rows, nobody, no_day, twice]), 2)
    return [
        *rows[:third],
        nobody,
        *rows[third : 2 * third],
        no_day,
        *rows[2 * third :],
        twice,
        sums,
    ]


def _signed(row: Row) -> float:
    amount = row[AMOUNT_COLUMN]
    euros = amount if isinstance(amount, float) else 0.0
    return -euros if "C" in row else euros


def _written(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, date):
        return f"{cell:%d-%m-%Y}"
    return f"{cell:.2f}".replace(".", ",") if isinstance(cell, float) else cell


def _day(number: int) -> date:
    return date.fromordinal(EPOCH + number)
