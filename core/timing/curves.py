"""Curves of cumulative incidence as they are shown: steps on a grid of months since the origin.

A grid keeps a curve readable and its steps from telling about single persons: where numbers are
protected, a step is only taken when enough has happened since the step before it. A curve ends
where nobody is at risk any more; ``publish_from`` cuts it where too few are.
"""

from typing import Final

import numpy as np
import pandas as pd

from core.timing.incidence import measure_incidence

DAYS_A_MONTH: Final = 365.25 / 12
MONTHS: Final = 24
GRID: Final = tuple(round(month * DAYS_A_MONTH) for month in range(MONTHS + 1))
"""The days on which a curve is shown: 0, 30, 61, … up to two years."""


COLUMNS: Final = ("position", "cause", "day", "at_risk", "incidence", "shown")


def measure_curves(counted: pd.DataFrame, fewest: int) -> pd.DataFrame:
    """Measure the curve of every ``position`` on GRID, from rows of ``count_waits``.

    A start before the origin comes on day 0. ``fewest`` is how many have to come together before a
    step is shown. Rows: ``position``, ``cause``, ``day``, ``at_risk`` (just before the day),
    ``incidence`` and ``shown`` (how many the steps so far stand for).
    """
    times = counted.assign(day=counted["day"].clip(lower=0), group=counted["position"])
    curves = measure_incidence(times)
    parts = [_on_grid(part, fewest) for _, part in curves.groupby(["group", "cause"])]
    return pd.concat(parts, ignore_index=True) if parts else pd.DataFrame(columns=list(COLUMNS))


def _on_grid(curve: pd.DataFrame, fewest: int) -> pd.DataFrame:
    """Look a curve up on GRID, as long as anybody is at risk."""
    days, grid = curve["day"].to_numpy(), np.array(GRID)
    before, upto = np.searchsorted(days, grid, "left"), np.searchsorted(days, grid, "right")
    at_risk = np.append(curve["at_risk"].to_numpy(), 0)[before]
    happened = np.append(0, curve["events"].cumsum().to_numpy())[upto]
    incidence = np.append(0.0, curve["incidence"].to_numpy())[upto]
    steps = _steps(happened.tolist(), fewest)
    rows = {
        "position": curve["group"].iloc[0],
        "cause": curve["cause"].iloc[0],
        "day": grid,
        "at_risk": at_risk,
        "incidence": np.append(0.0, incidence)[steps + 1],
        "shown": np.append(0, happened)[steps + 1],
    }
    return pd.DataFrame(rows)[at_risk > 0]


def _steps(happened: list[int], fewest: int) -> "np.ndarray[tuple[int], np.dtype[np.int64]]":
    """Give for each place of the grid the place of its latest step; -1 before the first."""
    places, latest, counted = [], -1, 0
    for place, number in enumerate(happened):
        if number - counted >= fewest:
            latest, counted = place, number
        places.append(latest)
    return np.array(places, dtype=np.int64)
