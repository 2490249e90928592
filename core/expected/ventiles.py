"""Where a region stands: bars that each hold as many regions, by difference with what is expected.

From the lowest difference (fewer young people with care than expected) to the highest. Only means
and bounds of bars are shown, and the own bar, so that no other region is pointed at.
"""

from typing import Final

import pandas as pd

VENTILES: Final = 20
DECILES: Final = 10

FEW_REGIONS: Final = 40
"""Below this number of regions a bar of 5% would hold one or two: bars hold 10%."""

VERY_FEW_REGIONS: Final = 20
"""Below this number of regions each has a bar of its own."""


def bars_for(regions: int) -> int:
    """Tell how many bars so many regions are divided over."""
    if regions >= FEW_REGIONS:
        return VENTILES
    return DECILES if regions >= VERY_FEW_REGIONS else regions


def find_bars(use: pd.DataFrame) -> "pd.Series[int]":
    """Give each region of ``EXPECTED_USE`` its bar, from 1; regions without a difference have none.

    With N regions the one at place r stands in bar ``floor(bars * (r - 1) / N) + 1``. Regions with
    the same difference stand in order of code, so that bars stay of one size.
    """
    known = use[use["difference"].notna()].sort_values(["difference", "region"])
    places = pd.Series(range(len(known)), index=known.index)
    return (bars_for(len(known)) * places) // max(len(known), 1) + 1


def measure_bars(use: pd.DataFrame) -> pd.DataFrame:
    """Measure each bar (``EXPECTED_BARS``): the mean of its regions, its bounds, its number."""
    bars = find_bars(use)
    grouped = use.loc[bars.index].groupby(bars.rename("bar"))["difference"]
    measured = grouped.agg(mean="mean", lowest="min", highest="max", regions="size")
    return measured.reset_index()


def bar_of(use: pd.DataFrame, region: str) -> int | None:
    """Give the bar a region stands in; None when its difference is not known."""
    bars = find_bars(use)[use["region"] == region]
    return int(bars.iloc[0]) if len(bars) else None


def place_of(use: pd.DataFrame, region: str) -> float | None:
    """Give the part of the regions whose difference is lower, ties by half; None when not known."""
    rows = use[use["difference"].notna()].set_index("region")["difference"]
    if region not in rows.index:
        return None
    own = rows[region]
    return float(((rows < own).sum() + ((rows == own).sum() - 1) / 2) / max(len(rows) - 1, 1))
