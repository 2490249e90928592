"""The catalogue: SQLite in the folder of the app, or PostgreSQL at an address.

What is written is written by one at a time, in whichever process: SQLite by its own lock,
PostgreSQL by an advisory one. That keeps the log in one order, and nobody meets a database that is
locked.
"""

from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import Any, Final

import sqlalchemy as sa
from sqlalchemy.pool import NullPool

from core.errors import StoreTrouble
from core.storage.log import Event, anchor_holds, append, last_line, move_anchor
from core.storage.places import Places
from core.storage.troubles import troubles_told

WAIT_SECONDS: Final = 60
ONE_WRITER: Final = 7_265_616_374
"""The number of the advisory lock in PostgreSQL; any number that others do not use."""

IN_SQLITE: Final = (
    f"PRAGMA busy_timeout = {WAIT_SECONDS * 1000}",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
)


@dataclass(frozen=True, slots=True)
class Store:
    """The store as it is open now: its places and the way to its catalogue.

    ``cleaned`` counts the imports that had died, and of which the rest was removed at opening.
    """

    places: Places
    engine: sa.Engine
    cleaned: int = 0


def connect_to(places: Places) -> Store:
    """Prepare the way to the catalogue; nothing is opened yet."""
    try:
        engine = sa.create_engine(
            _address(places.database), poolclass=NullPool, hide_parameters=True
        )
    except (sa.exc.ArgumentError, ModuleNotFoundError) as problem:
        raise StoreTrouble("address") from problem
    if engine.dialect.name not in {"sqlite", "postgresql"}:
        raise StoreTrouble("address")
    if engine.dialect.name == "sqlite":
        sa.event.listen(engine, "connect", _prepare_sqlite)
        sa.event.listen(engine, "begin", _begin_sqlite)
    return Store(places, engine)


@contextmanager
def reading(store: Store) -> Iterator[sa.Connection]:
    """Look at the catalogue as it is at one moment."""
    with troubles_told(), _connected(store, writes=False) as connection, connection.begin():
        yield connection


@contextmanager
def alone(store: Store) -> Iterator[sa.Connection]:
    """Change the catalogue, all or nothing, while nobody else does."""
    with troubles_told(), _connected(store, writes=True) as connection, connection.begin():
        if store.engine.dialect.name == "postgresql":
            connection.execute(sa.select(sa.func.pg_advisory_xact_lock(ONE_WRITER)))
        yield connection


@contextmanager
def writing(store: Store) -> Iterator[sa.Connection]:
    """Change the catalogue as ``alone`` does; afterwards the end of the log is anchored.

    Where the log no longer has the line of the anchor, somebody changed it: the anchor stays, so
    that the next lines do not hide that.
    """
    with alone(store) as connection:
        yield connection
        line, holds = last_line(connection), anchor_holds(connection, store.places)
    if line and holds:
        move_anchor(store.places, line)


def record(store: Store, event: Event) -> None:
    """Add one event to the log."""
    with writing(store) as connection:
        append(connection, event)


def keep_journal(store: Store) -> None:
    """Let SQLite keep a journal ahead, so that readers and the one writer never wait."""
    with _sqlite(store) as cursor:
        if cursor and cursor.execute("PRAGMA journal_mode").fetchone()[0] != "wal":
            cursor.execute("PRAGMA journal_mode = WAL")


def empty_journal(store: Store) -> None:
    """Leave nothing of deleted rows in the journal of SQLite."""
    with _sqlite(store) as cursor:
        if cursor:
            cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


@contextmanager
def _sqlite(store: Store) -> Iterator[Any]:
    """Give a cursor outside any transaction, or None where the catalogue is not SQLite."""
    if store.engine.dialect.name != "sqlite":
        yield None
        return
    with troubles_told(), closing(store.engine.raw_connection()) as connection:
        yield connection.cursor()


def _connected(store: Store, *, writes: bool) -> sa.Connection:
    engine = store.engine.execution_options(writes=writes)
    if engine.dialect.name == "postgresql" and not writes:
        engine = engine.execution_options(isolation_level="REPEATABLE READ")
    return engine.connect()


def _address(database: str) -> sa.URL:
    url = sa.make_url(database)
    plain = url.drivername in {"postgresql", "postgres"}
    return url.set(drivername="postgresql+psycopg") if plain else url


def _prepare_sqlite(connection: Any, record: object) -> None:  # noqa: ANN401 - any driver
    del record
    connection.isolation_level = None  # transactions begin where we say so
    for statement in IN_SQLITE:
        connection.execute(statement)


def _begin_sqlite(connection: sa.Connection) -> None:
    """Take the lock for writing at once: a reader that wants to write later may find it taken."""
    writes = connection.get_execution_options().get("writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")
