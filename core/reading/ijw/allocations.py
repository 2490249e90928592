"""What the messages around a declaration tell: allocations, starts, stops, requests, rejections.

An allocation comes again with every change, and the newest (day and time of allocating) counts. A
start or a stop may be taken back. A number of an allocation is unique within a municipality; the
client is part of the key all the same, because files in which two clients share one exist.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

from core.codes import end_reason_label, referrer_label
from core.reading.ijw.envelopes import Envelope
from core.reading.ijw.records import Record
from core.reading.ijw.spells import Event, day_of
from core.tables import MISSING

Key = tuple[str, str, str]
"""Municipality, client and number of an allocation."""

Request = tuple[str, str, str]
"""Municipality, provider and the number that the provider gave its request."""

Rejection = tuple[str, str, str, str]
"""Municipality, provider, number of the declaration (or MISSING) and reference of the line."""

DELETED: Final = ("13", "01")
"""Reasons for change (JZ002) that, with an end on the first day, delete an allocation."""

TAKEN_BACK: Final = "3"
"""Status of delivery (COD467) that removes an earlier start or stop."""

GRANTED: Final = ("8001", "0200")
"""Codes of an answer (JW325) that reject nothing: granted in full, and nothing to remark."""

SEXES: Final = {"1": "M", "2": "V", "0": MISSING}
"""The codes of COD046; 0 is unknown."""


@dataclass(frozen=True, slots=True, order=True)
class Allocation:
    """A state of an allocation; the greatest of its states is the newest.

    ``start`` and ``end`` are its first and last day, UNKNOWN where there is none (which can be
    read). Volume, unit and budget are as delivered.
    """

    changed: tuple[str, str]
    deleted: bool
    start: int
    end: int
    provider: str
    product: str
    volume: str
    unit: str
    budget: str


@dataclass(frozen=True, slots=True)
class Known:
    """Everything the messages of one reading tell beside the declared lines."""

    allocations: dict[Key, Allocation] = field(default_factory=dict)
    requests: dict[Key, tuple[tuple[str, str], Request]] = field(default_factory=dict)
    events: dict[Key, dict[Event, bool]] = field(default_factory=dict)
    referrers: dict[Request, str] = field(default_factory=dict)
    rejected: set[Rejection] = field(default_factory=set)
    people: dict[str, tuple[str, str]] = field(default_factory=dict)


def learn(known: Known, envelope: Envelope, record: Record) -> Key | None:
    """Add what one record tells, and return the allocation it is about, if any.

    The order of the messages does not matter.
    """
    _learn_person(known, record)
    match envelope.number, record.kind:
        case "301", "toegewezenproduct":
            return _learn_allocation(known, envelope, record)
        case "305", "startproduct":
            return _learn_event(known, envelope, record, _start(record))
        case "307", "stopproduct":
            return _learn_event(known, envelope, record, _stop(record))
        case "315", "aangevraagdproduct":
            _learn_referrer(known, envelope, record)
        case "325", "prestatie":
            _learn_rejection(known, envelope, record)
    return None


def allocations_in_force(known: Known) -> Mapping[Key, Allocation]:
    """Give the allocations that were not deleted."""
    return {key: state for key, state in known.allocations.items() if not state.deleted}


def events_of(known: Known, key: Key) -> list[Event]:
    """Give the starts and stops of an allocation that were not taken back."""
    return [event for event, stands in known.events.get(key, {}).items() if stands]


def referrers_by_allocation(known: Known) -> dict[Key, str]:
    """Give who asked for which allocation, by way of the reference of the provider."""
    asked = {key: known.referrers.get(request) for key, (_, request) in known.requests.items()}
    return {key: referrer for key, referrer in asked.items() if referrer}


def _number(record: Record) -> str:
    return record.first("toewijzingnummer", "toewijzingsnummer", "beschikkingnummer")


def _product(record: Record) -> str:
    return record.first("product/code", "productcode", "product/categorie", "productcategorie")


def _day(record: Record, name: str) -> int:
    return day_of(record.first(name))


def _learn_person(known: Known, record: Record) -> None:
    """Note year of birth and sex; where messages differ the greatest, whatever their order."""
    told = record.client
    born = told.get("geboortedatum/datum") or told.get("geboortedatum", MISSING)
    sex = told.get("geslacht", MISSING)
    if born or sex:
        client = told.get("pseudoniem", MISSING)
        before = known.people.get(client, (MISSING, MISSING))
        known.people[client] = max(before[0], born), max(before[1], SEXES.get(sex, sex))


def _learn_allocation(known: Known, envelope: Envelope, record: Record) -> Key:
    key = envelope.municipality, record.person, _number(record)
    state = _state(envelope, record)
    known.allocations[key] = max(state, known.allocations.get(key, state))
    if asked := record.first("referentieaanbieder"):  # a later change need not repeat it
        request = state.changed, (envelope.municipality, envelope.provider, asked)
        known.requests[key] = max(request, known.requests.get(key, request))
    return key


def _state(envelope: Envelope, record: Record) -> Allocation:
    start, end = record.first("ingangsdatum"), record.first("einddatum")
    return Allocation(
        changed=(record.first("toewijzingsdatum"), record.first("toewijzingstijd")),
        deleted=start == end and record.first("redenwijziging") in DELETED,
        start=day_of(start),
        end=day_of(end),
        provider=envelope.provider,
        product=_product(record),
        volume=record.first("omvang/volume", "volume"),
        unit=record.first("omvang/eenheid", "eenheid"),
        budget=record.first("budget"),
    )


def _start(record: Record) -> Event:
    return Event(_product(record), _day(record, "begindatum"))


def _stop(record: Record) -> Event:
    return Event(
        _product(record),
        _day(record, "begindatum"),
        _day(record, "einddatum"),
        end_reason_label(record.first("redenbeeindiging")),
    )


def _learn_event(known: Known, envelope: Envelope, record: Record, event: Event) -> Key:
    """Note a start or stop; once taken back it stays so, in whatever order the files come."""
    key = envelope.municipality, record.person, _number(record)
    events = known.events.setdefault(key, {})
    stands = record.first("statusaanlevering") != TAKEN_BACK
    events[event] = stands and events.get(event, True)
    return key


def _learn_referrer(known: Known, envelope: Envelope, record: Record) -> None:
    request = envelope.municipality, envelope.provider, record.first("referentieaanbieder")
    if request[2]:
        label = referrer_label(record.first("verwijzer/type"))
        known.referrers[request] = max(label, known.referrers.get(request, label))


def _learn_rejection(known: Known, envelope: Envelope, record: Record) -> None:
    reference = record.first("productreferentie/referentienummer", "referentienummer")
    if reference and record.first("retourcodes/retourcode") not in GRANTED:
        parties = envelope.municipality, envelope.provider
        known.rejected.add((*parties, envelope.declaration, reference))
