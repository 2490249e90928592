"""Lines of any kind of file as one table in DuckDB, before anything is known about them.

Columns are numbered (``c0``, ``c1``, …) and their headings stand beside the table, so that no text
from a file ever becomes part of a query.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
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
    SELECT row_number() OVER () AS row, '' AS broken, * FROM unlanded"""
FILLED: Final = """
    CREATE OR REPLACE TEMP VIEW landed AS
    SELECT row_number() OVER () AS row, '' AS broken, * FROM unlanded WHERE NOT {blank}"""
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
    in_place: bool = False  # read where they lie, with lines that are empty
    delimiters: int | None = None  # in the bytes of the file, where all must be between its cells
    line_by_line: "Callable[[], Landed] | None" = None  # lands the file again, when they are not


def check_width(file: str, headings: Sequence[str]) -> None:
    """Raise ``HostileFile`` for more columns than any list of declarations has."""
    if len(headings) > MOST_COLUMNS:
        raise HostileFile(file, "too_many_columns")


def cells_of(headings: Sequence[str]) -> list[str]:
    """Name the columns of the table ``landed``."""
    return [f"c{place}" for place in range(len(headings))]


def land_relation(session: duckdb.DuckDBPyConnection, cells: duckdb.DuckDBPyRelation) -> None:
    """Let ``landed`` read whole lines where they lie: ``c0``, ``c1``, … whose order gives ``row``.

    Nothing is copied: a file is read once for what is different in it, and once for its lines.
    """
    cells.create_view("unlanded", replace=True)
    session.execute(NUMBERED)


def blank(cells: Sequence[str]) -> str:
    """Write the question whether every cell of a line is empty, as a sheet leaves lines empty.

    Most lines begin with a plain sign, which is quick to see.
    """
    written = ", ".join(cells)
    return (
        f"(CASE WHEN {cells[0]} BETWEEN '!' AND '~' THEN false"
        f" ELSE trim(concat({written}), '{WHITE}') = '' END)"
    )


def drop_empty(session: duckdb.DuckDBPyConnection, headings: Sequence[str]) -> None:
    """Leave out the lines in which every cell is empty; the others are numbered anew."""
    session.execute(FILLED.format(blank=blank(cells_of(headings))))


@contextmanager
def in_order(session: duckdb.DuckDBPyConnection) -> Iterator[None]:
    """Keep the order of lines within, so that ``row`` numbers them as they stand in the file.

    Joins stay as they are written as well. DuckDB does not know how many lines a text holds, takes
    it for a small table, and would gather all of it in memory to look a few dates up.
    """
    session.execute("SET preserve_insertion_order = true")
    session.execute("SET disabled_optimizers = 'join_order,build_side_probe_side'")
    try:
        yield
    finally:
        restore_order(session)


def restore_order(session: duckdb.DuckDBPyConnection) -> None:
    """Let lines go in any order again, and joins as DuckDB thinks best."""
    session.execute("SET disabled_optimizers = ''")
    session.execute("SET preserve_insertion_order = false")


def forget_landed(session: duckdb.DuckDBPyConnection) -> None:
    """Drop the cells of a file: the largest table, and no longer needed."""
    session.execute("DROP TABLE IF EXISTS landed_cells")


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
