"""Opening the store: its folders, and its catalogue brought to the present shape."""

from dataclasses import replace
from pathlib import Path
from typing import Final

import sqlalchemy as sa
from alembic import command
from alembic.config import Config
from alembic.util import CommandError

from core.errors import StoreTrouble
from core.storage.arriving import clean_leftovers
from core.storage.catalogue import Store, alone, connect_to, keep_journal
from core.storage.locking import locked
from core.storage.log import begin_anchor
from core.storage.places import Places, current_actor, places_of
from core.storage.schema import VERSION
from core.storage.troubles import troubles_told

MIGRATIONS: Final = Path(__file__).parent / "migrations"
PRIVATE: Final = 0o700


def open_store(places: Places | None = None, actor: str = "") -> Store:
    """Open the store, and make it where there is none. Raises ``StoreTrouble``.

    An older catalogue is brought to the present shape in one transaction: all of it or nothing. A
    newer one is refused and not touched. What dead imports left is removed.
    """
    where = places or places_of()
    store = connect_to(where)
    with troubles_told():
        for folder in (where.home, where.data, where.incoming, where.spill):
            folder.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
    with troubles_told(), locked(where.home / "store.lock"):
        keep_journal(store)
        with alone(store) as connection:
            if not version_of(connection):
                begin_anchor(where)
            migrate(connection)
    cleaned = clean_leftovers(store, actor or current_actor())
    return replace(store, cleaned=cleaned)


def migrate(connection: sa.Connection, to: str = VERSION) -> None:
    """Bring a catalogue to a version, within the transaction that is open."""
    there = version_of(connection)
    if there == to:
        return
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    if there > to:
        raise StoreTrouble("newer")
    try:
        command.upgrade(config, to)
    except CommandError as problem:
        raise StoreTrouble("damaged") from problem


def version_of(connection: sa.Connection) -> str:
    """Give the version that a catalogue has, empty when it has none."""
    if not sa.inspect(connection).has_table("alembic_version"):
        return ""
    return str(
        connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar() or ""
    )
