"""Where the search begins: for each reader small contents of the kind it should be able to read."""

import io
import zipfile
from collections.abc import Mapping
from typing import Final

import pyarrow as pa
import pyarrow.parquet as pq

from tests.reading.loads import LINE, lines
from tests.reading.messages import (
    allocated,
    client,
    declaration,
    line,
    lines_of,
    message,
    started,
    stopped,
)
from tests.reading.test_amounts import AMOUNTS
from tests.reading.test_days import DAYS, FROM_TO
from tests.reading.test_delimited import ENCODINGS, NEWLINES, written
from tests.reading.test_files import SHEET, packed
from tests.reading.test_ledger import REJECTED

JANUARY: Final = ("2024-01-01", "2024-01-31")
TEXT: Final = lines(LINE, *REJECTED.values()).encode()

MESSAGES: Final = (
    declaration(lines_of("p1", line("R1", *JANUARY), line("R2", *JANUARY, "C", previous="R1"))),
    declaration(lines_of("p1", line("R1", *JANUARY)), "2_4"),
    message("301", client("p1", allocated("2024-01-05"))),
    message("305", client("p1", started("2024-01-09"))),
    message("307", client("p1", stopped("2024-01-09", "2024-02-12"))),
)


def _parquet() -> bytes:
    table = pa.table({name: ["k1", ""] for name in ("Pseudoniem", "Hulpvorm")} | {"Bedrag": [1, 2]})
    stream = io.BytesIO()
    pq.write_table(table.append_column("Begindatum", [["01-01-2024", ""]]), stream)
    return stream.getvalue()


def _sheet_xml() -> bytes:
    """Write a worksheet as it stands inside an Excel file."""
    cell = '<c r="{}1" t="inlineStr"><is><t>{}</t></is></c>'
    headings = ("Pseudoniem", "Hulpvorm", "Begindatum", "Einddatum", "Bedrag")
    row = "".join(cell.format(sign, name) for sign, name in zip("ABCDE", headings, strict=True))
    return (
        '<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData>'
        f'<row r="1">{row}</row><row r="2"><c r="A2"><v>7</v></c><c r="C2"><v>45385</v></c>'
        '<c r="E2" t="b"><v>1</v></c></row></sheetData></worksheet>'
    ).encode()


def _other_xml() -> list[bytes]:
    """Take the XML out of an Excel file that stands around its worksheets."""
    with zipfile.ZipFile(io.BytesIO(SHEET)) as whole:
        names = [name for name in whole.namelist() if name.startswith("xl/") and "1" not in name]
        return [whole.read(name) for name in names]


SEEDS: Final[Mapping[str, tuple[bytes, ...]]] = {
    "text": (
        TEXT,
        *(written(";", newline, "utf-8") for newline in NEWLINES.values()),
        *(written(",", "\n", encoding, "sep=,\n") for encoding in ENCODINGS),
    ),
    "sheet": (SHEET, _sheet_xml(), *_other_xml()),
    "message": MESSAGES,
    "parquet": (_parquet(),),
    "archive": (
        packed({"f.csv": TEXT, "map/m.xml": MESSAGES[0]}),
        packed({"a.xlsx": SHEET}, 0),
    ),
    "cells": tuple(cell.encode() for cell in (*AMOUNTS, *DAYS, *FROM_TO)),
    "delivery": (TEXT, *MESSAGES, SHEET, _parquet()),
}
"""Contents by the name of the reader in ``readers``."""
