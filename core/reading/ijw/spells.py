"""Spells: stretches of care within an allocation, from a start (JW305) to a stop (JW307)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Final

from core.codes import TEMPORARY_STOP
from core.tables import MISSING

UNKNOWN: Final = 0
"""The day of something that has no date: before every day there is."""


@dataclass(frozen=True, slots=True)
class Event:
    """A start, or a stop with its ``end`` and ``reason``; ``product`` is a code, category or empty.

    ``start`` is the first and ``end`` the last day of care; UNKNOWN where there is none.
    """

    product: str
    start: int
    end: int = UNKNOWN
    reason: str = MISSING


def day_of(text: str) -> int:
    """Read an ISO date as a day number (1 is 1 January of the year 1), UNKNOWN when it is none."""
    try:
        return date.fromisoformat(text[:10]).toordinal()
    except ValueError:
        return UNKNOWN


@dataclass(frozen=True, slots=True)
class Spell:
    """Care within an allocation from a start to a stop; UNKNOWN where either was not told."""

    start: int
    stop: int
    reason: str


def find_spells(events: Iterable[Event]) -> tuple[Spell, ...]:
    """Put the starts and stops of one allocation in order: a start after a stop is a new spell.

    Two starts without a stop between them are one spell. Of two stops the later counts, and of two
    on one day the one that is not temporary. A stop without a start of its own belongs to the
    latest start before it.
    """
    told = list(events)
    starts = sorted({event.start for event in told if event.start != UNKNOWN})
    spells: list[Spell] = []
    for event in sorted((_anchored(event, starts) for event in told), key=_order):
        fresh = Spell(event.start, event.end, event.reason)
        if spells and not UNKNOWN < spells[-1].stop < fresh.start:
            spells[-1] = _joined(spells[-1], fresh)
        else:
            spells.append(fresh)
    return tuple(spells)


def _anchored(event: Event, starts: list[int]) -> Event:
    if event.start != UNKNOWN:
        return event
    start = max((start for start in starts if start <= event.end), default=UNKNOWN)
    return Event(event.product, start, event.end, event.reason)


def _order(event: Event) -> tuple[int, int, bool, str]:
    return event.start, event.end, not event.reason.startswith(TEMPORARY_STOP), event.reason


def _joined(spell: Spell, fresh: Spell) -> Spell:
    stops = fresh if fresh.stop >= spell.stop and fresh.stop != UNKNOWN else spell
    return Spell(spell.start or fresh.start, stops.stop, stops.reason)
