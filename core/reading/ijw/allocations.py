"""What the messages around a declaration tell: allocations, starts, stops, requests, rejections.

An allocation comes again with every change, and the newest (day and time of allocating) counts. A
start or a stop may be taken back. A number of an allocation is unique within a municipality; the
client is part of the key all the same, because files in which two clients share one exist.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Final

from core.codes import TEMPORARY_STOP, end_reason_label, referrer_label
from core.reading.ijw.records import Record
from core.tables import MISSING

Key = tuple[str, str, str]
"""Municipality, client and number of an allocation."""

DELETED: Final = ("13", "01")
"""Reasons for change (JZ002) that, with an end on the first day, delete an allocation."""

TAKEN_BACK: Final = "3"
"""Status of delivery (COD467) that removes an earlier start or stop."""

UNKNOWN: Final = 0
"""The day of something that has no date: before every day there is."""


@dataclass(frozen=True, slots=True)
class Allocation:
    """The newest state of an allocation. ``changed`` orders its states; ``start`` is a day."""

    changed: tuple[str, str]
    start: int
    deleted: bool
    request: tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Event:
    """A start, or a stop with its ``end`` and ``reason``; ``product`` is a code, category or empty.

    ``start`` is the first and ``end`` the last day of care; UNKNOWN where there is none.
    """

    product: str
    start: int
    end: int = UNKNOWN
    reason: str = MISSING


@dataclass(frozen=True, slots=True)
class Known:
    """Everything the messages of one reading tell beside the declared lines."""

    allocations: dict[Key, Allocation] = field(default_factory=dict)
    events: dict[Key, dict[Event, bool]] = field(default_factory=dict)
    referrers: dict[tuple[str, str, str], str] = field(default_factory=dict)
    rejected: set[tuple[str, str]] = field(default_factory=set)


def day_of(text: str) -> int:
    """Read an ISO date as a day number (1 is 1 January of the year 1), UNKNOWN when it is none."""
    try:
        return date.fromisoformat(text[:10]).toordinal()
    except ValueError:
        return UNKNOWN


def learn(known: Known, record: Record) -> Key | None:
    """Add what one record tells, and return the allocation it is about, if any.

    The order of the messages does not matter.
    """
    match record.message, record.kind:
        case "301", "toegewezenproduct":
            return _learn_allocation(known, record)
        case "305", "startproduct":
            return _learn_event(known, record, Event(_product(record), _day(record, "begindatum")))
        case "307", "stopproduct":
            return _learn_event(known, record, _stop(record))
        case "315", "aangevraagdproduct":
            _learn_referrer(known, record)
        case "325", "prestatie":
            _learn_rejection(known, record)
    return None


def allocations_in_force(known: Known) -> Mapping[Key, Allocation]:
    """Give the allocations that were not deleted."""
    return {key: state for key, state in known.allocations.items() if not state.deleted}


def events_of(known: Known, key: Key) -> list[Event]:
    """Give the starts and stops of an allocation that were not taken back."""
    return [event for event, stands in known.events.get(key, {}).items() if stands]


def referrer_of(known: Known, key: Key) -> str:
    """Give who asked for an allocation, by way of the reference of the provider; or MISSING."""
    state = known.allocations.get(key)
    return known.referrers.get(state.request, MISSING) if state else MISSING


def _number(record: Record) -> str:
    return record.first("toewijzingnummer", "toewijzingsnummer", "beschikkingnummer")


def _product(record: Record) -> str:
    return record.first("product/code", "productcode", "product/categorie", "productcategorie")


def _day(record: Record, name: str) -> int:
    return day_of(record.first(name))


def _learn_allocation(known: Known, record: Record) -> Key:
    key = (record.sender, record.client, _number(record))
    changed = (record.first("toewijzingsdatum"), record.first("toewijzingstijd"))
    start, end = record.first("ingangsdatum"), record.first("einddatum")
    deleted = start == end and record.first("redenwijziging") in DELETED
    request = (record.sender, record.receiver, record.first("referentieaanbieder"))
    state = Allocation(changed, day_of(start), deleted, request)
    if key not in known.allocations or known.allocations[key].changed < changed:
        known.allocations[key] = state
    return key


def _stop(record: Record) -> Event:
    return Event(
        _product(record),
        _day(record, "begindatum"),
        _day(record, "einddatum"),
        end_reason_label(record.first("redenbeeindiging")),
    )


def _learn_event(known: Known, record: Record, event: Event) -> Key:
    """Note a start or stop; once taken back it stays so, in whatever order the files come."""
    key = (record.receiver, record.client, _number(record))
    events = known.events.setdefault(key, {})
    stands = record.first("statusaanlevering") != TAKEN_BACK
    events[event] = stands and events.get(event, True)
    return key


def _learn_referrer(known: Known, record: Record) -> None:
    request = (record.receiver, record.sender, record.first("referentieaanbieder"))
    if request[2]:
        known.referrers[request] = referrer_label(record.first("verwijzer/type"))


def _learn_rejection(known: Known, record: Record) -> None:
    reference = record.first("productreferentie/referentienummer", "referentienummer")
    if reference:
        known.rejected.add((record.receiver, reference))


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
