"""Reading the log, and telling whether anything in it was changed, taken out or cut off."""

from dataclasses import dataclass

import sqlalchemy as sa

from core.storage.catalogue import Store, reading
from core.storage.log import FIRST, Line, anchored
from core.storage.schema import EVENTS
from core.storage.troubles import troubles_told


@dataclass(frozen=True, slots=True)
class Verdict:
    """What checking the log gave: its lines, and the first line that is not as it was written.

    ``problem`` is empty, changed (the line differs from its hash), missing (the line before it is
    not there, or another one), cut (lines at the end are not there) or anchor (the file with the
    last line is not there or cannot be right).
    """

    lines: int
    broken_line: int = 0
    problem: str = ""

    @property
    def is_whole(self) -> bool:
        """Say whether the log is as it was written."""
        return not self.problem


def list_events(store: Store, most: int = 1_000) -> tuple[Line, ...]:
    """List the last lines of the log, the last one first."""
    newest = sa.select(EVENTS).order_by(EVENTS.c.number.desc()).limit(most)
    with reading(store) as connection:
        return tuple(Line(*row) for row in connection.execute(newest))


def count_events(store: Store) -> tuple[tuple[str, int, str], ...]:
    """Count how often each action was done, with the moment of the last, the last one first."""
    last = sa.func.max(EVENTS.c.at)
    counted = sa.select(EVENTS.c.action, sa.func.count(), last).group_by(EVENTS.c.action)
    with reading(store) as connection:
        rows = connection.execute(counted.order_by(last.desc(), EVENTS.c.action))
        return tuple((str(action), int(number), str(at)) for action, number, at in rows)


def verify_log(store: Store) -> Verdict:
    """Follow the log from its first line to its last, and on to the anchor."""
    with troubles_told():
        number, value = anchored(store.places)  # first: the log may grow while it is read
    at, previous, seen = 0, FIRST, FIRST
    with reading(store) as connection:
        for row in connection.execute(sa.select(EVENTS).order_by(EVENTS.c.number)):
            line = Line(*row)
            if line.number != at + 1 or line.previous_hash != previous:
                return Verdict(at, at + 1, "missing")
            if not line.is_whole():
                return Verdict(at, line.number, "changed")
            at, previous = line.number, line.hash
            seen = line.hash if at == number else seen
    return _anchored(at, number, fits=seen == value)


def _anchored(lines: int, number: int, *, fits: bool) -> Verdict:
    if number > lines:
        return Verdict(lines, lines + 1, "cut")
    if number < 0:
        return Verdict(lines, lines, "anchor")
    return Verdict(lines) if fits else Verdict(lines, number, "changed")
