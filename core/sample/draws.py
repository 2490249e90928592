"""Chance for the artificial region: whole arrays at a time, from one seeded generator.

A month is a whole number, counted from January 1970; a day is counted from 1 January 1970.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
import numpy.typing as npt

from core.sample.care import DURATION_MONTHS, DURATION_SHARES

Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float64]
Flags = npt.NDArray[np.bool_]

DURATION_REACH: Final = np.concatenate([[0.0], np.cumsum(DURATION_SHARES)])


def month_of(text: str) -> int:
    """Number a month, written as ``2024-10``."""
    return int(np.datetime64(text, "M").astype(np.int64))


def first_day(month: Ints) -> Ints:
    """Give the first day of each month."""
    return month.astype("datetime64[M]").astype("datetime64[D]").astype(np.int64)


def year_of(month: Ints) -> Ints:
    """Give the calendar year of each month."""
    return 1970 + month // 12


def pick(rng: np.random.Generator, weights: Sequence[float], size: int) -> Ints:
    """Draw positions in a list of weights."""
    chances = np.asarray(weights, dtype=np.float64)
    return rng.choice(len(chances), size=size, p=chances / chances.sum())


def pick_by_row(rng: np.random.Generator, table: Floats, rows: Ints) -> Ints:
    """Draw a column of a table of weights for each given row; rows need not sum to one."""
    reach = np.cumsum(table, axis=1)
    drawn = rng.random(len(rows)) * reach[rows, -1]
    return (drawn[:, None] >= reach[rows]).sum(axis=1).astype(np.int64)


def happens(rng: np.random.Generator, chance: Floats | float, size: int) -> Flags:
    """Draw whether something happens, each with its own chance."""
    return rng.random(size) < chance


def draw_months(rng: np.random.Generator, brevity: Floats) -> Ints:
    """Draw how many months trajectories last: the public classes, bent by their brevity."""
    drawn = rng.random(len(brevity)) ** brevity
    return np.floor(np.interp(drawn, DURATION_REACH, DURATION_MONTHS)).astype(np.int64) + 1
