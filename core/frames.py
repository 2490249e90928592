"""The border between storage and model: an engine outside, lazy frames inside.

The only module of the model's side that knows engines. DuckDB is embedded and the default, Polars
and Spark take the same functions; whatever differs between them is a named function here.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final

import duckdb
import narwhals.stable.v2 as nw
import pandas as pd

from core.stopping import note_session
from core.tables import Table

if TYPE_CHECKING:
    import polars as pl
    from pyspark.sql import DataFrame as SparkTable

Frame = nw.LazyFrame[Any]

ENGINES: Final = ("duckdb", "polars", "spark")


@dataclass(frozen=True, slots=True)
class Workspace:
    """An engine and its open session: a DuckDB connection, a Spark session, or a dict of tables."""

    engine: str
    session: Any


def open_duckdb(memory: str = "", folder: Path | None = None) -> Workspace:
    """Open an empty DuckDB in memory, spilling to ``folder`` beyond ``memory`` (such as 4GB)."""
    settings: dict[str, str | bool | int | float | list[str]] = {
        "autoinstall_known_extensions": False,
        "autoload_known_extensions": False,
        "preserve_insertion_order": False,
    }
    if memory:
        settings["memory_limit"] = memory
    if folder is not None:
        settings["temp_directory"] = str(folder)
    return visit(Workspace("duckdb", duckdb.connect(config=settings)))


def open_polars() -> Workspace:
    """Open an empty set of Polars tables."""
    return Workspace("polars", {})


def open_spark(master: str = "local[*]", cores_a_query: int = 8) -> Workspace:
    """Open a Spark session on a master; needs pyspark and Java 17 or newer.

    ``cores_a_query`` is the number of parts a shuffle makes: two or three a core of the cluster.
    """
    from pyspark.sql import SparkSession  # noqa: PLC0415 - Spark is not part of the installation

    builder = SparkSession.builder.master(master).appName("trajectzicht")
    settings = {
        "spark.ui.enabled": "false",
        "spark.sql.shuffle.partitions": str(cores_a_query),
        "spark.sql.execution.arrow.pyspark.enabled": "true",
    }
    for name, value in settings.items():
        builder = builder.config(name, value)
    return Workspace("spark", builder.getOrCreate())


def visit(workspace: Workspace) -> Workspace:
    """Open a connection of one's own to the same tables, for one thread or one page run."""
    if workspace.engine != "duckdb":
        return workspace
    session = workspace.session.cursor()
    session.execute("SET enable_progress_bar = false").fetchall()  # whoever works tells it itself
    note_session(session)
    return Workspace("duckdb", session)


def frame_of(table: "duckdb.DuckDBPyRelation | pl.LazyFrame | SparkTable") -> Frame:
    """Open a native table to the model. Nothing is computed until ``collect`` or ``keep``."""
    return nw.from_native(table)


def read_parquet(workspace: Workspace, path: Path) -> Frame:
    """Open a Parquet file (or a folder of them) without loading it."""
    if workspace.engine == "duckdb":
        pattern = str(path / "*.parquet") if path.is_dir() else str(path)
        return frame_of(workspace.session.read_parquet(pattern))
    if workspace.engine == "polars":
        import polars as pl  # noqa: PLC0415 - Polars is not part of the installation

        return frame_of(pl.scan_parquet(path))
    return frame_of(workspace.session.read.parquet(str(path)))


def frame_of_rows(workspace: Workspace, rows: Sequence[dict[str, Any]], table: Table) -> Frame:
    """Bring a few rows made here into the engine, with the types of their table."""
    columns = {name: [row[name] for row in rows] for name in table}
    types = {name: column.dtype() for name, column in table.items()}
    arrow = nw.from_dict(columns, types, backend="pyarrow").to_native()
    if workspace.engine == "duckdb":
        return frame_of(workspace.session.from_arrow(arrow))
    if workspace.engine == "polars":
        import polars as pl  # noqa: PLC0415 - Polars is not part of the installation

        return frame_of(pl.from_arrow(arrow).lazy())  # type: ignore[union-attr]
    return frame_of(workspace.session.createDataFrame(arrow))


def keep(workspace: Workspace, frame: Frame, name: str) -> Frame:
    """Compute a frame once and keep its rows under a name, replacing what stood there.

    A lazy frame over a DuckDB relation or a Spark table is computed anew at every use.
    """
    if workspace.engine == "duckdb":
        workspace.session.execute(f'DROP TABLE IF EXISTS "{name}"').fetchall()
        frame.to_native().create(name)
        return frame_of(workspace.session.table(f'"{name}"'))
    if workspace.engine == "polars":
        workspace.session[name] = frame.to_native().collect()
        return frame_of(workspace.session[name].lazy())
    table = frame.to_native().persist()
    table.count()
    table.createOrReplaceTempView(name)
    return frame_of(table)


