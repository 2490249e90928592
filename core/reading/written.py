"""Typed lines on their way to disk: two Parquet files that grow, accepted and set aside.

DuckDB types a batch of lines while the batch before it is written, so that both cores are busy and
memory holds a few batches, whatever the size of the file.
"""

from collections.abc import Iterator, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import duckdb
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from core.tables import DECLARATIONS, SET_ASIDE, Table

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
    """The files that lines are written to."""

    accepted: pq.ParquetWriter
    aside: pq.ParquetWriter


@contextmanager
def open_parts(accepted: Path, aside: Path) -> Iterator[Parts]:
    """Open the two files; they are whole when this ends, and gone when it ends by an error."""
    try:
        with _writer(accepted, DECLARATIONS) as first, _writer(aside, SET_ASIDE) as second:
            yield Parts(first, second)
    except BaseException:
        for path in (accepted, aside):
            path.unlink(missing_ok=True)
        raise


def write_lines(
    parts: Parts, session: duckdb.DuckDBPyConnection, query: str, given: Mapping[str, Any]
) -> None:
    """Write the rows of a query: ``DECLARATIONS`` and ``rule``, which is empty when accepted."""
    before: Future[None] | None = None
    with ThreadPoolExecutor(max_workers=1) as writer:
        for batch in session.sql(query, params=dict(given)).to_arrow_reader(LINES_AT_ONCE):
            if before:
                before.result()
            before = writer.submit(_write, parts, pa.Table.from_batches([batch]))
    if before:
        before.result()


def _write(parts: Parts, lines: pa.Table) -> None:
    accepted = pc.equal(lines["rule"], "")
    if pc.all(accepted).as_py():
        parts.accepted.write_table(lines.select(list(DECLARATIONS)))
        return
    parts.accepted.write_table(lines.filter(accepted).select(list(DECLARATIONS)))
    parts.aside.write_table(lines.filter(pc.invert(accepted)).select(list(SET_ASIDE)))


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
