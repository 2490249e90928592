"""Lines: what a declaration file holds of the trajectories, a row per calendar month.

With what real files have: months without a declaration (often July and August), corrections
(debit, credit, debit again), lines fully taken back, lines that are still to come for the last
months, and care whose end is missing.
"""

from dataclasses import dataclass, fields, replace
from typing import Final

import numpy as np

from core.sample.care import HELPS
from core.sample.careers import Trajectories
from core.sample.deliveries import FIRST_MONTH, LAST_MONTH, OPEN_MONTH, Deliveries
from core.sample.draws import Flags, Ints, first_day, happens, year_of
from core.tables import OPEN_END

SILENT_SUMMER: Final = 0.22
SILENT_MONTH: Final = 0.025
CORRECTED: Final = 0.02
TAKEN_BACK: Final = 0.006
NO_AMOUNT: Final = 0.003
ZERO_AMOUNT: Final = 0.003
ARRIVED: Final = (0.985, 0.78, 0.45)
"""The part of the lines of October, November and December 2024 that has come in."""

PRICE_RISE: Final = 0.03
WHOLE_MONTH_UNITS: Final = 28
"""From so many units a month the help is given every day."""


@dataclass(frozen=True, slots=True)
class Lines:
    """A row is a declaration line; ``trajectory`` is a row of ``Trajectories``.

    ``amount`` is in cents, credit negative, with ``no_amount`` where none was delivered;
    ``turn`` orders the lines of one period.
    """

    trajectory: Ints
    month: Ints
    start: Ints
    end: Ints
    amount: Ints
    no_amount: Flags
    credit: Flags
    closing: Flags
    turn: Ints

    def take(self, rows: Ints | Flags) -> "Lines":
        """Select rows by number or by flag."""
        return Lines(*(getattr(self, field.name)[rows] for field in fields(self)))


def declare(rng: np.random.Generator, given: Trajectories, delivered: Deliveries) -> Lines:
    """Write the trajectories down as lines, one after another, months in order."""
    months = _months(given, delivered)
    spoken = months.take(~_silent(rng, months, given))
    arrived = spoken.take(_arrived(rng, spoken))
    return _corrected(rng, _priced(rng, arrived, given))


def _months(given: Trajectories, delivered: Deliveries) -> Lines:
    """Write a line for every declared month, with the days of its period."""
    first = np.maximum(given.first, FIRST_MONTH)
    last = np.minimum(given.first + given.months - 1, LAST_MONTH)
    last = np.where(delivered.running, np.minimum(last, OPEN_MONTH), last)
    counts = np.maximum(last - first + 1, 0)
    owner = np.repeat(np.arange(len(counts)), counts)
    rank = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts)
    month = first[owner] + rank
    opens = month == given.first[owner]
    closes = month == (given.first + given.months - 1)[owner]
    endless = (delivered.endless[owner] & closes) | (
        delivered.running[owner] & (month == last[owner])
    )
    end = first_day(month + 1) - np.where(closes, delivered.end_cut[owner], 0)
    return Lines(
        trajectory=owner,
        month=month,
        start=first_day(month) + np.where(opens, delivered.start_cut[owner], 0),
        end=np.where(endless, OPEN_END, end),
        amount=np.zeros_like(month),
        no_amount=np.zeros_like(opens),
        credit=np.zeros_like(opens),
        closing=closes & ~endless,
        turn=np.zeros_like(month),
    )


def _silent(rng: np.random.Generator, lines: Lines, given: Trajectories) -> Flags:
    """Find the months inside a trajectory that were not declared, never around a new year."""
    owner = lines.trajectory
    inside = (lines.month > given.first[owner] + 1) & (lines.month > FIRST_MONTH) & ~lines.closing
    calendar = lines.month % 12 + 1
    summers = happens(rng, SILENT_SUMMER, 5 * len(given.first)).reshape(-1, 5)
    summer = summers[owner, year_of(lines.month) - 2020] & np.isin(calendar, (7, 8))
    alone = happens(rng, SILENT_MONTH, len(owner)) & ~np.isin(calendar, (1, 6, 7, 8, 9, 12))
    return inside & (summer | alone) & (lines.month < OPEN_MONTH)


def _arrived(rng: np.random.Generator, lines: Lines) -> Flags:
    late = np.clip(lines.month - OPEN_MONTH, 0, 2)
    chance = np.where(lines.month >= OPEN_MONTH, np.asarray(ARRIVED)[late], 1.0)
    return happens(rng, chance, len(late)) | (lines.end == OPEN_END)


def _priced(rng: np.random.Generator, lines: Lines, given: Trajectories) -> Lines:
    form = given.form[lines.trajectory]
    units = _units(rng, lines, np.asarray([help_.units for help_ in HELPS])[form])
    rise = 1 + PRICE_RISE * (year_of(lines.month) - 2020)
    rate = np.round(np.asarray([help_.rate_cents for help_ in HELPS])[form] * rise, -1)
    free = happens(rng, ZERO_AMOUNT, len(form))
    return replace(
        lines,
        amount=np.where(free, 0, units * rate.astype(np.int64)),
        no_amount=happens(rng, NO_AMOUNT, len(form)),
    )


def _units(rng: np.random.Generator, lines: Lines, most: Ints) -> Ints:
    days = first_day(lines.month + 1) - first_day(lines.month)
    some = (rng.integers(0, most) + rng.integers(0, most)) // 2 + 1
    return np.where(most >= WHOLE_MONTH_UNITS, days, some)


def _corrected(rng: np.random.Generator, lines: Lines) -> Lines:
    """Take some lines back, and declare most of those anew with another amount."""
    fixed = ~lines.no_amount & (lines.amount > 0) & (lines.end != OPEN_END)
    chosen = happens(rng, CORRECTED, len(fixed)) & fixed
    inner = np.append(lines.trajectory[1:] == lines.trajectory[:-1], [False])
    inner &= np.append([False], lines.trajectory[1:] == lines.trajectory[:-1])
    gone = happens(rng, TAKEN_BACK, len(fixed)) & fixed & inner & (lines.month % 12 < 10)
    back = lines.take(chosen | gone)
    back = replace(back, amount=-back.amount, credit=np.ones_like(back.credit), turn=back.turn + 1)
    anew = lines.take(chosen & ~gone)
    anew = replace(anew, amount=anew.amount // 20 * 10, turn=anew.turn + 2)
    return joined_lines([lines, back, anew])


def joined_lines(parts: list[Lines]) -> Lines:
    """Put several sets of lines under one another."""
    names = [field.name for field in fields(Lines)]
    return Lines(*(np.concatenate([getattr(part, name) for part in parts]) for name in names))
