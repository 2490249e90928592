"""Declared lines of iJw, and the real first and last days of the care they declare.

A declared period is a month, cut off where the allocation begins or ends; when care began and
stopped stands in other messages. So within an allocation and a product the first period gets the
start of JW305 (else the first day of the allocation, when that lies in it) and the last period the
stop of JW307. Lines of one period move together, so that a credit keeps the period of its debit,
and periods that were credited in full are no care and move nothing.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from sys import intern
from typing import Final

import pyarrow as pa

from core.reading.ijw.allocations import (
    UNKNOWN,
    Event,
    Key,
    Known,
    Spell,
    allocations_in_force,
    day_of,
    events_of,
    find_spells,
    referrer_of,
)
from core.reading.ijw.records import Record
from core.tables import MISSING

PATHS: Final[Mapping[str, tuple[str, ...]]] = {
    "product": ("productcode", "product/code", "productcategorie", "product/categorie"),
    "category": ("productcategorie", "product/categorie"),
    "start": ("productperiode/begindatum", "begindatum"),
    "end": ("productperiode/einddatum", "einddatum"),
    "amount": ("ingediendbedrag/bedrag", "bedrag"),
    "debit_credit": ("ingediendbedrag/debetcredit", "debetcredit"),
    "allocation": ("toewijzingnummer", "toewijzingsnummer", "beschikkingnummer"),
    "reference": ("productreferentie/referentienummer", "referentienummer"),
    "volume": ("geleverdvolume",),
    "unit": ("eenheid",),
}
"""Where each meaning stands in a record; the first path that holds something counts."""

PARTIES: Final = ("client_id", "municipality", "provider")
RESOLVED: Final = ("referrer", "end_reason", "spell", "start_source", "broken")
COLUMNS: Final = (*PARTIES, *PATHS, *RESOLVED)
DELIVERED: Final = tuple(name for name in COLUMNS if name != "category")

Columns = dict[str, list[str]]
"""All lines so far, a list a column; ``start`` and ``end`` are first and last day as jjjj-mm-dd."""

Period = tuple[int, int]
"""First and last day as declared."""

NOTHING_TOLD: Final = Spell(UNKNOWN, UNKNOWN, MISSING)


@dataclass(frozen=True, slots=True)
class Care:
    """The lines of one allocation and product: rows by declared period, and what is known of them.

    ``granted`` is the first day of the allocation. ``exact`` says that the spells are about this
    product alone; if not, they may say something about its periods, but not stretch them.
    """

    periods: Mapping[Period, Sequence[int]]
    spells: tuple[Spell, ...]
    granted: int
    exact: bool


def empty_columns() -> Columns:
    """Start without lines."""
    return {name: [] for name in COLUMNS}


def add_line(columns: Columns, record: Record) -> None:
    """Add a declared line as it was delivered: amounts in cents, no date moved."""
    for name, text in zip(PARTIES, (record.client, record.receiver, record.sender), strict=True):
        columns[name].append(intern(text))
    for name, paths in PATHS.items():
        columns[name].append(intern(record.first(*paths)))
    for name in RESOLVED:
        columns[name].append(MISSING)


def table_of(columns: Columns, first: int, last: int) -> pa.Table:
    """Make the table of the lines from ``first`` up to ``last``; ``row`` counts from 1."""
    texts = {name: pa.array(columns[name][first:last], pa.string()) for name in DELIVERED}
    return pa.table({**texts, "row": pa.array(range(1, last - first + 1), pa.int64())})


def resolve(columns: Columns, known: Known) -> set[Key]:
    """Give the lines what the other messages know of them, and return the allocations declared.

    Fills ``start``, ``end``, ``start_source``, ``end_reason`` and ``spell`` (dates that cannot be
    read stay as they are), ``referrer``, and ``broken`` for lines that the municipality rejected.
    """
    _reject(columns, known.rejected)
    rows_of = _rows_by_allocation(columns)
    granted = allocations_in_force(known)
    for key, rows in rows_of.items():
        events = events_of(known, key)
        start = granted[key].start if key in granted else UNKNOWN
        for care in _cares(columns, rows, events, start):
            _move(columns, care)
        _fill(columns["referrer"], rows, referrer_of(known, key))
    return set(rows_of)


def _fill(column: list[str], rows: Iterable[int], text: str) -> None:
    for row in rows:
        column[row] = text


def _reject(columns: Columns, rejected: set[tuple[str, str]]) -> None:
    for row, line in enumerate(zip(columns["provider"], columns["reference"], strict=True)):
        if line in rejected:
            columns["broken"][row] = "rejected_declaration"


def _rows_by_allocation(columns: Columns) -> dict[Key, list[int]]:
    rows_of: dict[Key, list[int]] = {}
    names = ("municipality", "client_id", "allocation")
    for row, key in enumerate(zip(*(columns[name] for name in names), strict=True)):
        rows_of.setdefault(key, []).append(row)
    return rows_of


def _cares(
    columns: Columns, rows: Sequence[int], events: list[Event], granted: int
) -> Iterable[Care]:
    """Part the lines of an allocation by product, each with the events that are about it."""
    products = {(columns["product"][row], columns["category"][row]) for row in rows}
    for product, category in sorted(products):
        periods = _periods(columns, [row for row in rows if columns["product"][row] == product])
        own = [event for event in events if event.product == product]
        wider = [event for event in events if event.product in {MISSING, category} - {product}]
        sole = len(products) == 1
        about = [*own, *wider] if sole else own or wider
        yield Care(periods, find_spells(about), granted, exact=sole or bool(own))


def _periods(columns: Columns, rows: Sequence[int]) -> dict[Period, list[int]]:
    """Gather rows by period, leaving out rejected ones and what has no readable period."""
    periods: dict[Period, list[int]] = {}
    for row in rows:
        period = day_of(columns["start"][row]), day_of(columns["end"][row])
        if UNKNOWN < period[0] <= period[1] and not columns["broken"][row]:
            periods.setdefault(period, []).append(row)
    return periods


def _move(columns: Columns, care: Care) -> None:
    """Number the spells, and move the first and the last period of each."""
    by_spell: dict[int, list[Period]] = {}
    for period, rows in care.periods.items():
        number = _spell_of(care.spells, period)
        _fill(columns["spell"], rows, str(number))
        if not _credited(columns, rows):
            by_spell.setdefault(number, []).append(period)
    for number, periods in by_spell.items():
        spell = care.spells[number] if care.spells else NOTHING_TOLD
        first, last = min(periods)[0], max(end for _, end in periods)
        _move_start(columns, care, spell, [period for period in periods if period[0] == first])
        _move_end(columns, care, spell, [period for period in periods if period[1] == last])


def _spell_of(spells: Sequence[Spell], period: Period) -> int:
    """Find the first spell that shares a day with a period, else the latest begun before it."""
    begun = [number for number, spell in enumerate(spells) if spell.start <= period[1]]
    lasting = [n for n in begun if spells[n].stop == UNKNOWN or spells[n].stop >= period[0]]
    return lasting[0] if lasting else max(begun, default=0)


def _credited(columns: Columns, rows: Sequence[int]) -> bool:
    """Tell whether these lines hold a credit and sum to zero or less, which is no care."""
    signs = [-1 if columns["debit_credit"][row].upper() == "C" else 1 for row in rows]
    amounts = [columns["amount"][row] for row in rows]
    cents = [int(text) if text.isdecimal() else 0 for text in amounts]
    return -1 in signs and sum(s * c for s, c in zip(signs, cents, strict=True)) <= 0


def _move_start(columns: Columns, care: Care, spell: Spell, periods: Iterable[Period]) -> None:
    """Let these periods begin where care did, but never after their own end.

    A start may lie before the declared period; the first day of an allocation counts only within
    it, since months without a declaration may have been months without care.
    """
    told = spell.start != UNKNOWN
    start, source = (spell.start, "start") if told else (care.granted, "allocation")
    for period in periods:
        earliest = UNKNOWN + 1 if told and care.exact else period[0]
        if earliest <= start <= period[1]:
            _fill(columns["start"], care.periods[period], date.fromordinal(start).isoformat())
            _fill(columns["start_source"], care.periods[period], source)


def _move_end(columns: Columns, care: Care, spell: Spell, periods: Iterable[Period]) -> None:
    """Let these periods end where care stopped, but never before their own start."""
    for period in periods:
        latest = spell.stop if care.exact else period[1]
        if max(period[0], spell.start) <= spell.stop <= latest:
            _fill(columns["end"], care.periods[period], date.fromordinal(spell.stop).isoformat())
            _fill(columns["end_reason"], care.periods[period], spell.reason)
