"""A data set as the catalogue knows it, and how rows become values."""

import re
from dataclasses import dataclass
from typing import Final

import sqlalchemy as sa

from core.errors import NotStored
from core.storage.catalogue import Store, reading
from core.storage.schema import CENTS, DATA_SETS, GONE

SHAPE: Final = re.compile(r"[0-9a-f]{16}")
"""What an id looks like, so that nothing else ever becomes the name of a folder."""


@dataclass(frozen=True, slots=True)
class Stored:
    """A data set that can be opened. ``series`` holds the versions of one delivery together.

    ``imported_at`` is a moment in UTC, ``expires_on`` the day from which it is no longer kept.
    Lines and cents read are the sum of the three that follow.
    """

    id: str
    title: str
    imported_at: str
    imported_by: str
    lines_read: int
    lines_accepted: int
    lines_rejected: int
    lines_duplicate: int
    cents_read: int
    cents_accepted: int
    cents_rejected: int
    cents_duplicate: int
    series: str
    version: int
    supplier: str
    expires_on: str


def list_stored(store: Store) -> tuple[Stored, ...]:
    """List all data sets, the newest series first, and of a series the newest version first."""
    with reading(store) as connection:
        rows = connection.execute(sa.select(DATA_SETS).order_by(DATA_SETS.c.version.desc()))
        found = [_stored(row) for row in rows]
    newest: dict[str, str] = {}
    for one in found:
        newest[one.series] = max(newest.get(one.series, ""), one.imported_at)
    return tuple(sorted(found, key=lambda one: (newest[one.series], one.series), reverse=True))


def find_stored(store: Store, identity: str) -> Stored:
    """Find a data set by its id. Raises ``NotStored`` that says why it is not there."""
    with reading(store) as connection:
        found = look_up(connection, identity)
        if found is None:
            raise why_gone(connection, identity)
    return found


def list_versions(store: Store, series: str) -> tuple[Stored, ...]:
    """List the versions of one delivery, the first one first."""
    ours = [one for one in list_stored(store) if one.series == series]
    return tuple(sorted(ours, key=lambda one: one.version))


def is_identity(identity: str) -> bool:
    """Tell whether an id is that of a data set in a store; those of one visit look otherwise."""
    return bool(SHAPE.fullmatch(identity))


def look_up(connection: sa.Connection, identity: str) -> Stored | None:
    """Give a data set of the catalogue, if it is there."""
    row = connection.execute(sa.select(DATA_SETS).where(DATA_SETS.c.id == identity)).first()
    return _stored(row) if row and is_identity(identity) else None


def why_gone(connection: sa.Connection, identity: str) -> NotStored:
    """Say why a data set is not there: deleted, expired, or never here."""
    row = connection.execute(sa.select(GONE).where(GONE.c.id == identity)).first()
    return NotStored(identity, row.reason, row.day) if row else NotStored(identity, "never")


def _stored(row: sa.Row[tuple[object, ...]]) -> Stored:
    fields = dict(row._mapping)  # noqa: SLF001 - the public name of SQLAlchemy begins so
    return Stored(**fields | {name: int(fields[name]) for name in CENTS})
