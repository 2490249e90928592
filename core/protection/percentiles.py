"""From how many persons a percentile may be shown: enough of them must lie on both sides of it.

The median of nineteen persons has nine above it, and the third quartile of twenty has five: who
knows nearly all of those can tell the rest. The smallest and the largest are never shown.
"""

from fractions import Fraction
from math import ceil

FINEST = 1000
"""Quantiles are understood to a thousandth: 0.9 leaves a tenth above it, not a hair less."""


def fewest_around(quantile: float, threshold: int) -> int:
    """Give the number of persons from which a quantile has ``threshold`` of them on both sides.

    Twice the threshold for a median, four times for a quartile. Raises ``ValueError`` for 0 and 1,
    which are the values of a single person.
    """
    side = Fraction(quantile).limit_denominator(FINEST)
    if not 0 < side < 1:
        raise ValueError("a minimum or a maximum is about one person")
    return ceil(threshold / min(side, 1 - side))
