"""Intervals of shares: how sure a share is, given how many it was counted on."""

from typing import Final

from scipy.stats import binomtest

CERTAINTY: Final = 0.95


def wilson_interval(part: int, whole: int) -> tuple[float, float] | None:
    """Give the interval of Wilson (95%) for a share, as two shares; None when there is no whole.

    Given protected numbers it is an interval of what is shown. It holds between 0 and 1, and is not
    empty for a share of nothing or all. Source: E.B. Wilson, JASA 22 (1927), 209-212.
    """
    if whole <= 0:
        return None
    bounds = binomtest(part, whole).proportion_ci(CERTAINTY, method="wilson")
    return float(bounds.low), float(bounds.high)
