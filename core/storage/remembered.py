"""Choices that are remembered for a next delivery: a value under a kind and a key.

The key is a supplier, or the layout of its files. What is remembered are headings, codes and
answers, never a cell that says something about a person.
"""

import json
from typing import Any

import sqlalchemy as sa

from core.storage.catalogue import Store, empty_journal, reading, writing
from core.storage.places import now
from core.storage.schema import REMEMBERED


def remember(store: Store, kind: str, key: str, value: Any) -> None:  # noqa: ANN401 - any JSON
    """Remember a value, in the place of what was remembered under the same kind and key."""
    row = {"kind": kind, "key": key, "value": json.dumps(value, sort_keys=True), "at": now()}
    with writing(store) as connection:
        connection.execute(sa.delete(REMEMBERED).where(_is(kind, key)))
        connection.execute(sa.insert(REMEMBERED), row)


def recall(store: Store, kind: str, key: str) -> Any:  # noqa: ANN401 - as above
    """Give what is remembered, or None."""
    with reading(store) as connection:
        value = connection.execute(sa.select(REMEMBERED.c.value).where(_is(kind, key))).scalar()
    return None if value is None else json.loads(value)


def recall_all(store: Store, kind: str) -> dict[str, Any]:
    """Give all that is remembered of a kind, by its key, the last remembered first."""
    rows = sa.select(REMEMBERED).where(REMEMBERED.c.kind == kind).order_by(REMEMBERED.c.at.desc())
    with reading(store) as connection:
        return {row.key: json.loads(row.value) for row in connection.execute(rows)}


def forget(store: Store, kind: str, key: str) -> None:
    """Forget what is remembered under a kind and a key; nothing happens when there is nothing."""
    with writing(store) as connection:
        connection.execute(sa.delete(REMEMBERED).where(_is(kind, key)))
    empty_journal(store)


def _is(kind: str, key: str) -> sa.ColumnElement[bool]:
    return (REMEMBERED.c.kind == kind) & (REMEMBERED.c.key == key)
