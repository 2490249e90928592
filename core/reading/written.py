"""Typed lines on their way to disk: Parquet files that grow, accepted, set aside and others.

DuckDB types a batch of lines while the batch before it is written, so that both cores are busy and
memory holds a few batches, whatever the size of the file.
"""

from collections.abc import Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import duckdb
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from core.tables import DECLARATIONS, OTHER_SCHEMES, SET_ASIDE, Table

LINES_AT_ONCE: Final = 122_880  # a row group of DuckDB

ARROW_TYPES: Final = {
    "String": pa.string(),
    "Int64": pa.int64(),
    "Float64": pa.float64(),
    "Boolean": pa.bool_(),
}
UNREPEATED: Final = ("row", "reference", "previous_reference", "allocation")
"""Columns with so many different values that a dictionary of them only costs time."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The files that lines are written to; ``others`` are accepted ones of another scheme."""

    accepted: pq.ParquetWriter
    aside: pq.ParquetWriter
    others: pq.ParquetWriter


TABLES: Final[Mapping[str, Table]] = {
    "accepted": DECLARATIONS,
    "aside": SET_ASIDE,
    "others": OTHER_SCHEMES,
}
"""The columns of each part."""


@contextmanager
def open_parts(paths: Mapping[str, Path]) -> Iterator[Parts]:
    """Open the file of each part; they are whole when this ends, and gone after an error."""
    try:
        with ExitStack() as stack:
            writers = {
                name: stack.enter_context(_writer(path, TABLES[name]))
                for name, path in paths.items()
            }
            yield Parts(**writers)
    except BaseException:
        for path in paths.values():
            path.unlink(missing_ok=True)
        raise


def write_lines(
    parts: Parts, session: duckdb.DuckDBPyConnection, query: str, given: Mapping[str, Any]
) -> None:
    """Write the rows of a query: ``OTHER_SCHEMES`` and ``rule``, which is empty when accepted."""
    before: Future[None] | None = None
    with ThreadPoolExecutor(max_workers=1) as writer:
        for batch in session.sql(query, params=dict(given)).to_arrow_reader(LINES_AT_ONCE):
            if before:
                before.result()
            before = writer.submit(_write, parts, pa.Table.from_batches([batch]))
    if before:
        before.result()


def _write(parts: Parts, lines: pa.Table) -> None:
    accepted, youth = pc.equal(lines["rule"], ""), pc.equal(lines["scheme"], "")
    care = pc.and_(accepted, youth)
    if pc.all(care).as_py():
        parts.accepted.write_table(lines.select(list(DECLARATIONS)))
        return
    others = pc.and_(accepted, pc.invert(youth))
    parts.accepted.write_table(lines.filter(care).select(list(DECLARATIONS)))
    parts.aside.write_table(lines.filter(pc.invert(accepted)).select(list(SET_ASIDE)))
    parts.others.write_table(lines.filter(others).select(list(OTHER_SCHEMES)))


def _writer(path: Path, table: Table) -> pq.ParquetWriter:
    schema = pa.schema(
        [(name, ARROW_TYPES[column.dtype.__name__]) for name, column in table.items()]
    )
    repeated = [name for name in table if name not in UNREPEATED]
    numbers = [name for name in table if ARROW_TYPES[table[name].dtype.__name__] != pa.string()]
    return pq.ParquetWriter(
        path,
        schema,
        compression="zstd",
        use_dictionary=repeated,
        write_statistics=numbers,
        column_encoding={"row": "DELTA_BINARY_PACKED"},
    )
