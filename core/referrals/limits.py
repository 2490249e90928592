"""The band of normal variation of a share over the quarters, so that chance is not taken for news.

A p-chart with the limits of Laney: the usual three standard deviations of a share, widened by how
much more the quarters really move from one to the next than chance alone would let them. Source:
D.B. Laney, "Improved control charts for attributes", Quality Engineering 14 (2002), 531-537.
"""

from typing import Final

import numpy as np
import pandas as pd

from core.tables import NORMAL_BAND

DEVIATIONS: Final = 3.0
MOVING_RANGE: Final = 2 / np.sqrt(np.pi)
"""The expected distance of two draws of a standard normal: d2 for pairs, 1.128."""

FEWEST_QUARTERS: Final = 8
"""With fewer quarters there is no band: what is normal is not known yet."""


def measure_band(sides: pd.DataFrame) -> pd.DataFrame:
    """Give each quarter its share and the band of normal variation (``NORMAL_BAND``).

    Takes protected ``QUARTER_SIDES``; a quarter of which a side is hidden has no share, and does
    not help to find the band.
    """
    quarters = np.sort(sides["quarter"].unique())
    part, rest = (_side(sides, side).reindex(quarters).to_numpy() for side in ("inside", "outside"))
    whole = part + rest
    share = np.divide(part, whole, out=np.full_like(part, np.nan), where=whole > 0)
    centre, width = _centre_and_width(part, whole, share)
    table = pd.DataFrame(
        {
            "quarter": quarters,
            "part": np.where(np.isnan(share), np.nan, part),
            "whole": np.where(np.isnan(share), np.nan, whole),
            "share": share,
            "centre": centre,
            "low": np.clip(centre - width, 0, 1),
            "high": np.clip(centre + width, 0, 1),
        }
    )
    return table.assign(position=_positions(table))[list(NORMAL_BAND)]


def spread_of(share: np.ndarray, centre: float, sigma: np.ndarray) -> float:
    """Give how many times chance the quarters move, from each to the next; never under 1."""
    scores = (share - centre) / sigma
    moved = np.abs(np.diff(scores[np.isfinite(scores)]))
    return max(1.0, float(moved.mean()) / MOVING_RANGE) if len(moved) else 1.0


def _side(sides: pd.DataFrame, side: str) -> "pd.Series[float]":
    rows = sides[sides["side"] == side].set_index("quarter")["trajectories"]
    return rows.astype("Float64").astype(np.float64)


def _centre_and_width(
    part: np.ndarray, whole: np.ndarray, share: np.ndarray
) -> tuple[float, np.ndarray]:
    known = np.isfinite(share)
    if known.sum() < FEWEST_QUARTERS:
        return np.nan, np.full_like(share, np.nan)
    centre = float(part[known].sum() / whole[known].sum())
    sigma = np.sqrt(centre * (1 - centre) / whole)
    if not 0 < centre < 1:
        return centre, np.full_like(share, np.nan)
    return centre, DEVIATIONS * sigma * spread_of(share, centre, sigma)


def _positions(table: pd.DataFrame) -> np.ndarray:
    above, below = table["share"] > table["high"], table["share"] < table["low"]
    untold = table["share"].isna() | table["high"].isna()
    return np.select([untold, above, below], ["", "above", "below"], "inside")
