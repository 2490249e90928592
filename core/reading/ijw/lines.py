"""Declared lines of iJw as a table in DuckDB, a block at a time, as they were delivered.

``ijw_lines``  a row is a line of JW323: ``file`` (0, 1, …), ``row`` (1, 2, … within it), ``number``
               (over all files, in their order) and texts by meaning, with dates as jjjj-mm-dd
``ijw_files``  a row is a message: ``file`` and what its envelope says
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

import duckdb
import pyarrow as pa

from core.reading.ijw.envelopes import Envelope
from core.reading.ijw.records import Record

PATHS: Final[Mapping[str, tuple[str, ...]]] = {
    "product": ("productcode", "product/code", "productcategorie", "product/categorie"),
    "category": ("productcategorie", "product/categorie"),
    "start": ("productperiode/begindatum", "begindatum"),
    "end": ("productperiode/einddatum", "einddatum"),
    "amount": ("ingediendbedrag/bedrag", "bedrag"),
    "debit_credit": ("ingediendbedrag/debetcredit", "debetcredit"),
    "allocation": ("toewijzingnummer", "toewijzingsnummer", "beschikkingnummer"),
    "reference": ("productreferentie/referentienummer", "referentienummer"),
    "previous_reference": ("productreferentie/vorigreferentienummer", "vorigreferentienummer"),
    "volume": ("geleverdvolume",),
    "unit": ("eenheid",),
    "rate": ("producttarief",),
}
"""Where each meaning stands in a record; the first path that holds something counts."""

ALL_PATHS: Final = tuple(dict.fromkeys(path for paths in PATHS.values() for path in paths))

LINES_AT_ONCE: Final = 20_000

LINES: Final = ("file", "row", "number")
ENVELOPE: Final = tuple(Envelope.__dataclass_fields__)

Block = list[tuple[str | None, ...]]
"""Lines that wait: the client, and the text at each of ``ALL_PATHS``, None where there is none."""


def begin_lines(session: duckdb.DuckDBPyConnection) -> None:
    """Make the empty table ``ijw_lines``."""
    numbers = ", ".join(f'"{name}" BIGINT' for name in LINES)
    texts = ", ".join(f'"{name}" VARCHAR' for name in ("client_id", *PATHS))
    session.execute(f"CREATE OR REPLACE TABLE ijw_lines ({numbers}, {texts})")


def add_records(block: Block, records: Iterable[Record]) -> None:
    """Let the declared lines among records wait until there are enough of them to store."""
    for record in records:
        if record.kind == "prestatie":
            block.append((record.person, *map(record.fields.get, ALL_PATHS)))


def store_lines(
    session: duckdb.DuckDBPyConnection, block: Block, at: tuple[int, int], before: int
) -> int:
    """Store the lines that wait and forget them; gives how many there were.

    ``at`` is the number of their file and how many lines the files before it have; ``before``
    counts the lines of this file that were stored already.
    """
    count = len(block)
    if count:
        texts = [pa.array(column, pa.string()) for column in zip(*block, strict=True)]
        names = ["row", "client_id", *(f"p{place}" for place in range(len(ALL_PATHS)))]
        rows = pa.array(range(before + 1, before + count + 1), pa.int64())
        _insert(session, pa.table([rows, *texts], names=names), *at)
        block.clear()
    return count


def _insert(
    session: duckdb.DuckDBPyConnection,
    table: Any,  # noqa: ANN401 - pyarrow has no types of its own
    file: int,
    before: int,
) -> None:
    row = duckdb.ColumnExpression("row")
    session.from_arrow(table).select(
        duckdb.ConstantExpression(file),
        row,
        row + duckdb.ConstantExpression(before),
        duckdb.ColumnExpression("client_id"),
        *map(_first_filled, PATHS.values()),
    ).insert_into("ijw_lines")


def store_envelopes(session: duckdb.DuckDBPyConnection, envelopes: Sequence[Envelope]) -> None:
    """Make the table ``ijw_files``, a row a message in their order."""
    columns = {
        name: pa.array([getattr(envelope, name) for envelope in envelopes], pa.string())
        for name in ENVELOPE
    }
    numbers = pa.array(range(len(envelopes)), pa.int64())
    keep_table(session, "ijw_files", {"file": numbers, **columns})


def keep_table(
    session: duckdb.DuckDBPyConnection, name: str, columns: Mapping[str, object]
) -> None:
    """Store columns of Arrow as a table, replacing what stood there."""
    session.execute(f'DROP TABLE IF EXISTS "{name}"')
    session.from_arrow(pa.table(dict(columns))).create(name)


def _first_filled(paths: Sequence[str]) -> duckdb.Expression:
    places = [duckdb.ColumnExpression(f"p{ALL_PATHS.index(path)}") for path in paths]
    return duckdb.CoalesceOperator(*places, duckdb.ConstantExpression(""))
