"""What may not be behind a page at a shared level, and how it is recognised.

Three ways to give something away: a planted exact value, a count that is no multiple of five, and a
share of which the whole is none: then it was divided before it was protected.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Final

import pandas as pd

from tests.behind.payload import Sent, numbers_in
from tests.behind.planted import Person
from tests.behind.truth import BASE, secret_words, telling_amounts, telling_counts

DRAWN: Final = frozenset(
    ("x", "x2", "y", "y2", "top", "bottom", "base", "room", "begin", "end", "begins", "ends")
)
"""Columns that say where something is drawn."""

COUNTS: Final = frozenset(
    (
        *("clients", "chains", "trajectories", "starts", "lines", "transitions", "spells"),
        *("reached", "unreached", "at_risk", "ended", "started", "asked", "evaluated"),
        *("not_evaluated", "unknown", "moved", "count", "cells", "behind", "shown"),
        *("allocations", "up", "down", "Jeugdigen", "Reeksen", "Trajecten", "Regels", "Starts"),
        *("Overgangen", "Overdrachten", "Met een volgend traject", "Regels gelezen"),
    )
)
"""Columns that count persons or what they have, in pictures and in tables."""

WHOLES: Final = ("clients", "chains", "trajectories", "starts", "lines", "reached", "transitions")
LAYOUT: Final = re.compile(r'"(?:height|width|domain)": (?:[\d.]+|\[[^\]]*\])')
"""Sizes in a specification: a picture is as high as it has rows."""

DAYS: Final = re.compile(r"\b(?:\d+ tot )?\d+ dagen\b|\bdagen\b")
"""A number of days, or that a row is about days."""

MEASURED: Final = ("value", "own", "low", "high", "middle_low", "middle_high")
"""Columns of a picture that hold days, in a row that is about days."""

PER_CENT: Final = 100.0
FRACTION: Final = 1.5
"""A share above this is one of a hundred."""

NEAR: Final = 1e-6


@dataclass(frozen=True, slots=True)
class Planted:
    """What was planted, as it is looked for."""

    counts: dict[int, str]
    amounts: dict[int, str]
    words: tuple[str, ...]


def planted_of(people: Iterable[Person]) -> Planted:
    """Give what may not be seen of these people."""
    known = tuple(people)
    return Planted(telling_counts(known), telling_amounts(known), secret_words(known))


def exact_values(sent: Sent, planted: Planted) -> dict[int, str]:
    """Find planted exact numbers in what was sent, apart from places in a drawing."""
    looked_for = planted.counts | planted.amounts
    return {number: looked_for[number] for number in _told(sent) if number in looked_for}


def apart_from(sent: Sent, public: Sent) -> Sent:
    """Leave out what is sent to somebody who opened no data: figures that are published anyway."""
    known = {str(sorted(map(str, table.columns))) + table.to_csv() for table in public.tables}
    said = set(public.words)
    return Sent(
        [text for text in sent.words if text not in said],
        [],
        [
            table
            for table in sent.tables
            if str(sorted(map(str, table.columns))) + table.to_csv() not in known
        ],
    )


def secrets(sent: Sent, planted: Planted) -> set[str]:
    """Find words that are no number: pseudonyms and numbers of records."""
    return {word for text in sent.texts() for word in planted.words if word in text}


def uneven_counts(sent: Sent) -> dict[str, list[int]]:
    """Find columns of counts with a number that is not rounded, with those numbers."""
    found = {
        str(name): [number for number in _whole(table[name]) if number % BASE]
        for table in sent.tables
        for name in table
        if str(name) in COUNTS
    }
    return {name: numbers for name, numbers in found.items() if numbers}


def exact_shares(sent: Sent) -> dict[str, list[float]]:
    """Find shares of which neither part nor whole is a protected number of the same row."""
    found: dict[str, list[float]] = {}
    for table in sent.tables:
        counted = [name for name in WHOLES if name in table]
        if "share" in table and counted and pd.api.types.is_numeric_dtype(table["share"]):
            scale = PER_CENT if (table["share"] > FRACTION).any() else 1.0
            wrong = [row["share"] for _, row in table.iterrows() if not _fits(row, counted, scale)]
            if wrong:
                found.setdefault(",".join(counted), []).extend(wrong)
    return found


def _fits(row: "pd.Series[float]", counted: Iterable[str], scale: float) -> bool:
    """Tell whether a share is a protected number divided by a protected one, or is not there.

    What is no finer than the whole percentages that people read passes.
    """
    share, counts = row["share"], [row[name] for name in counted]
    if pd.isna(share) or not share or all(pd.isna(count) for count in counts):
        return True
    if _is_whole(share * PER_CENT / scale):
        return True
    given = [float(count) for count in counts if not pd.isna(count)]
    wholes = [count * scale / share for count in given]
    parts = [count * share / scale for count in given]
    return any(
        abs(number - BASE * round(number / BASE)) < NEAR * number for number in wholes + parts
    )


def _is_whole(number: float) -> bool:
    return abs(number - round(number)) < NEAR


def _told(sent: Sent) -> Iterator[int]:
    """Give every number that is no size, no place and no number of days."""
    for text in sent.words:
        yield from numbers_in(DAYS.sub("", LAYOUT.sub("", text)))
    for table in sent.tables:
        in_days = _about_days(table)
        for name in table:
            if str(name) not in DRAWN:
                yield from _whole(table[name][~in_days] if name in MEASURED else table[name])


def _about_days(table: pd.DataFrame) -> "pd.Series[bool]":
    """Tell of every row whether its words are about days."""
    found = pd.Series(data=False, index=table.index)
    for name in table:
        words = [isinstance(cell, str) and bool(DAYS.search(cell)) for cell in table[name]]
        found |= pd.Series(words, index=table.index, dtype=bool)
    return found


def _whole(cells: Iterable[object]) -> Iterator[int]:
    for cell in cells:
        if isinstance(cell, str):
            yield from numbers_in(DAYS.sub("", cell))
        elif isinstance(cell, (int, float)) and not isinstance(cell, bool) and cell == cell // 1:
            yield int(cell)
