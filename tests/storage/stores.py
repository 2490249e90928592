"""The language of the storage tests: small deliveries, and what a store holds."""

import hashlib
import random
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import sqlalchemy as sa

from core.frames import collect, kept
from core.storage.catalogue import Store, alone, reading
from core.storage.importing import ImportOutcome, ImportRequest, import_files
from core.storage.migrating import open_store
from core.storage.places import Places
from core.storage.records import Stored, list_stored
from core.storage.stored import open_stored
from core.storage.verifying import verify_log

HEADING = "Pseudoniem;Hulpvorm;Begindatum;Einddatum;Bedrag;Aanbieder"
FORMS = ("Ambulant regulier", "Dagbehandeling", "Gezinshuis")


def delivery(path: Path, lines: int = 20, seed: str = "1") -> Path:
    """Write a file of declarations; the seed decides its content."""
    draw = random.Random(seed)  # noqa: S311 - lines that are made up are no secret
    rows = [
        f"kind{draw.randrange(lines)};{draw.choice(FORMS)};01-{month:02}-2024;28-{month:02}-2024;"
        f"{draw.randrange(9_999)},{draw.randrange(100):02};aanbieder{draw.randrange(9)}"
        for month in (1 + number % 12 for number in range(lines))
    ]
    path.write_text("\n".join([HEADING, *rows, ""]), encoding="utf-8")
    return path


def request_of(*paths: Path, after: str = "") -> ImportRequest:
    """Ask for an import by somebody who is no person."""
    return ImportRequest(tuple(paths), title=paths[0].stem, actor="toets", after=after)


def brought(store: Store, *paths: Path, after: str = "") -> ImportOutcome:
    """Import files."""
    return import_files(store, request_of(*paths, after=after), lambda *_: None)


def check_whole(store: Store, *some: str) -> tuple[Stored, ...]:
    """Assert that a store is consistent, and list what it holds.

    Each data set (or some, by id) opens with the lines and cents of the catalogue, each line read
    is accepted, rejected or double, there is a folder for each and no other, and the log is whole.
    """
    listed = list_stored(store)
    for one in listed:
        if some and one.id not in some:
            continue
        assert sums_of(store, one.id) == (one.lines_accepted, one.cents_accepted)
        assert one.lines_read == one.lines_accepted + one.lines_rejected + one.lines_duplicate
        assert one.cents_read == one.cents_accepted + one.cents_rejected + one.cents_duplicate
    assert {path.name for path in store.places.data.iterdir()} == {one.id for one in listed}
    assert not [path for path in store.places.incoming.iterdir() if path.is_dir()]
    assert verify_log(store).problem == ""
    if store.engine.dialect.name == "sqlite":
        with reading(store) as connection:
            assert connection.execute(sa.text("PRAGMA integrity_check")).scalar() == "ok"
    return listed


def sums_of(store: Store, identity: str) -> tuple[int, int]:
    """Count the accepted lines of a data set, and sum their cents, in its Parquet."""
    data_set = open_stored(store, identity)
    table = collect(kept(data_set.workspace, "declarations").select("amount_cents"))
    data_set.workspace.session.close()
    return len(table), int(table["amount_cents"].sum())


def reopened(store: Store) -> Store:
    """Open the same store again, as the next start of the app does."""
    return open_store(store.places, "toets")


def elsewhere(store: Store, home: Path) -> Store:
    """Open an empty store in another folder; its catalogue is SQLite."""
    return open_store(replace(store.places, home=home, database=f"sqlite:///{home / 'c.db'}"))


def digests(*folders: Path) -> dict[str, str]:
    """Give the hash of every file in folders."""
    files = [path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file()]
    return {str(path): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


def texts_of(store: Store, tables: Sequence[str] = ()) -> str:
    """Give all that stands in the tables of a catalogue (all of them, or those that are named)."""
    with reading(store) as connection:
        names = tables or sa.inspect(connection).get_table_names()
        rows = [connection.execute(sa.text(f'SELECT * FROM "{name}"')).all() for name in names]  # noqa: S608 - our own names
    return repr(rows)


def change(store: Store, *statements: str) -> None:
    """Change a catalogue as somebody could who has the database itself."""
    with alone(store) as connection:
        for statement in statements:
            connection.execute(sa.text(statement))


def places_in(home: Path, database: str = "") -> Places:
    """Give places in a folder."""
    return Places(home, database or f"sqlite:///{home / 'catalogue.db'}")