def keep_again(workspace: Workspace, frame: Frame, name: str) -> Frame:
    """Keep a frame in the place of a table that others may be reading: they see old or new."""
    if workspace.engine != "duckdb":
        return keep(workspace, frame, name)
    created = f'CREATE OR REPLACE TABLE "{name}" AS FROM renewed'
    frame.to_native().query("renewed", created)
    return frame_of(workspace.session.table(f'"{name}"'))


def kept(workspace: Workspace, name: str) -> Frame:
    """Open a table that was kept."""
    if workspace.engine == "duckdb":
        return frame_of(workspace.session.table(f'"{name}"'))
    if workspace.engine == "polars":
        return frame_of(workspace.session[name].lazy())
    return frame_of(workspace.session.table(name))


def forget(workspace: Workspace, name: str) -> None:
    """Drop a table that was kept; nothing happens when there is none."""
    if workspace.engine == "duckdb":
        workspace.session.execute(f'DROP TABLE IF EXISTS "{name}"').fetchall()
    elif workspace.engine == "polars":
        workspace.session.pop(name, None)
    else:
        workspace.session.catalog.dropTempView(name)


def adopt(to: Workspace, source: Workspace, name: str, passage: Path) -> None:
    """Hand a DuckDB table to another engine, by way of a Parquet file at ``passage``.

    The file must stay for as long as the table is used: Spark and Polars read it where it lies, so
    that on a cluster every worker needs to see the folder.
    """
    source.session.table(f'"{name}"').write_parquet(str(passage), compression="zstd")
    if to.engine == "polars":
        import polars as pl  # noqa: PLC0415 - Polars is not part of the installation

        to.session[name] = pl.scan_parquet(passage)
    else:
        to.session.read.parquet(str(passage)).createOrReplaceTempView(name)


def hold(frame: Frame) -> Frame:
    """Compute a frame once and read its rows anew from memory, for as long as somebody uses it.

    For what several questions of one page have in common: unlike ``keep`` it needs no name, and the
    result stands apart from every other table of its engine.
    """
    native = frame.to_native()
    if isinstance(native, duckdb.DuckDBPyRelation):
        apart = open_duckdb()
        apart.session.from_arrow(native.to_arrow_table()).create("held")
        return kept(apart, "held")
    if type(native).__module__.startswith("polars"):
        return frame_of(native.collect().lazy())
    return frame_of(native.persist())


def collect(frame: Frame) -> pd.DataFrame:
    """Compute a frame where its data live, and bring the rows here. Aggregate first."""
    return frame.collect("pandas").to_pandas()


def write_rows(
    frame: Frame, columns: Mapping[str, str], order: Sequence[str], path: Path, scratch: Path
) -> None:
    """Write a frame as the file ``path``, CSV or Parquet by its suffix, sorted by ``order``.

    ``columns`` gives each column of the file as an expression in DuckDB's SQL: DuckDB writes for
    every engine, so that three engines give the same bytes. ``scratch`` is a folder to pass by.
    """
    relation = _relation_of(frame, scratch)
    projection = ", ".join(f'{sql} AS "{name}"' for name, sql in columns.items())
    ordered = relation.order(", ".join(f'"{name}"' for name in order)).project(projection)
    if path.suffix == ".parquet":
        ordered.write_parquet(str(path), compression="zstd")
    else:
        ordered.write_csv(str(path), header=True)


def _relation_of(frame: Frame, scratch: Path) -> duckdb.DuckDBPyRelation:
    native = frame.to_native()
    if isinstance(native, duckdb.DuckDBPyRelation):
        return native
    if type(native).__module__.startswith("polars"):
        return duckdb.connect().from_arrow(native.collect().to_arrow())
    folder = scratch / f"rows_{id(native)}"
    native.write.parquet(str(folder))
    return duckdb.connect().read_parquet(str(folder / "*.parquet"))


def to_arrow(frame: Frame) -> Any:  # noqa: ANN401 - pyarrow has no types of its own
    """Compute a frame and bring the rows here as an Arrow table, without passing pandas."""
    return frame.collect("pyarrow").to_native()


def join_in_order(frame: Frame, by: Sequence[str], order: str, text: str, separator: str) -> Frame:
    """Join a text column per group, in order of a number: one row a group, ``by`` and ``text``.

    Narwhals has no ordered aggregate of strings, so each engine says it in its own words.
    """
    native = frame.select(*by, order, text).to_native()
    if isinstance(native, duckdb.DuckDBPyRelation):
        keys = ", ".join(by)
        joined = f"string_agg({text}, '{separator}' ORDER BY {order}) AS {text}"
        return frame_of(native.aggregate(f"{keys}, {joined}", keys))
    if type(native).__module__.startswith("polars"):
        import polars as pl  # noqa: PLC0415 - Polars is not part of the installation

        ordered = pl.col(text).sort_by(order).str.join(separator)
        return frame_of(native.group_by(by).agg(ordered))
    from pyspark.sql import functions as fn  # noqa: PLC0415 - as above

    pairs = fn.sort_array(fn.collect_list(fn.struct(order, text)))
    return frame_of(native.groupBy(*by).agg(fn.array_join(pairs[text], separator).alias(text)))
