"""Templates to fill: a file per side with the usual headings, which is read without any mapping.

A workbook has a second sheet that explains each column; a CSV has the lines only, as Excel on a
Dutch computer writes and reads it. Both hold one invented line.
"""

import csv
import io
from collections.abc import Sequence
from datetime import date
from typing import Final

from openpyxl import Workbook
from openpyxl.styles import Font
from openpyxl.utils import get_column_letter

from core.reading.choices import CBS, MUNICIPALITY, PROVIDER
from core.text import templates as text
from core.text.data import REQUIRED

SIDES: Final = (MUNICIPALITY, PROVIDER, CBS)
KINDS: Final = ("xlsx", "csv")

Cell = str | int | float | date
Columns = tuple[tuple[str, str, Cell], ...]
"""A heading, its meaning, and the cell of the invented line: a float is an amount of euros."""

CLIENT: Final = ("Pseudoniem", "client_id", "voorbeeld7f3a91c04be2")
PAYER: Final = ("Gemeentecode", "municipality", "9801")
GIVER: Final = ("AGB-code", "provider", "98010017")
CARE: Final = (
    ("Hulpvorm", "care_form", "Ambulant specialistisch"),
    ("Productcode", "product", "45A05"),
    ("Begindatum", "start", date(2024, 3, 1)),
    ("Einddatum", "end", date(2024, 3, 31)),
)
LINE: Final = (
    ("Debet/Credit", "debit_credit", "D"),
    ("Referentienummer", "reference", "R000123"),
    ("Vorig referentienummer", "previous_reference", ""),
    ("Declaratiedatum", "declared_on", date(2024, 4, 12)),
    ("Volume", "volume", 6),
    ("Eenheid", "unit", "04"),
    ("Tarief", "rate", 96.00),
)
PERSON: Final = (("Geboortejaar", "birth_year", "2011"), ("Geslacht", "sex", "V"))
ALLOCATION: Final = ("Toewijzingnummer", "allocation", "1000123")
END: Final = ("Reden beëindiging", "end_reason", "31")

TEMPLATES: Final[dict[str, Columns]] = {
    MUNICIPALITY: (
        CLIENT,
        PAYER,
        GIVER,
        *CARE,
        ("Toegekend bedrag", "amount", 576.00),
        *LINE,
        ALLOCATION,
        ("Verwijzer", "referrer", "huisarts"),
        END,
        ("Wijk", "district", "980102"),
        ("Status", "decision", "Toegekend"),
        ("Regeling", "scheme", "Jeugdwet"),
        *PERSON,
    ),
    PROVIDER: (
        CLIENT,
        GIVER,
        PAYER,
        *CARE,
        ("Gedeclareerd bedrag", "amount", 576.00),
        *LINE,
        ALLOCATION,
        ("Verwijzer", "referrer", "huisarts"),
        END,
        ("Crisis", "crisis", "nee"),
        *PERSON,
    ),
    CBS: (
        CLIENT,
        GIVER,
        PAYER,
        ("Hulpvorm", "care_form", "02"),
        ("Verwijzer", "referrer", "02"),
        ("Gestart met crisis", "crisis", "02"),
        ("Datum aanvang jeugdhulp", "start", "20240301"),
        ("Datum einde jeugdhulp", "end", "20240831"),
        ("Reden beëindiging", "end_reason", "01"),
        ("Datum aanmaak bestand", "declared_on", "20250115"),
        *PERSON,
    ),
}
"""The columns of each template, most needed first."""

WIDTH: Final = 22  # letters
TEXT_FORMAT: Final = "@"  # keeps the zeros in front of a code
DAY_FORMAT: Final = "dd-mm-yyyy"
EMPTY_LINES: Final = 200  # prepared for filling, so that codes typed there stay text


def template(side: str, kind: str) -> bytes:
    """Make the template of municipality, provider or cbs, as xlsx or csv.

    Another side or kind raises ``KeyError``.
    """
    return {"xlsx": _workbook, "csv": _text}[kind](side)


def name_of_template(side: str, kind: str) -> str:
    """Name the file of a template."""
    return f"{text.NAMES[side]}.{kind}"


def _text(side: str) -> bytes:
    stream = io.StringIO()
    writer = csv.writer(stream, delimiter=";", lineterminator="\r\n")
    writer.writerow(heading for heading, _, _ in TEMPLATES[side])
    writer.writerow(_written(cell) for _, _, cell in TEMPLATES[side])
    return stream.getvalue().encode("utf-8-sig")


def _workbook(side: str) -> bytes:
    book = Workbook()
    book.remove(book.active)
    _add_lines(book, side)
    _add_explanation(book, side)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def _add_lines(book: Workbook, side: str) -> None:
    """Add the sheet to fill; its columns have the format of what belongs in them."""
    sheet = book.create_sheet(text.CARE if side == CBS else text.LINES)
    sheet.append([heading for heading, _, _ in TEMPLATES[side]])
    sheet.append([cell for _, _, cell in TEMPLATES[side]])
    sheet.freeze_panes = "A2"
    for place, (heading, _, cell) in enumerate(TEMPLATES[side], start=1):
        sheet.cell(1, place).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(place)].width = max(WIDTH, len(heading) + 2)
        for row in range(2, EMPTY_LINES + 2):
            sheet.cell(row, place).number_format = _format(cell)


def _add_explanation(book: Workbook, side: str) -> None:
    sheet = book.create_sheet(text.EXPLAINED)
    for sentence in text.HOW_CBS if side == CBS else text.HOW:
        sheet.append([sentence])
    sheet.append([])
    sheet.append(text.COLUMNS)
    for cell in sheet[sheet.max_row]:
        cell.font = Font(bold=True)
    for row in explained(side):
        sheet.append(row)
    for letter, width in zip("ABCD", (26, 80, 26, 26), strict=True):
        sheet.column_dimensions[letter].width = width


def explained(side: str) -> Sequence[tuple[str, str, str, str]]:
    """Explain the columns of a template: heading, meaning, whether it is needed, and an example."""
    meanings = text.MEANINGS_CBS if side == CBS else text.MEANINGS
    return [
        (heading, meanings[meaning], _needed(side, meaning), _written(cell))
        for heading, meaning, cell in TEMPLATES[side]
    ]


def _needed(side: str, meaning: str) -> str:
    if side == CBS and meaning in REQUIRED:
        return text.MUST
    return REQUIRED.get(meaning, text.MAY)


def _format(cell: Cell) -> str:
    match cell:
        case date():
            return DAY_FORMAT
        case float():
            return "0.00"
        case int():
            return "General"
    return TEXT_FORMAT


def _written(cell: Cell) -> str:
    """Write a cell as a Dutch computer does in text."""
    if isinstance(cell, date):
        return f"{cell:%d-%m-%Y}"
    return f"{cell:.2f}".replace(".", ",") if isinstance(cell, float) else str(cell)
