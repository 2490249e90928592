"""The ledger of the difference guard: of which persons numbers were shown, in any delivery.

It belongs to the organisation, which is this installation until there are accounts: two colleagues
can lay their screens side by side. Judging and remembering are one transaction, in which nobody
else writes, so that two processes never answer two selections that forbid each other.

No pseudonym stands in it: a person is a bit, and which bit is told only by hashes under a key that
was drawn here. It goes with the data: with the last delivery of a series go its answers, and the
persons who are in no other answer.
"""

import secrets
from collections.abc import Sequence
from typing import Any, Final

import numpy as np
import sqlalchemy as sa

from core.protection.asking import Asked, places_for
from core.protection.guard import (
    TENS,
    Population,
    bytes_of,
    close_to,
    judge_all,
    members_of,
    new_answers,
    population_of,
    stack,
)
from core.protection.options import as_options, judge_options
from core.protection.registry import KEY_BYTES, Hashes, only_at
from core.storage.catalogue import Store, alone, reading
from core.storage.records import look_up, why_gone
from core.storage.schema import ANSWERED, GONE, PERSONS, SECRETS

KEY: Final = "persons"

Answered = sa.Row[*tuple[Any, ...]]


def key_of_persons(store: Store) -> bytes:
    """Give the key under which this installation hashes persons; the first to ask draws it."""
    named = sa.select(SECRETS.c.value).where(SECRETS.c.name == KEY)
    with reading(store) as connection:
        key = connection.execute(named).scalar()
    if key is not None:
        return bytes(key)
    with alone(store) as connection:
        drawn = connection.execute(named).scalar()
        if drawn is None:
            drawn = secrets.token_bytes(KEY_BYTES)
            connection.execute(sa.insert(SECRETS), {"name": KEY, "value": drawn})
    return bytes(drawn)


def answer(store: Store, identity: str, asked: Asked, threshold: int) -> Population | None:
    """Judge a selection of a data set and remember it; gives the answer that forbids it, if any.

    What is refused is not remembered. Raises ``NotStored``.
    """
    with alone(store) as connection:
        series = _series(connection, identity)
        populations = _populations(connection, asked)
        earlier = _near(connection, populations, threshold)
        near = judge_all(earlier, populations, threshold)
        if near is None:
            _remember(connection, series, new_answers(earlier, populations))
    return near


def offer(store: Store, identity: str, asked: Asked, threshold: int) -> tuple[str, ...]:
    """Give the values of a list that may be offered of a data set, and remember them.

    Raises ``NotStored``.
    """
    with alone(store) as connection:
        series = _series(connection, identity)
        populations = as_options(_populations(connection, asked))
        earlier = _read(connection, ANSWERED.c.kind == asked.choice)
        offered, new = judge_options(earlier, populations, threshold)
        _remember(connection, series, new)
    return offered


def count_forgotten(store: Store, identity: str) -> int:
    """Count how often something was deleted: until then what a data set was answered still holds.

    An answer that was the same as one of another data set is remembered with that one, and goes
    with it. Raises ``NotStored``.
    """
    with reading(store) as connection:
        _series(connection, identity)
        return int(connection.execute(sa.select(sa.func.count()).select_from(GONE)).scalar_one())


def _series(connection: sa.Connection, identity: str) -> str:
    stored = look_up(connection, identity)
    if stored is None:
        raise why_gone(connection, identity)
    return stored.series


def forget_answers(connection: sa.Connection, series_left: sa.Select[tuple[str]]) -> None:
    """Forget what was answered of series that are gone, and who is in no answer that is left."""
    connection.execute(sa.delete(ANSWERED).where(ANSWERED.c.series.not_in(series_left)))
    left = connection.execute(sa.select(ANSWERED.c.members)).scalars()
    sets = stack([members_of(one) for one in left])
    if not len(sets):
        connection.execute(sa.delete(PERSONS))
        connection.execute(sa.delete(SECRETS).where(SECRETS.c.name == KEY))
        return
    flags = np.unpackbits(np.bitwise_or.reduce(sets).view(np.uint8), bitorder="little")
    kept = only_at(_known(connection), np.flatnonzero(flags))
    connection.execute(sa.delete(PERSONS))
    connection.execute(sa.insert(PERSONS), {"number": 1, "hashes": bytes_of(kept)})


def _populations(connection: sa.Connection, asked: Asked) -> list[Population]:
    """Write a selection as sets of places, and register who had no place yet."""
    new, populations = places_for(_known(connection), asked)
    if len(new):
        row = {"number": _next(connection, PERSONS), "hashes": bytes_of(new)}
        connection.execute(sa.insert(PERSONS), row)
    return populations


def _known(connection: sa.Connection) -> Hashes:
    """Read the registry: the hash at each place, zero where somebody was forgotten."""
    blocks = connection.execute(sa.select(PERSONS.c.hashes).order_by(PERSONS.c.number)).scalars()
    return members_of(b"".join(bytes(block) for block in blocks))


def _near(
    connection: sa.Connection, asked: Sequence[Population], threshold: int
) -> list[Population]:
    """Read the answers of about the same size, and keep those that are near or the same."""
    about = sa.or_(sa.false(), *[_about(one, threshold) for one in asked])
    columns = (ANSWERED.c.kind, ANSWERED.c.members, ANSWERED.c.number, ANSWERED.c.choice)
    rows: dict[str, list[Answered]] = {one.kind: [] for one in asked}
    for row in connection.execute(sa.select(*columns).where(about)):
        rows[row[0]].append(row)
    near = [
        rows[one.kind][place]
        for one in asked
        for place in close_to([row[1] for row in rows[one.kind]], one, threshold)
    ]
    return [_population(row) for row in sorted(near, key=lambda row: row.number)]


def _about(asked: Population, threshold: int) -> sa.ColumnElement[bool]:
    """Choose the answers that may be near, by their tens; among hidden ones only the same set."""
    is_hidden = asked.size < threshold
    least = threshold if is_hidden else asked.size - threshold + 1
    tens = ANSWERED.c.tens.between(least // TENS, (asked.size + threshold - 1) // TENS)
    same = (ANSWERED.c.tens == asked.tens) & (ANSWERED.c.members == bytes_of(asked.members))
    return (ANSWERED.c.kind == asked.kind) & (sa.or_(tens, same) if is_hidden else tens)


def _read(connection: sa.Connection, which: sa.ColumnElement[bool]) -> list[Population]:
    rows = connection.execute(sa.select(ANSWERED).where(which).order_by(ANSWERED.c.number))
    return [_population(row) for row in rows]


def _population(row: Answered) -> Population:
    return population_of(row.kind, members_of(row.members), row.choice)


def _remember(connection: sa.Connection, series: str, answers: Sequence[Population]) -> None:
    first = _next(connection, ANSWERED)
    rows = [
        {"number": number, "series": series, "kind": one.kind, "tens": one.tens}
        | {"members": bytes_of(one.members), "choice": one.choice}
        for number, one in enumerate(answers, start=first)
    ]
    if rows:
        connection.execute(sa.insert(ANSWERED), rows)


def _next(connection: sa.Connection, table: sa.Table) -> int:
    return 1 + (connection.execute(sa.select(sa.func.max(table.c.number))).scalar() or 0)
