"""iJw messages: declared lines (JW323) with their allocations, starts, stops and referrers.

Read in this order: ``parsing`` (safe XML), ``envelopes`` and ``records`` (what a message, and one
product or line in it, says), ``lines`` (declared lines, a block at a time into DuckDB),
``allocations`` and ``spells`` (what the messages around a declaration tell), ``links`` (credits,
rejections, debits that were replaced), ``dates`` (the real days of care), ``granted`` (what was
allocated) and ``together`` (the lines of all of them, typed). ``elements`` is for whoever writes a
message anew.

Memory grows with a block of lines and with the number of allocations, starts and stops, never with
the number of lines.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import BinaryIO, Final

import duckdb
import pyarrow as pa

from core.errors import DataError, refuse
from core.reading.findings import Finding, found
from core.reading.ijw.allocations import Key, Known, learn, referrers_by_allocation
from core.reading.ijw.dates import KEY, move_dates
from core.reading.ijw.envelopes import Envelope, envelope_of
from core.reading.ijw.granted import keep_allocations, keep_known
from core.reading.ijw.lines import (
    LINES_AT_ONCE,
    Block,
    add_records,
    begin_lines,
    keep_table,
    store_envelopes,
    store_lines,
)
from core.reading.ijw.links import find_in_links, link_lines
from core.reading.ijw.records import read_parts
from core.reading.ijw.together import load_messages
from core.reading.raw import RawLines

__all__ = ["forget_messages", "keep_allocations", "load_messages", "read_messages"]

DECLARED: Final = ("323", "303")
"""Messages whose lines are declarations: 323, and its forerunner up to 2020."""

ALLOCATIONS_AT_ONCE: Final = 2_000

WORKED_OUT: Final = (
    *("lines", "files", "rejections", "copies", "refused", "linked", "told", "moved", "people"),
)
"""Tables that are needed until ``ijw_resolved`` is there."""

RESOLVED: Final = """
    CREATE OR REPLACE TABLE ijw_resolved AS
    SELECT file, row, number, client_id, municipality, provider, product,
        coalesce(moved."start", linked."start") AS "start",
        coalesce(moved."end", linked."end") AS "end",
        amount, debit_credit, allocation, reference, previous_reference, declared_on, volume, unit,
        rate, coalesce(birth_year, '') AS birth_year, coalesce(sex, '') AS sex,
        coalesce(referrer, '') AS referrer, coalesce(end_reason, '') AS end_reason,
        coalesce(spell, '0') AS spell, coalesce(start_source, '') AS start_source, broken
    FROM ijw_linked AS linked
    LEFT JOIN ijw_moved AS moved USING (number)
    LEFT JOIN ijw_told USING (municipality, client_id, allocation)
    LEFT JOIN ijw_people USING (client_id)"""


@dataclass(frozen=True, slots=True)
class _Told:
    """What one file gave: its envelope, its number of lines, and the allocations it is about."""

    file: str
    envelope: Envelope
    lines: int
    keys: Counter[Key]


def read_messages(
    session: duckdb.DuckDBPyConnection, files: Iterable[tuple[str, BinaryIO]]
) -> tuple[RawLines, ...]:
    """Read messages that belong together: one ``RawLines`` a file, in the order given.

    A line of JW323 is a line with its dates and cents (debit or credit apart); a file of another
    message has no lines, and adds what it knows to the lines of all. JW301 gives the first day of
    an allocation, JW305 and JW307 give start, stop, reason and spells, JW315 by way of JW301 the
    referrer, and JW325 the lines that the municipality rejected. Other messages add nothing. The
    column ``referrer`` is there when any message told one.

    The lines stand in ``ijw_resolved`` until ``forget_messages``. Raises ``IdentifyingData`` for a
    message as it was sent, with BSN or names in it; also ``HostileFile`` and ``NotReadable``; and
    ``UnusableInput`` when there are several of these.
    """
    begin_lines(session)
    known, told = Known(), list[_Told]()
    problems: list[DataError] = []
    for file in files:
        at = len(told), sum(one.lines for one in told)
        try:
            told.append(_take(session, known, file, at))
        except DataError as problem:
            problems.append(problem)
    refuse(problems)
    store_envelopes(session, [one.envelope for one in told])
    link_lines(session, known.rejected)
    declared = _resolve(session, known)
    keep_known(session, known)
    findings = find_in_links(session, [one.file for one in told])
    _drop(session, WORKED_OUT)
    return tuple(
        _raw(session, place, one, [*findings[place], *_unmatched(one, declared)])
        for place, one in enumerate(told)
    )


def forget_messages(session: duckdb.DuckDBPyConnection) -> None:
    """Drop what reading messages left behind; what was allocated stands in ``allocations``."""
    _drop(session, [*WORKED_OUT, "resolved", "places", "allocations"])


def _drop(session: duckdb.DuckDBPyConnection, names: Iterable[str]) -> None:
    for name in names:
        session.execute(f"DROP TABLE IF EXISTS ijw_{name}")


def _take(
    session: duckdb.DuckDBPyConnection,
    known: Known,
    file: tuple[str, BinaryIO],
    at: tuple[int, int],
) -> _Told:
    """Read one message. ``at`` is its number, and how many lines the messages before it have."""
    keys: Counter[Key] = Counter()
    block: Block = []
    lines = 0
    for part in read_parts(*file):
        envelope = envelope_of(part.around)
        if envelope.number in DECLARED:
            add_records(block, part.records)
        else:
            keys.update(filter(None, (learn(known, envelope, one) for one in part.records)))
        if len(block) >= LINES_AT_ONCE:
            lines += store_lines(session, block, at, lines)
    lines += store_lines(session, block, at, lines)
    return _Told(file[0], envelope, lines, keys)


def _resolve(session: duckdb.DuckDBPyConnection, known: Known) -> set[Key]:
    """Make ``ijw_resolved``: the lines with what the other messages know of them.

    Returns the allocations that have a declared line, of those about which anything was told.
    """
    keys = sorted({*known.allocations, *known.events})
    referrers = referrers_by_allocation(known)
    columns = {
        name: pa.array([key[place] for key in keys], pa.string()) for place, name in enumerate(KEY)
    }
    turns = pa.array([place // ALLOCATIONS_AT_ONCE for place in range(len(keys))], pa.int64())
    referred = pa.array([referrers.get(key) for key in keys], pa.string())
    keep_table(session, "ijw_told", columns | {"turn": turns, "referrer": referred})
    _keep_people(session, known)
    declared = move_dates(session, known, -(-len(keys) // ALLOCATIONS_AT_ONCE))
    session.execute(RESOLVED)
    if not known.referrers:
        session.execute("ALTER TABLE ijw_resolved DROP COLUMN referrer")
    return declared


def _keep_people(session: duckdb.DuckDBPyConnection, known: Known) -> None:
    born, sexes = (pa.array([p[i] for p in known.people.values()], pa.string()) for i in (0, 1))
    clients = pa.array(list(known.people), pa.string())
    people = {"client_id": clients, "birth_year": born, "sex": sexes}
    keep_table(session, "ijw_people", people)


def _raw(
    session: duckdb.DuckDBPyConnection, place: int, told: _Told, findings: Sequence[Finding]
) -> RawLines:
    file = duckdb.ColumnExpression("file")
    lines = session.table("ijw_resolved").filter(file == duckdb.ConstantExpression(place))
    columns = [name for name in lines.columns if name not in {"file", "number"}]
    return RawLines(told.file, lines.select(*columns), cents=True, findings=tuple(findings))


def _unmatched(told: _Told, declared: set[Key]) -> list[Finding]:
    """Find allocations, starts and stops of one file that no line belongs to."""
    unmatched = sum(count for key, count in told.keys.items() if key not in declared)
    return [found("unmatched_message", told.file, unmatched)] if unmatched else []
