"""The real first and last days of declared care, from the messages around the declarations.

A declared period is a month, cut off where the allocation begins or ends; when care began and
stopped stands in other messages. So within an allocation and a product the first period gets the
start of JW305 (else the first day of the allocation, when that lies in it, or when the line is
about output, of which the declared month says nothing) and the last period the stop of JW307.
Lines of one period move together, so that a credit keeps the period of its debit, and periods that
were credited in full are no care and move nothing.

Only the lines of allocations about which something was told are brought here, a number of
allocations at a time.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from operator import itemgetter
from typing import Any, Final

import duckdb
import pyarrow as pa

from core.reading.ijw.allocations import Key, Known, allocations_in_force, events_of
from core.reading.ijw.spells import UNKNOWN, Event, Spell, day_of, find_spells
from core.tables import MISSING

KEY: Final = ("municipality", "client_id", "allocation")
GIVEN: Final = ("product", "category", "start", "end", "amount", "unit", "is_credit", "broken")
MOVED: Final = ("start", "end", "spell", "start_source", "end_reason")

EMPTY: Final = """
    CREATE OR REPLACE TABLE ijw_moved (number BIGINT, "start" VARCHAR, "end" VARCHAR,
        spell VARCHAR, start_source VARCHAR, end_reason VARCHAR)"""

TOLD: Final = """
    SELECT municipality, client_id, allocation, number, product, category, "start", "end", amount,
        unit, is_credit, broken
    FROM ijw_linked JOIN ijw_told USING (municipality, client_id, allocation)
    WHERE turn = $turn ORDER BY municipality, client_id, allocation, number"""

OUTPUT: Final = ("82", "83")
"""Units (WJ756) of care that is paid by result: pieces and euros."""

Columns = dict[str, list[Any]]
"""The lines of one allocation, a list a column; start and end are days as jjjj-mm-dd."""

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


def move_dates(session: duckdb.DuckDBPyConnection, known: Known, turns: int) -> set[Key]:
    """Make the table ``ijw_moved``, and return the allocations that have a declared line.

    A row is a line of an allocation in ``ijw_told`` (which has so many turns): its number, and
    ``start``, ``end``, ``spell``, ``start_source`` and ``end_reason`` as they should be. Dates that
    cannot be read stay as they are.
    """
    session.execute(EMPTY)
    granted = {key: state.start for key, state in allocations_in_force(known).items()}
    declared: set[Key] = set()
    for turn in range(turns):
        rows = session.execute(TOLD, {"turn": turn}).fetchall()
        moved: list[tuple[Any, ...]] = []
        for key, lines in groupby(rows, key=itemgetter(0, 1, 2)):
            declared.add(key)
            moved += _moved(list(lines), events_of(known, key), granted.get(key, UNKNOWN))
        _store(session, moved)
    return declared


def _moved(
    lines: Sequence[tuple[Any, ...]], events: list[Event], granted: int
) -> Iterable[tuple[Any, ...]]:
    """Give the lines of one allocation their dates: number and ``MOVED``, a row a line."""
    _, _, _, numbers, *given = zip(*lines, strict=True)
    columns: Columns = dict(zip(GIVEN, map(list, given), strict=True))
    columns |= {name: [MISSING] * len(numbers) for name in MOVED[2:]}
    for care in _cares(columns, events, granted):
        _move(columns, care)
    return zip(numbers, *(columns[name] for name in MOVED), strict=True)


def _store(session: duckdb.DuckDBPyConnection, moved: Sequence[tuple[Any, ...]]) -> None:
    if moved:
        numbers, *texts = zip(*moved, strict=True)
        arrays = [pa.array(numbers, pa.int64()), *(pa.array(text, pa.string()) for text in texts)]
        session.from_arrow(pa.table(arrays, names=["number", *MOVED])).insert_into("ijw_moved")


def _fill(column: list[Any], rows: Iterable[int], text: str) -> None:
    for row in rows:
        column[row] = text


def _cares(columns: Columns, events: list[Event], granted: int) -> Iterable[Care]:
    """Part the lines of an allocation by product, each with the events that are about it."""
    products = set(zip(columns["product"], columns["category"], strict=True))
    for product, category in sorted(products):
        periods = _periods(columns, product)
        own = [event for event in events if event.product == product]
        wider = [event for event in events if event.product in {MISSING, category} - {product}]
        sole = len(products) == 1
        about = [*own, *wider] if sole else own or wider
        yield Care(periods, find_spells(about), granted, exact=sole or bool(own))


def _periods(columns: Columns, product: str) -> dict[Period, list[int]]:
    """Gather rows by period, leaving out those set aside and what has no readable period."""
    periods: dict[Period, list[int]] = {}
    for row, its_product in enumerate(columns["product"]):
        period = day_of(columns["start"][row]), day_of(columns["end"][row])
        whole = UNKNOWN < period[0] <= period[1] and not columns["broken"][row]
        if whole and its_product == product:
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
        source = _move_start(columns, care, spell, [one for one in periods if one[0] == first])
        _move_end(columns, care, spell, [period for period in periods if period[1] == last])
        if source:
            _date_output(
                columns, source, [row for period in periods for row in care.periods[period]]
            )


def _date_output(columns: Columns, source: str, rows: Iterable[int]) -> None:
    """Let further lines of output share where the start of their spell comes from.

    Of output a line tells no days of care; with the start of its spell known the spell has them.
    """
    _fill(columns["start_source"], [row for row in rows if columns["unit"][row] in OUTPUT], source)


def _is_output(columns: Columns, rows: Iterable[int]) -> bool:
    return all(columns["unit"][row] in OUTPUT for row in rows)


def _spell_of(spells: Sequence[Spell], period: Period) -> int:
    """Find the first spell that shares a day with a period, else the latest begun before it."""
    begun = [number for number, spell in enumerate(spells) if spell.start <= period[1]]
    lasting = [n for n in begun if spells[n].stop == UNKNOWN or spells[n].stop >= period[0]]
    return lasting[0] if lasting else max(begun, default=0)


def _credited(columns: Columns, rows: Sequence[int]) -> bool:
    """Tell whether these lines hold a credit and sum to zero or less, which is no care."""
    signs = [-1 if columns["is_credit"][row] else 1 for row in rows]
    amounts = [columns["amount"][row] for row in rows]
    cents = [int(text) if text.isdecimal() else 0 for text in amounts]
    return -1 in signs and sum(s * c for s, c in zip(signs, cents, strict=True)) <= 0


def _move_start(columns: Columns, care: Care, spell: Spell, periods: Iterable[Period]) -> str:
    """Let these periods begin where care did, but never after their own end.

    A start may lie before the declared period. The first day of an allocation counts only within
    it, since months without a declaration may have been months without care; but output is paid
    now and then, and often once at its end, so that of output it counts before it too. Returns
    where the start comes from, MISSING when no period was moved.
    """
    told = spell.start != UNKNOWN
    start, source = (spell.start, "start") if told else (care.granted, "allocation")
    used = MISSING
    for period in periods:
        reaches = care.exact and (told or _is_output(columns, care.periods[period]))
        earliest = UNKNOWN + 1 if reaches else period[0]
        if earliest <= start <= period[1]:
            _fill(columns["start"], care.periods[period], date.fromordinal(start).isoformat())
            _fill(columns["start_source"], care.periods[period], source)
            used = source
    return used


def _move_end(columns: Columns, care: Care, spell: Spell, periods: Iterable[Period]) -> None:
    """Let these periods end where care stopped, but never before their own start."""
    for period in periods:
        latest = spell.stop if care.exact else period[1]
        if max(period[0], spell.start) <= spell.stop <= latest:
            _fill(columns["end"], care.periods[period], date.fromordinal(spell.stop).isoformat())
            _fill(columns["end_reason"], care.periods[period], spell.reason)
