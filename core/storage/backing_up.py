"""A copy of everything in a folder, made while the app works, and put back on an empty machine.

The catalogue is copied row by row as it is at one moment, from either database, into a SQLite file;
folders of data sets never change, so that copying them holds up nothing but deleting.
``backup.json`` is written last: without it a copy is not complete.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import sqlalchemy as sa

from core.errors import StoreTrouble
from core.frames import open_duckdb
from core.opening import digest_of
from core.storage.arriving import arriving, settling
from core.storage.catalogue import Store, alone, connect_to, reading
from core.storage.durable import copy_file, flush_folder, move_folder, remove_folder, write_file
from core.storage.locking import locked
from core.storage.log import Event, append
from core.storage.migrating import migrate
from core.storage.places import Places, now
from core.storage.schema import DATA_SETS, EVENTS, METADATA, VERSION
from core.storage.troubles import troubles_told

MANIFEST: Final = "backup.json"
CATALOGUE: Final = "catalogue.db"

SUMS: Final = """
    SELECT count(*), coalesce(sum(amount_cents), 0)::VARCHAR FROM read_parquet($path)"""

Rows = dict[str, list[dict[str, Any]]]


@dataclass(frozen=True, slots=True)
class Copied:
    """What a backup holds: data sets, their accepted lines, and bytes in all."""

    data_sets: int
    lines: int
    bytes: int


def backup(store: Store, folder: Path) -> Copied:
    """Copy the store to an empty folder, also while imports run; each file with its hash.

    Raises ``StoreTrouble`` when the folder holds something, or cannot be written.
    """
    with troubles_told(), locked(store.places.home / "files.lock"):
        if folder.exists() and any(folder.iterdir()):
            raise StoreTrouble("not_empty")
        (folder / "data").mkdir(parents=True, mode=0o700, exist_ok=True)
        rows = _rows(store)
        for row in rows[DATA_SETS.name]:
            _copy_folder(store.places.data / row["id"], folder / "data" / row["id"])
        _write_rows(_inside(folder), rows)
        digests = {name: digest_of(folder / name) for name in _files(folder)}
        told = {"version": VERSION, "made_at": now(), "files": digests}
        write_file(folder / MANIFEST, json.dumps(told, indent=1).encode())
    return _copied(folder, rows)


def restore(folder: Path, store: Store, actor: str) -> Copied:
    """Put a backup back in a store that is empty, after every file and every sum was checked.

    Raises ``StoreTrouble`` (not_empty, no_backup, newer or backup_differs), and then nothing was
    put back.
    """
    with troubles_told(), arriving(store.places.incoming) as scratch:
        with reading(store) as connection:
            _refuse_unless_empty(connection)  # before anything is copied, and again at the end
        _check_files(folder)
        copy_file(folder / CATALOGUE, scratch / CATALOGUE)
        rows = _read_rows(_inside(scratch))
        for row in rows[DATA_SETS.name]:
            _copy_folder(folder / "data" / row["id"], scratch / row["id"])
            _check_sums(scratch / row["id"] / "declarations.parquet", row)
        identities = [row["id"] for row in rows[DATA_SETS.name]]
        with settling(store, identities) as connection:
            _put_back(connection, store, scratch, rows)
            counts = {"data_sets": len(rows[DATA_SETS.name])}
            append(connection, Event(actor, "restore", details=counts))
    return _copied(folder, rows)


def _put_back(connection: sa.Connection, store: Store, scratch: Path, rows: Rows) -> None:
    """Give folders and rows their place, in a store where nothing was done yet."""
    _refuse_unless_empty(connection)
    for row in rows[DATA_SETS.name]:
        remove_folder(store.places.data / row["id"])
        move_folder(scratch / row["id"], store.places.data / row["id"])
    _insert(connection, rows)


def _refuse_unless_empty(connection: sa.Connection) -> None:
    for table in (DATA_SETS, EVENTS):
        if connection.execute(sa.select(table).limit(1)).first():
            raise StoreTrouble("not_empty")


def _inside(folder: Path) -> Store:
    """Give the way to the catalogue in a backup."""
    return connect_to(Places(folder, f"sqlite:///{folder / CATALOGUE}"))


def _rows(store: Store) -> Rows:
    """Read all of a catalogue as it is at one moment."""
    with reading(store) as connection:
        return {
            table.name: [dict(row) for row in connection.execute(sa.select(table)).mappings()]
            for table in METADATA.sorted_tables
        }


def _write_rows(copy: Store, rows: Rows) -> None:
    with alone(copy) as connection:
        migrate(connection)
        _insert(connection, rows)


def _read_rows(copy: Store) -> Rows:
    """Read the catalogue of a backup, in the present shape even if it was made by an older app."""
    with alone(copy) as connection:
        migrate(connection)
    return _rows(copy)


def _insert(connection: sa.Connection, rows: Rows) -> None:
    for table in METADATA.sorted_tables:
        if rows[table.name]:
            connection.execute(sa.insert(table), rows[table.name])


def _copy_folder(source: Path, target: Path) -> None:
    target.mkdir(mode=0o700)
    for path in sorted(source.iterdir()):
        copy_file(path, target / path.name)
    flush_folder(target)


def _files(folder: Path) -> list[str]:
    """Name the files of a backup, from its folder on."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return [path.relative_to(folder).as_posix() for path in paths if path.name != MANIFEST]


def _check_files(folder: Path) -> None:
    """Refuse a backup that is not complete, or of which a file differs from what was written."""
    try:
        told = json.loads((folder / MANIFEST).read_bytes())
        version, digests = str(told["version"]), dict(told["files"])
    except (OSError, ValueError, KeyError, TypeError) as problem:
        raise StoreTrouble("no_backup") from problem
    if version > VERSION:
        raise StoreTrouble("newer")
    if digests != {name: digest_of(folder / name) for name in _files(folder)}:
        raise StoreTrouble("backup_differs")


def _check_sums(path: Path, row: dict[str, Any]) -> None:
    """Refuse a table of which the lines or the cents differ from the catalogue."""
    workspace = open_duckdb()
    lines, cents = workspace.session.execute(SUMS, {"path": str(path)}).fetchone()
    workspace.session.close()
    if (lines, cents) != (row["lines_accepted"], row["cents_accepted"]):
        raise StoreTrouble("backup_differs")


def _copied(folder: Path, rows: Rows) -> Copied:
    sizes = [(folder / name).stat().st_size for name in _files(folder)]
    lines = sum(row["lines_accepted"] for row in rows[DATA_SETS.name])
    return Copied(len(rows[DATA_SETS.name]), lines, sum(sizes))
