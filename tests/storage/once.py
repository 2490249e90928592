"""Reading a file once a test run: these tests are about what happens to what was read.

Imports in processes of their own, and the tests of reading, read for real each time.
"""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import duckdb

from core.frames import Workspace
from core.opening import digest_of
from core.reading.attended import Report
from core.reading.choices import ReadingChoices
from core.reading.delivery import Delivery, read_files
from core.storage.folders import TABLES

READ: dict[str, tuple[Delivery, dict[str, Any]]] = {}


def read_once(
    workspace: Workspace,
    paths: Sequence[Path],
    choices: ReadingChoices,
    report: Report,
    folder: Path,
) -> Delivery:
    """Read files as ``read_files`` does, or give again what it made of the same files."""
    del folder  # the tables are written there from the workspace
    files = [(path.name, digest_of(path)) for path in paths if path.exists()]
    key = repr((files, choices))
    if key in READ:
        report("store_lines", 0.95)
        _bring(workspace.session, READ[key][1])
    else:
        delivery = read_files(workspace, paths, choices, report)
        READ[key] = (delivery, _tables(workspace.session))
    return READ[key][0]


def _tables(session: duckdb.DuckDBPyConnection) -> dict[str, Any]:
    there = {row[0] for row in session.execute("SHOW TABLES").fetchall()}
    return {name: session.table(name).to_arrow_table() for name in TABLES if name in there}


def _bring(session: duckdb.DuckDBPyConnection, tables: dict[str, Any]) -> None:
    for name, table in tables.items():
        session.from_arrow(table).create(name)
