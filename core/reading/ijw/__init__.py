"""iJw messages: declared lines (JW323) with their allocations, starts, stops and referrers.

Read in this order: ``elements`` (safe XML), ``records`` (what one product or line says),
``allocations`` (what the messages around a declaration tell), ``lines`` (lines, and their dates).
"""

from collections.abc import Iterable, Sequence
from itertools import pairwise
from typing import BinaryIO, Final

from core.errors import DataError, refuse
from core.reading.findings import Finding, found
from core.reading.ijw.allocations import Key, Known, learn
from core.reading.ijw.lines import Columns, add_line, empty_columns, resolve, table_of
from core.reading.ijw.records import Record, read_records
from core.reading.raw import RawLines

DECLARED: Final = ("323", "303")
"""Messages whose lines are declarations: 323, and its forerunner up to 2020."""


def read_messages(files: Sequence[tuple[str, BinaryIO]]) -> tuple[RawLines, ...]:
    """Read messages that belong together: one ``RawLines`` a file, in the order given.

    A line of JW323 is a line with its dates and cents (debit or credit apart); a file of another
    message has no lines, and adds what it knows to the lines of all. JW301 gives the first day of
    an allocation, JW305 and JW307 give start, stop, reason and spells, JW315 by way of JW301 the
    referrer, and JW325 the lines that the municipality rejected. Other messages add nothing.

    Raises ``IdentifyingData`` for a message as it was sent, with BSN or names in it; also
    ``HostileFile`` and ``NotReadable``; and ``UnusableInput`` when there are several of these.
    """
    columns, known = empty_columns(), Known()
    ends: list[int] = [0]
    told: list[list[Key]] = []
    problems: list[DataError] = []
    for file, stream in files:
        keys: list[Key] = []
        told.append(keys)
        try:
            keys += filter(None, (_take(columns, known, r) for r in read_records(file, stream)))
        except DataError as problem:
            problems.append(problem)
        ends.append(len(columns["start"]))
    refuse(problems)
    declared = resolve(columns, known)
    tables = [table_of(columns, first, last) for first, last in pairwise(ends)]
    return tuple(
        RawLines(file, table, cents=True, findings=_findings(file, keys, declared))
        for (file, _), table, keys in zip(files, tables, told, strict=True)
    )


def _take(columns: Columns, known: Known, record: Record) -> Key | None:
    if record.kind == "prestatie" and record.message in DECLARED:
        add_line(columns, record)
        return None
    return learn(known, record)


def _findings(file: str, told: Iterable[Key], declared: set[Key]) -> tuple[Finding, ...]:
    unmatched = sum(key not in declared for key in told)
    return (found("unmatched_message", file, unmatched),) if unmatched else ()
