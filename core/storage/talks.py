"""Evaluation talks that people recorded: they belong to a data set and all its later deliveries.

A talk names its client by the pseudonym of the data set. It is removed with the last delivery of
the series, by deleting, by the end of keeping and by wiping everything. The log tells that a talk
was recorded, by whom and when, and never about whom.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Final

import sqlalchemy as sa

from core.storage.catalogue import Store, empty_journal, reading, writing
from core.storage.log import Event, append
from core.storage.places import now
from core.storage.records import look_up, why_gone
from core.storage.schema import TALKS
from core.trajectories.calendar import date_of, day_number

FORM: Final = "form"
FILE: Final = "file"
"""Where a recorded talk came from: filled in one by one, or a list that was read on the page."""


@dataclass(frozen=True, slots=True)
class Talk:
    """A recorded talk: codes of ``core.talk_codes``, the day as a number, and who recorded it.

    ``number`` is 0 and the last two are empty until it is recorded.
    """

    client_id: str
    date: int
    youth_present: str = ""
    conclusion: str = ""
    parties: str = ""
    source: str = FORM
    number: int = 0
    recorded_at: str = ""
    recorded_by: str = ""

    def about(self, client_id: str) -> "Talk":
        """Give the same talk as one about a client."""
        return replace(self, client_id=client_id)

    def as_row(self) -> dict[str, str | int]:
        """Write the talk as a row of ``EVALUATIONS``."""
        names = ("client_id", "date", "youth_present", "conclusion", "parties")
        return {name: getattr(self, name) for name in names}


def list_talks(store: Store, identity: str) -> tuple[Talk, ...]:
    """List what was recorded of a data set, the first recorded first. Raises ``NotStored``."""
    with reading(store) as connection:
        ours = TALKS.c.series == _series(connection, identity)
        rows = connection.execute(sa.select(TALKS).where(ours).order_by(TALKS.c.number))
        return tuple(_talk(row) for row in rows)


def add_talks(store: Store, identity: str, talks: Sequence[Talk], actor: str) -> None:
    """Record talks about clients of a data set. Raises ``NotStored``."""
    with writing(store) as connection:
        _insert(connection, _series(connection, identity), talks, actor)
        append(connection, Event(actor, "record", identity, details={"rows": len(talks)}))


def change_talk(store: Store, identity: str, talk: Talk, actor: str) -> None:
    """Put a talk in the place of the one with its number. Raises ``NotStored``."""
    with writing(store) as connection:
        _delete(connection, identity, TALKS.c.number == talk.number)
        _insert(connection, _series(connection, identity), [talk], actor)
        append(connection, Event(actor, "correct", identity, details={"rows": 1}))
    empty_journal(store)


def remove_talks(store: Store, identity: str, numbers: Sequence[int], actor: str) -> None:
    """Remove talks by their numbers; those of other data sets stay. Raises ``NotStored``."""
    with writing(store) as connection:
        gone = _delete(connection, identity, TALKS.c.number.in_(numbers))
        append(connection, Event(actor, "withdraw", identity, details={"rows": gone}))
    empty_journal(store)


def replace_list(store: Store, identity: str, talks: Sequence[Talk], actor: str) -> None:
    """Put a list in the place of the list that was read before; what was filled in stays.

    Raises ``NotStored``.
    """
    with writing(store) as connection:
        _delete(connection, identity, TALKS.c.source == FILE)
        listed = [replace(talk, source=FILE, number=0) for talk in talks]
        _insert(connection, _series(connection, identity), listed, actor)
        append(connection, Event(actor, "record", identity, details={"rows": len(talks)}))
    empty_journal(store)


def _series(connection: sa.Connection, identity: str) -> str:
    stored = look_up(connection, identity)
    if stored is None:
        raise why_gone(connection, identity)
    return stored.series


def _insert(connection: sa.Connection, series: str, talks: Sequence[Talk], actor: str) -> None:
    """Write talks under the next numbers, or under the number that they have."""
    highest = connection.execute(sa.select(sa.func.max(TALKS.c.number))).scalar() or 0
    about = {"series": series, "source": "", "recorded_at": now(), "recorded_by": actor}
    rows = [
        talk.as_row()
        | about
        | {"number": talk.number or highest + place, "source": talk.source}
        | {"date": date_of(talk.date).isoformat()}
        for place, talk in enumerate(talks, start=1)
    ]
    if rows:
        connection.execute(sa.insert(TALKS), rows)


def _delete(connection: sa.Connection, identity: str, which: sa.ColumnElement[bool]) -> int:
    ours = TALKS.c.series == _series(connection, identity)
    return connection.execute(sa.delete(TALKS).where(ours & which)).rowcount


def _talk(row: sa.Row[tuple[object, ...]]) -> Talk:
    fields = dict(row._mapping)  # noqa: SLF001 - the public name of SQLAlchemy begins so
    del fields["series"]
    return Talk(**fields | {"date": day_number(date.fromisoformat(fields["date"]))})
