"""Ordinary differences: a funnel of what chance makes of a share, instead of a ranking.

The funnel plot of D.J. Spiegelhalter, Statistics in Medicine 24 (2005), 1185-1202: limits around
the share of all regions together, narrower for larger regions. Regions differ more than chance
alone makes them, and the limits are widened by that: multiplicatively, with squared differences of
which the outer tenths were winsorised (the same author, Quality and Safety in Health Care 14
(2005), 347-351).
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd
from numpy.typing import NDArray
from scipy import stats
from scipy.stats.mstats import winsorize

WINSORISED: Final = 0.1
"""The part of the regions at each end whose difference is drawn in to that of the next."""

USUAL: Final = 0.95
RARE: Final = 0.998
"""Of a hundred regions that only chance makes differ, 5 lie outside USUAL, and 1 in 500 RARE."""

FEWEST: Final = 20
"""With fewer regions nobody knows how much they usually differ."""

POINTS: Final = 80

Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Funnel:
    """The middle of a funnel (a share) and how much more than chance regions vary (1: no more)."""

    middle: float
    dispersion: float
    regions: int

    @property
    def is_wider(self) -> bool:
        """Tell whether the limits were widened."""
        return self.dispersion > 1


def fit_funnel(parts: Numbers, wholes: Numbers) -> Funnel | None:
    """Fit a funnel to parts of wholes (persons); None with fewer than FEWEST regions.

    The dispersion is the mean squared standard score, winsorised; it counts when it lies above
    what chance allows it, which is two standard deviations of a mean of so many squares.
    """
    if len(wholes) < FEWEST:
        return None
    middle = float(parts.sum() / wholes.sum())
    if not 0 < middle < 1:
        return None
    scores = (parts / wholes - middle) / np.sqrt(middle * (1 - middle) / wholes)
    drawn_in = np.asarray(winsorize(scores, limits=(WINSORISED, WINSORISED)), dtype=np.float64)
    dispersion = float(np.mean(drawn_in**2))
    is_wider = dispersion > 1 + 2 * np.sqrt(2 / len(scores))
    return Funnel(middle, dispersion if is_wider else 1.0, len(scores))


def limits_of(funnel: Funnel, wholes: Numbers, certainty: float) -> tuple[Numbers, Numbers]:
    """Give the lower and upper limit of the share for regions of some sizes, within 0 and 1.

    When only chance varies they are exact binomial limits, interpolated between whole persons;
    otherwise normal ones, as wide as the dispersion asks.
    """
    tails = ((1 - certainty) / 2, (1 + certainty) / 2)
    if not funnel.is_wider:
        low, high = (exact_limit(funnel.middle, wholes, tail) for tail in tails)
        return low, high
    spread = np.sqrt(funnel.dispersion * funnel.middle * (1 - funnel.middle) / wholes)
    low, high = (np.clip(funnel.middle + stats.norm.ppf(tail) * spread, 0, 1) for tail in tails)
    return low, high


def exact_limit(middle: float, wholes: Numbers, tail: float) -> Numbers:
    """Give the binomial limit of a tail, interpolated as in appendix A.1.1 of the source."""
    number = stats.binom.ppf(tail, wholes, middle)
    reached = stats.binom.cdf(number, wholes, middle)
    before = stats.binom.cdf(number - 1, wholes, middle)
    part = (reached - tail) / (reached - before)
    return np.clip((number - part) / wholes, 0, 1)


def place_regions(counted: pd.DataFrame, funnel: Funnel) -> pd.DataFrame:
    """Add where each region lies in a funnel (``FUNNEL``).

    Takes ``region``, ``part`` and ``whole``; adds ``share``, the limits ``low`` and ``high`` of
    USUAL, ``lowest`` and ``highest`` of RARE, and ``place``: ``inside``, ``edge`` or ``outside``.
    """
    wholes = counted["whole"].to_numpy("float64")
    low, high = limits_of(funnel, wholes, USUAL)
    lowest, highest = limits_of(funnel, wholes, RARE)
    share = counted["part"].to_numpy("float64") / wholes
    place = np.where((share < low) | (share > high), "edge", "inside")
    place = np.where((share < lowest) | (share > highest), "outside", place)
    limits = {"low": low, "high": high, "lowest": lowest, "highest": highest}
    return counted.assign(share=share, **limits, place=place)


def draw_limits(funnel: Funnel, smallest: float, largest: float) -> pd.DataFrame:
    """Give the limits over a range of sizes, to be drawn as lines (``FUNNEL_LIMITS``)."""
    wholes = np.unique(np.round(np.geomspace(max(smallest, 1), max(largest, 2), POINTS)))
    low, high = limits_of(funnel, wholes, USUAL)
    lowest, highest = limits_of(funnel, wholes, RARE)
    limits = {"low": low, "high": high, "lowest": lowest, "highest": highest}
    return pd.DataFrame({"whole": wholes, **limits, "middle": funnel.middle})
