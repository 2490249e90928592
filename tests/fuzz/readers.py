"""What is done with bytes, a reader at a time, and what must hold whatever they are.

A reader may refuse with a ``DataError``, and nothing else; what it does not refuse it accounts for.
"""

import zipfile
from collections.abc import Callable, Mapping
from contextlib import suppress
from functools import cache
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import duckdb

from core.errors import DataError
from core.frames import Workspace, open_duckdb
from core.reading.amounts import amount_of
from core.reading.days import day_of, period_of
from core.reading.delimited import land_delimited
from core.reading.delivery import SCRATCH, read_files
from core.reading.files import Opened, open_file
from core.reading.headings import Column, known_headings
from core.reading.ijw import read_messages
from core.reading.loading import counted
from core.reading.mapped import rows_of
from core.reading.parquet import land_parquet, open_parquet
from core.reading.sheets import land_sheet
from tests.reading.test_files import SHEET

Land = Callable[[duckdb.DuckDBPyConnection, Opened], object]

NUMBERED: Final = "SELECT count(*), count(DISTINCT row) FROM landed"
PARTS: Final = {
    b"<workbook": "workbook.xml",
    b"<styleSheet": "styles.xml",
    b"<sst": "sharedStrings.xml",
    b"<Relationships": "workbook.xml.rels",
    b"": "sheet1.xml",
}
"""Where XML stands in an Excel file, by its root; whatever else it is, it is a worksheet."""
READS: Final = 200
"""Whole deliveries that are read into one DuckDB before it is opened anew."""


def read_text(content: bytes) -> None:
    """Take text apart into lines."""
    _land("text", content, _counted_text)


def _counted_text(session: duckdb.DuckDBPyConnection, opened: Opened) -> object:
    landed = land_delimited(session, opened, known_headings, opened.path.parent)
    columns = [Column(place, heading, "") for place, heading in enumerate(landed.headings)]
    return counted(session, landed, columns)


def read_sheet(content: bytes) -> None:
    """Take an Excel file apart, or a worksheet within one that is whole."""
    whole = content if content.startswith(b"PK") else with_worksheet(content)
    _land("sheet", whole, lambda session, opened: land_sheet(session, opened, known_headings))


def read_parquet(content: bytes) -> None:
    """Take Parquet apart."""
    _land(
        "parquet",
        content,
        lambda session, opened: land_parquet(session, opened, open_parquet(session, opened)),
    )


def read_message(content: bytes) -> None:
    """Read a message of iJw; every declared line comes out as one row."""
    with suppress(DataError):
        session = _workspace().session
        (raw,) = read_messages(session, [("m.xml", BytesIO(content))])
        rows = [row["row"] for row in rows_of(raw.table)]
        assert sorted(rows) == list(range(1, raw.lines_read + 1))


def read_archive(content: bytes) -> None:
    """Recognise a file and unpack it: nothing lands outside the folder, or is left open."""
    with TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "f.zip"
        path.write_bytes(content)
        inside = folder / "unpacked"
        inside.mkdir()
        with suppress(DataError):
            opened = open_file(path, inside)
            assert all(one.path == path or one.path.parent == inside for one in opened)


def read_cells(content: bytes) -> None:
    """Read a cell as a date, a period and an amount: a value or a fault, never both."""
    text = content.decode("utf-8", errors="replace")
    assert (day_of(text).number is None) == bool(day_of(text).fault)
    assert period_of(text).start is None or not period_of(text).fault
    for in_cents in (False, True):
        amount = amount_of(text, in_cents=in_cents)
        assert amount.cents is None or not amount.fault


def read_delivery(content: bytes) -> None:
    """Read a file whole: the ledger balances, and nothing but the tables of reading is left."""
    workspace = _workspace()
    path = _place() / "f"
    path.write_bytes(content)
    with suppress(DataError):
        for entry in read_files(workspace, [path]).ledger:
            fates = (entry.lines_accepted, entry.lines_rejected, entry.lines_duplicate)
            assert entry.lines_read == sum(fates)
            cents = (entry.cents_accepted, entry.cents_rejected, entry.cents_duplicate)
            assert entry.cents_read == sum(cents)
    left = {table for (table,) in workspace.session.sql("SHOW TABLES").fetchall()}
    assert not left & {name for names in SCRATCH.values() for name in names}


READERS: Final[Mapping[str, Callable[[bytes], None]]] = {
    "text": read_text,
    "sheet": read_sheet,
    "message": read_message,
    "parquet": read_parquet,
    "archive": read_archive,
    "cells": read_cells,
    "delivery": read_delivery,
}
"""Each reader by name; ``delivery`` is all of them and what comes after."""


def _land(kind: str, content: bytes, land: Land) -> None:
    """Bring lines in, unless the bytes are recognised as something else or refused."""
    path = _place() / "f"
    path.write_bytes(content)
    with suppress(DataError):
        for opened in open_file(path, _place()):
            if opened.kind == kind:
                session = _workspace().session
                land(session, opened)
                [(lines, rows)] = session.sql(NUMBERED).fetchall()
                assert lines == rows


def deflated(stream: BytesIO) -> zipfile.ZipFile:
    """Begin a ZIP that packs."""
    return zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED)


def with_worksheet(xml: bytes) -> bytes:
    """Put XML in the place that its root names, in a workbook that is otherwise whole."""
    place = next((place for root, place in PARTS.items() if root in xml[:100]), PARTS[b""])
    stream = BytesIO()
    with zipfile.ZipFile(BytesIO(SHEET)) as whole, deflated(stream) as changed:
        for name in whole.namelist():
            changed.writestr(name, xml if name.endswith(place) else whole.read(name))
    return stream.getvalue()


def _place() -> Path:
    return Path(_folder().name)


@cache
def _folder() -> "TemporaryDirectory[str]":
    return TemporaryDirectory()


def _workspace() -> Workspace:
    """Give a DuckDB that is used often, but not for ever."""
    _COUNT.append(0)
    if len(_COUNT) % READS == 0:
        _opened.cache_clear()
    return _opened()


@cache
def _opened() -> Workspace:
    return open_duckdb()


_COUNT: Final[list[int]] = []
