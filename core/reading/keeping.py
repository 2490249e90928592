"""What reading leaves behind: tables in the session, or Parquet files and views of them.

declarations   the accepted lines            set_aside    all others, with their rule
rejected       of those, no duplicates       allocations  what was allocated, by messages
"""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Final

import duckdb

ACCEPTED: Final = "SELECT * EXCLUDE (known_form, rule, file_number) FROM typed WHERE rule = ''"
OTHERS: Final = "SELECT * EXCLUDE (known_form, file_number) FROM typed WHERE rule <> ''"
REJECTED: Final = """
    CREATE VIEW rejected AS
    SELECT source AS file, row, rule FROM set_aside WHERE rule <> 'duplicate'"""

FILES: Final = ("declarations", "set_aside", "allocations")
"""The files that may stand in the folder of a delivery, and the views of them."""

KEPT: Final = ("rejected", *FILES)
"""What reading leaves in the session, in the order in which it can be dropped."""


def parquet(folder: Path, name: str) -> Path:
    """Name the file of a table in the folder of a delivery."""
    return folder / f"{name}.parquet"


def keep_tables(session: duckdb.DuckDBPyConnection) -> None:
    """Turn ``typed`` into the table ``declarations``, with all others in ``set_aside``."""
    forget(session, ("rejected", "declarations", "set_aside"))
    session.execute(f"CREATE TABLE set_aside AS {OTHERS}")
    session.execute("DELETE FROM typed WHERE rule <> ''")
    for name in ("known_form", "rule", "file_number"):
        session.execute(f'ALTER TABLE typed DROP COLUMN "{name}"')
    session.execute("ALTER TABLE typed RENAME TO declarations")
    session.execute(REJECTED)


def keep_files(session: duckdb.DuckDBPyConnection, folder: Path, *, written: bool) -> None:
    """Write the tables in a folder, and let views of their names stand on the files.

    ``written`` says that the lines stand there already, as they were typed. A delivery without
    allocations has no file of them.
    """
    if not written:
        _write(session.sql(ACCEPTED), parquet(folder, "declarations"))
        _write(session.sql(OTHERS), parquet(folder, "set_aside"))
    allocations = session.table("allocations")
    if allocations.limit(1).shape[0]:
        _write(allocations, parquet(folder, "allocations"))
    forget(session, ("rejected",))
    for name in FILES:
        if parquet(folder, name).exists():
            forget(session, (name,))
            session.read_parquet(str(parquet(folder, name))).create_view(name)
    session.execute(REJECTED)


def forget_files(folder: Path) -> None:
    """Leave nothing of a delivery in its folder."""
    for name in FILES:
        parquet(folder, name).unlink(missing_ok=True)


def forget(session: duckdb.DuckDBPyConnection, names: Iterable[str]) -> None:
    """Drop tables and views by name; what is not there is left."""
    for name in names:
        for kind in ("VIEW", "TABLE"):
            with suppress(duckdb.CatalogException):  # what stands there is of the other kind
                session.execute(f'DROP {kind} IF EXISTS "{name}"')


def _write(lines: duckdb.DuckDBPyRelation, path: Path) -> None:
    lines.write_parquet(str(path), compression="zstd")
