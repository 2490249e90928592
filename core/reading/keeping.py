"""What reading leaves behind: tables in the session, or Parquet files and views of them.

declarations   the accepted lines            set_aside    the lines that were not, with their rule
rejected       of those, no duplicates       allocations  what was allocated, by messages
other_schemes  the accepted lines that another law pays than the one on youth care
"""

from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import Final

import duckdb

ACCEPTED: Final = """
    SELECT * EXCLUDE (known_form, rule, file_number, scheme) FROM typed
    WHERE rule = '' AND scheme = ''"""
ASIDE: Final = """
    SELECT * EXCLUDE (known_form, file_number, scheme) FROM typed WHERE rule <> ''"""
OTHERS: Final = """
    SELECT * EXCLUDE (known_form, rule, file_number) FROM typed WHERE rule = '' AND scheme <> ''"""
REJECTED: Final = """
    CREATE VIEW rejected AS
    SELECT source AS file, row, rule FROM set_aside WHERE rule <> 'duplicate'"""

FILES: Final = ("declarations", "set_aside", "allocations", "other_schemes")
"""The files that may stand in the folder of a delivery, and the views of them."""

KEPT: Final = ("rejected", *FILES)
"""What reading leaves in the session, in the order in which it can be dropped."""


def parquet(folder: Path, name: str) -> Path:
    """Name the file of a table in the folder of a delivery."""
    return folder / f"{name}.parquet"


def keep_tables(session: duckdb.DuckDBPyConnection) -> None:
    """Turn ``typed`` into ``declarations``, with the others in ``set_aside`` and its like."""
    forget(session, ("rejected", "declarations", "set_aside", "other_schemes"))
    session.execute(f"CREATE TABLE set_aside AS {ASIDE}")
    session.execute(f"CREATE TABLE other_schemes AS {OTHERS}")
    session.execute("DELETE FROM typed WHERE rule <> '' OR scheme <> ''")
    for name in ("known_form", "rule", "file_number", "scheme"):
        session.execute(f'ALTER TABLE typed DROP COLUMN "{name}"')
    session.execute("ALTER TABLE typed RENAME TO declarations")
    session.execute(REJECTED)


def keep_files(session: duckdb.DuckDBPyConnection, folder: Path, *, written: bool) -> None:
    """Write the tables in a folder, and let views of their names stand on the files.

    ``written`` says that the lines stand there already, as they were typed. A delivery without
    allocations has no file of them, and one without other schemes none of those.
    """
    if not written:
        _write(session.sql(ACCEPTED), parquet(folder, "declarations"))
        _write(session.sql(ASIDE), parquet(folder, "set_aside"))
        parquet(folder, "other_schemes").unlink(missing_ok=True)
    if not _write_some(session.sql(OTHERS), parquet(folder, "other_schemes")):
        parquet(folder, "other_schemes").unlink(missing_ok=True)
    _write_some(session.table("allocations"), parquet(folder, "allocations"))
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


def _write_some(lines: duckdb.DuckDBPyRelation, path: Path) -> bool:
    """Write lines where there are any and no file of them yet; says whether there are any."""
    some = bool(lines.limit(1).shape[0])
    if some and not path.exists():
        _write(lines, path)
    return some


def _write(lines: duckdb.DuckDBPyRelation, path: Path) -> None:
    lines.write_parquet(str(path), compression="zstd")
