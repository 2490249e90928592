"""The log: who did what, when, with which result. It can only grow, and shows when it did not.

Every line holds the hash of the line before, and the last one stands in a file outside the
catalogue as well, so that a changed line, a missing line and a cut tail all show. No client, title
or file name is ever in it: an object is an id, and details are counts and a few known words.
"""

import hashlib
import json
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Final

import sqlalchemy as sa

from core.storage.durable import write_file
from core.storage.locking import locked
from core.storage.places import Places, now
from core.storage.schema import EVENTS

FIRST: Final = "0" * 64
"""What stands before the first line."""

ACTIONS: Final = (
    *("import", "open", "export", "delete", "expire", "forget", "clean", "restore"),
    *("record", "correct", "withdraw"),
)
RESULTS: Final = ("done", "already_there", "refused", "failed", "stopped")
COUNTED: Final = (
    *("files", "bytes", "lines_read", "lines_accepted", "lines_rejected", "lines_duplicate"),
    *("rows", "folders", "data_sets", "version", "choices"),
)
NAMED: Final = ("reason", "view", "level", "format")
ID: Final = re.compile(r"[0-9a-f]{16}|voorbeeld|")
WORD: Final = re.compile(r"[a-z_]{1,32}")
"""A word of ours: no number, no capital and no space, so no pseudonym and no name."""

Details = Mapping[str, int | str]


@dataclass(frozen=True, slots=True)
class Event:
    """Something that was done: ``action`` on the data set ``object``, with a ``result``."""

    actor: str
    action: str
    object: str = ""
    result: str = "done"
    details: Details = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Refuse what the log must not hold."""
        if self.action not in ACTIONS or self.result not in RESULTS:
            raise ValueError("an action or a result that the log does not know")
        if not ID.fullmatch(self.object) or not all(map(_is_harmless, self.details.items())):
            raise ValueError("the log holds ids, counts and known words only")


@dataclass(frozen=True, slots=True)
class Line:
    """An event as it stands in the log."""

    number: int
    at: str
    actor: str
    action: str
    object: str
    result: str
    details: str
    previous_hash: str
    hash: str

    def is_whole(self) -> bool:
        """Say whether the hash of the line still is that of its content."""
        return self.hash == _hash(self)


def append(connection: sa.Connection, event: Event) -> None:
    """Add an event as the last line; the transaction must be the only one that writes."""
    last = last_line(connection)
    number, previous = (last.number + 1, last.hash) if last else (1, FIRST)
    details = json.dumps(event.details, sort_keys=True, separators=(",", ":"))
    words = (event.actor, event.action, event.object, event.result, details)
    line = Line(number, now(), *words, previous, "")
    row = {name: getattr(line, name) for name in Line.__dataclass_fields__}
    connection.execute(sa.insert(EVENTS), row | {"hash": _hash(line)})


def last_line(connection: sa.Connection) -> Line | None:
    """Give the last line of the log, if there is any."""
    row = connection.execute(sa.select(EVENTS).order_by(EVENTS.c.number.desc()).limit(1)).first()
    return Line(*row) if row else None


def begin_anchor(places: Places) -> None:
    """Write the anchor of a log that has no line yet; one that stands there is left alone."""
    if not places.anchor.exists():
        write_file(places.anchor, f"0 {FIRST}\n".encode())


def move_anchor(places: Places, line: Line) -> None:
    """Write the last line outside the catalogue too, unless a later one stands there.

    A disk that refuses does not undo what is in the catalogue already: the anchor then stays where
    it was, and the next line takes it along.
    """
    with suppress(OSError), locked(places.home / "log.lock"):
        if anchored(places)[0] < line.number:
            write_file(places.anchor, f"{line.number} {line.hash}\n".encode())


def anchored(places: Places) -> tuple[int, str]:
    """Give the number and the hash in the anchor; -1 when it is not there or is no anchor."""
    if not places.anchor.exists():
        return -1, ""
    number, _, value = places.anchor.read_text(encoding="ascii", errors="replace").partition(" ")
    return (int(number), value.strip()) if number.isdecimal() else (-1, "")


def anchor_holds(connection: sa.Connection, places: Places) -> bool:
    """Say whether the log still has the line of the anchor; if not, the anchor must not move."""
    number, value = anchored(places)
    if number == 0:
        return value == FIRST
    return (
        value
        == connection.execute(sa.select(EVENTS.c.hash).where(EVENTS.c.number == number)).scalar()
    )


def _is_harmless(detail: tuple[str, int | str]) -> bool:
    name, value = detail
    if isinstance(value, str):
        return name in NAMED and bool(WORD.fullmatch(value))
    return name in COUNTED


def _hash(line: Line) -> str:
    """Hash a line: its fields as one line of JSON, the hash of the line before among them."""
    fields = [getattr(line, name) for name in Line.__dataclass_fields__ if name != "hash"]
    return hashlib.sha256(json.dumps(fields, separators=(",", ":")).encode()).hexdigest()
