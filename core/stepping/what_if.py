"""What if fewer third starts: arithmetic on what happened, with how much quarters differ.

A year is four quarters. Every way to draw four of the quarters that were seen, with repeats, gives
a year; the low and the high year are at the ends of the middle 90% of those years, and the middle
one is the average (the bootstrap, counted out in full instead of drawn by lot). Nothing is
predicted: what would have come instead of the third is not known.
"""

from collections.abc import Sequence
from typing import Final

import numpy as np
import pandas as pd

QUARTERS: Final = 4
BOUNDS: Final = (0.05, 0.95)
FEWEST_QUARTERS: Final = 4
"""With fewer quarters nobody knows how much they differ."""

MOST_QUARTERS: Final = 24
"""The latest quarters that are drawn from: six years."""

NOTHING: Final = "nothing"
LIKE_SECOND: Final = "like_second"
REPLACEMENTS: Final = (NOTHING, LIKE_SECOND)


Range = tuple[float, float, float]
"""What a year would be less: in a low, a middle and a high year."""


def measure_fewer(quarters: pd.DataFrame, share: float, replacement: str) -> Range | None:
    """Give how many fewer trajectories a year would have (``REPLACEABLE``, protected or not).

    A third that is replaced by another trajectory is no trajectory less. None when too few quarters
    may be seen.
    """
    fewer = share if replacement == NOTHING else 0.0
    return _year(quarters, quarters["thirds"], fewer)


def measure_saved(quarters: pd.DataFrame, share: float, replacement: str) -> Range | None:
    """Give how many cents a year less the first years of these trajectories would have cost.

    Negative when what comes instead costs more. Thirds without an amount count as the others do.
    """
    instead = 0 if replacement == NOTHING else quarters["second_cents"]
    saved = (quarters["third_cents"] - instead) * (quarters["thirds"] / quarters["priced"])
    return _year(quarters, saved, share)


def _year(quarters: pd.DataFrame, cells: "pd.Series[float]", share: float) -> Range | None:
    in_order = cells[quarters["quarter"].sort_values().index].tail(MOST_QUARTERS)
    if len(in_order) < FEWEST_QUARTERS or in_order.isna().any():
        return None
    years = all_years([float(cell) * share for cell in in_order])
    low, high = np.quantile(years, BOUNDS)
    return float(low), float(years.mean()), float(high)


def all_years(quarters: Sequence[float]) -> "np.ndarray[tuple[int], np.dtype[np.float64]]":
    """Add up every way to draw four quarters, with repeats and in any order."""
    years = np.zeros(1)
    for _ in range(QUARTERS):
        years = np.add.outer(years, np.asarray(quarters, float)).ravel()
    return years
