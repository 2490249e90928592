"""The three engines of a test run, each opened once."""

import os
from collections.abc import Sequence
from functools import cache
from typing import Any

from core.frames import (
    Frame,
    Workspace,
    frame_of_rows,
    open_duckdb,
    open_polars,
    open_spark,
)
from core.tables import Table
from tests.environment import require_java

SMALL_SPARK = (
    "--driver-memory 2g --conf spark.sql.ui.retainedExecutions=5 --conf spark.ui.retainedTasks=100"
    " --driver-java-options -XX:TieredStopAtLevel=1 pyspark-shell"
)
"""A Spark for thousands of small questions: it compiles quickly and remembers few of them."""

Row = dict[str, Any]


def in_duckdb(rows: Sequence[Row], table: Table) -> Frame:
    """Open rows in the one DuckDB of this test run: frames of two connections never meet."""
    return frame_of_rows(duck(), rows, table)


def in_polars(rows: Sequence[Row], table: Table) -> Frame:
    """Open rows in Polars."""
    return frame_of_rows(open_polars(), rows, table)


def in_spark(rows: Sequence[Row], table: Table) -> Frame:
    """Open rows in the one Spark of this test run."""
    return frame_of_rows(spark(), rows, table)


@cache
def duck() -> Workspace:
    """Open DuckDB once."""
    return open_duckdb()


@cache
def spark() -> Workspace:
    """Start Spark once; it needs a Java."""
    require_java()
    os.environ.setdefault("PYSPARK_SUBMIT_ARGS", SMALL_SPARK)
    workspace = open_spark("local[1]", cores_a_query=1)
    for setting in ("spark.sql.codegen.wholeStage", "spark.sql.adaptive.enabled"):
        workspace.session.conf.set(setting, "false")  # compiling costs more than a few rows do
    return workspace
