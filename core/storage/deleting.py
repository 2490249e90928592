"""Deleting, so that nothing is left: rows, Parquet and journal; the log keeps that it happened.

What was deleted may still stand in backups and in the cells of a disk that writes elsewhere; the
decision on storing says what to do about those.
"""

from datetime import date
from typing import Final

import sqlalchemy as sa

from core.storage.answered import forget_answers
from core.storage.catalogue import Store, empty_journal, reading, writing
from core.storage.durable import remove_folder
from core.storage.locking import locked
from core.storage.log import Event, append
from core.storage.places import now
from core.storage.records import Stored, find_stored, look_up, why_gone
from core.storage.schema import DATA_SETS, GONE, REMEMBERED, TALKS
from core.storage.troubles import troubles_told

DELETED: Final = "deleted"
EXPIRED: Final = "expired"


def delete_stored(
    store: Store, identity: str, actor: str, *, forget_supplier: bool = False
) -> Stored:
    """Delete one data set, and when asked what was remembered of its supplier; give what it was.

    Raises ``NotStored``. Other data sets stay as they are, to the byte.
    """
    stored = find_stored(store, identity)
    _delete(store, identity, Event(actor, "delete", identity), DELETED)
    if forget_supplier and stored.supplier:
        with writing(store) as connection:
            forgotten = connection.execute(
                sa.delete(REMEMBERED).where(REMEMBERED.c.key == stored.supplier)
            ).rowcount
            append(connection, Event(actor, "forget", identity, details={"choices": forgotten}))
        empty_journal(store)
    return stored


def delete_expired(store: Store, today: date, actor: str) -> int:
    """Delete the data sets whose last day has come, and count them."""
    due = sa.select(DATA_SETS.c.id).where(DATA_SETS.c.expires_on <= today.isoformat())
    with reading(store) as connection:
        expired = list(connection.execute(due).scalars())
    for identity in expired:
        _delete(store, identity, Event(actor, "expire", identity), EXPIRED)
    return len(expired)


def delete_everything(store: Store, actor: str) -> int:
    """Delete all data sets and all that is remembered; give the number of data sets."""
    with reading(store) as connection:
        identities = list(connection.execute(sa.select(DATA_SETS.c.id)).scalars())
    for identity in identities:
        _delete(store, identity, Event(actor, "delete", identity), DELETED)
    with writing(store) as connection:
        forgotten = connection.execute(sa.delete(REMEMBERED)).rowcount
        append(connection, Event(actor, "forget", details={"choices": forgotten}))
    empty_journal(store)
    return len(identities)


def _delete(store: Store, identity: str, event: Event, reason: str) -> None:
    """Take a data set out of the catalogue, then off the disk; a backup at work goes first."""
    with writing(store) as connection:
        if look_up(connection, identity) is None:
            raise why_gone(connection, identity)
        connection.execute(sa.delete(DATA_SETS).where(DATA_SETS.c.id == identity))
        connection.execute(sa.delete(TALKS).where(TALKS.c.series.not_in(_series_left())))
        forget_answers(connection, _series_left())
        gone = {"id": identity, "day": now()[:10], "reason": reason}
        connection.execute(sa.insert(GONE), gone)
        append(connection, event)
    with troubles_told(), locked(store.places.home / "files.lock"):
        remove_folder(store.places.data / identity)
    empty_journal(store)


def _series_left() -> sa.Select[tuple[str]]:
    """Select the series of which a delivery is left; recorded talks of others go too."""
    return sa.select(DATA_SETS.c.series)
