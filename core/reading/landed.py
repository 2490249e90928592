"""Lines of any kind of file as one table in DuckDB, before anything is known about them.

Columns are numbered (``c0``, ``c1``, …) and their headings stand beside the table, so that no text
from a file ever becomes part of a query.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final

import duckdb
import pyarrow as pa

from core.errors import HostileFile
from core.reading.findings import Finding
from core.reading.raw import RawLines

MOST_COLUMNS: Final = 250
LINES_AT_ONCE: Final = 50_000
WHITE: Final = " \t\n\r\u00a0\u2007\u202f"
CELLS: Final = "landed_cells"

NUMBERED: Final = """
    CREATE OR REPLACE TEMP VIEW landed AS
    SELECT rowid + 1 AS row, '' AS broken, * FROM landed_cells"""
AS_THEY_ARE: Final = "CREATE OR REPLACE TEMP VIEW landed AS SELECT * FROM landed_cells"

Line = tuple[Sequence[str], str]
"""The cells of a line, and the rule it breaks (empty when it is whole)."""


@dataclass(frozen=True, slots=True)
class Landed:
    """A file of which the lines stand in the view ``landed``.

    It has ``row`` (1, 2, …), ``broken`` (the rule a line breaks, empty when whole) and the cells
    ``c0``, ``c1``, … as text, null or empty when there is nothing in them.
    """

    file: str
    headings: tuple[str, ...]
    cents: bool = False
    named: bool = False  # the headings are meanings
    findings: tuple[Finding, ...] = ()


def check_width(file: str, headings: Sequence[str]) -> None:
    """Raise ``HostileFile`` for more columns than any list of declarations has."""
    if len(headings) > MOST_COLUMNS:
        raise HostileFile(file, "too_many_columns")


def cells_of(headings: Sequence[str]) -> list[str]:
    """Name the columns of the table ``landed``."""
    return [f"c{place}" for place in range(len(headings))]


def land_relation(session: duckdb.DuckDBPyConnection, cells: duckdb.DuckDBPyRelation) -> None:
    """Bring whole lines in: a table of ``c0``, ``c1``, … whose order gives ``row``.

    The order survives because DuckDB is asked to keep it for this one statement.
    """
    session.execute("DROP TABLE IF EXISTS landed_cells")
    session.execute("SET preserve_insertion_order = true")
    try:
        cells.create(CELLS)
    finally:
        session.execute("SET preserve_insertion_order = false")
    session.execute(NUMBERED)


def drop_empty(session: duckdb.DuckDBPyConnection, headings: Sequence[str]) -> None:
    """Leave out the lines of ``landed`` in which every cell is empty, as a sheet does.

    The others are numbered anew. Nearly no file has any, and then nothing is written again.
    """
    texts = [duckdb.ColumnExpression(cell) for cell in cells_of(headings)]
    written = duckdb.FunctionExpression("concat", *texts)
    bare = duckdb.FunctionExpression("trim", written, duckdb.ConstantExpression(WHITE))
    nothing: duckdb.Expression = bare == duckdb.ConstantExpression("")
    if session.table(CELLS).filter(nothing).limit(1).shape[0]:
        session.execute("DROP TABLE IF EXISTS filled_cells")
        session.execute("SET preserve_insertion_order = true")
        session.table(CELLS).filter(~nothing).order("rowid").create("filled_cells")
        session.execute("SET preserve_insertion_order = false")
        session.execute("DROP TABLE landed_cells")
        session.execute("ALTER TABLE filled_cells RENAME TO landed_cells")


def land_lines(
    session: duckdb.DuckDBPyConnection, headings: Sequence[str], lines: Iterable[Line]
) -> int:
    """Bring lines in, a block at a time; gives how many there are.

    A line with another number of cells than there are headings is broken and comes in empty.
    """
    schema = _schema(headings)
    session.execute("DROP TABLE IF EXISTS landed_cells")
    session.from_arrow(schema.empty_table()).create(CELLS)
    session.execute(AS_THEY_ARE)
    count, remaining = 0, iter(lines)
    while block := list(islice(remaining, LINES_AT_ONCE)):
        session.from_arrow(_block(block, count, schema)).insert_into(CELLS)
        count += len(block)
    return count


def land_raw(session: duckdb.DuckDBPyConnection, raw: RawLines) -> Landed:
    """Bring in lines that are named by their meanings."""
    table = session.from_arrow(raw.table) if isinstance(raw.table, pa.Table) else raw.table
    headings = tuple(name for name in table.columns if name not in {"row", "broken"})
    broken = duckdb.ColumnExpression("broken") if "broken" in table.columns else _empty()
    renamed = [
        duckdb.ColumnExpression(name).alias(cell)
        for name, cell in zip(headings, cells_of(headings), strict=True)
    ]
    session.execute("DROP TABLE IF EXISTS landed_cells")
    table.select("row", broken.alias("broken"), *renamed).create(CELLS)
    session.execute(AS_THEY_ARE)
    return Landed(raw.file, headings, raw.cents, named=True, findings=raw.findings)


def _empty() -> duckdb.Expression:
    return duckdb.ConstantExpression("")


def _schema(headings: Sequence[str]) -> Any:  # noqa: ANN401 - pyarrow has no types of its own
    texts = [(cell, pa.string()) for cell in cells_of(headings)]
    return pa.schema([("row", pa.int64()), ("broken", pa.string()), *texts])


def _block(lines: Sequence[Line], before: int, schema: Any) -> Any:  # noqa: ANN401 - as above
    width = len(schema) - 2
    nothing = ("",) * width
    whole = [cells if len(cells) == width and not rule else nothing for cells, rule in lines]
    broken = [rule or ("" if len(cells) == width else "wrong_field_count") for cells, rule in lines]
    columns = [list(column) for column in zip(*whole, strict=True)] if width else []
    rows = list(range(before + 1, before + len(lines) + 1))
    return pa.Table.from_arrays(
        [pa.array(column) for column in (rows, broken, *columns)], schema=schema
    )
