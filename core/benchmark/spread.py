"""Where a region stands among all others, without a place in a list.

A list of places would set neighbours apart that only chance sets apart. Here are five zones: the
middle half, a stretch on either side, and the outer tenth (a twentieth on either side). A share has
an interval, so that its zone has one too: all zones that the interval reaches.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

ZONES: Final = ("lowest", "low", "middle", "high", "highest")
BOUNDS: Final = (0.05, 0.25, 0.75, 0.95)
"""Between the zones: quantiles of all regions. The middle half lies in the third."""

FEWEST: Final = 40
"""With fewer regions the outer twentieth would be one region, which is a place in a row."""

BINS: Final = 60
"""How many heaps of dots a spread is drawn in."""


@dataclass(frozen=True, slots=True)
class Spread:
    """How shares of regions lie: how many, the outermost, the middle, and the bounds of zones."""

    regions: int
    least: float
    bounds: tuple[float, float, float, float]
    middle: float
    most: float


def measure_spread(values: "pd.Series[float]") -> Spread | None:
    """Measure how the shares of regions lie; None when fewer than FEWEST are known.

    Bounds are shares that occur, outward of where they would fall between two: at least half of the
    regions lie in the middle, and at most a twentieth beyond each end.
    """
    known = values.dropna().to_numpy(dtype="float64")
    if len(known) < FEWEST:
        return None
    first, second = np.quantile(known, BOUNDS[:2], method="lower")
    third, fourth = np.quantile(known, BOUNDS[2:], method="higher")
    return Spread(
        regions=len(known),
        least=float(known.min()),
        bounds=(float(first), float(second), float(third), float(fourth)),
        middle=float(np.median(known)),
        most=float(known.max()),
    )


def find_zone(value: float, spread: Spread) -> str:
    """Give the zone of ZONES in which a share lies; on a bound it is in the inner one."""
    outer_low, low, high, outer_high = spread.bounds
    if value < low:
        return "lowest" if value < outer_low else "low"
    if value > high:
        return "highest" if value > outer_high else "high"
    return "middle"


def find_zones(low: float, high: float, spread: Spread) -> tuple[str, ...]:
    """List the zones that an interval reaches, from low to high."""
    first, last = (ZONES.index(find_zone(value, spread)) for value in (low, high))
    return ZONES[first : last + 1]


def find_heaps(shares: pd.DataFrame) -> pd.DataFrame:
    """Add ``heap``: 1, 2, ... upward among shares that lie as good as on one spot.

    Rows without a share are left out. Each dot keeps its own share, so that nothing is moved to
    make room but upward. Source: L. Wilkinson, Dot plots, American Statistician 53 (1999), 276-281.
    """
    known = shares[shares["share"].notna()].sort_values(["share", "region"], kind="stable")
    width = (known["share"].max() - known["share"].min()) / BINS if len(known) else 0.0
    if not width:
        return known.assign(heap=np.arange(1, len(known) + 1)).reset_index(drop=True)
    spot = ((known["share"] - known["share"].min()) / width).astype("int64").clip(upper=BINS - 1)
    heaps = known.groupby(spot).cumcount() + 1
    return known.assign(heap=heaps).reset_index(drop=True)
