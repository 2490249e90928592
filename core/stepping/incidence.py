"""How many chains had gone up after so many months: the curve, at the moments that are shown."""

from typing import Final

import pandas as pd

from core.timing.incidence import measure_incidence

HORIZON_MONTHS: Final = 48
EVERY_MONTHS: Final = 3
DAYS_A_MONTH: Final = 365.25 / 12
DECIMALS: Final = 2
"""A curve in whole percents tells of nobody when exactly something happened."""

CAUSES: Final = {"next": "up", "ended": "over"}


def measure_up_curve(times: pd.DataFrame) -> pd.DataFrame:
    """Measure which share of chains had gone up, and which was over, at each moment.

    Takes ``UP_TIMES``. A row per ``group`` and ``months`` (0, 3, … 48): ``at_risk`` (chains neither
    up nor over, and still seen, on that day) and ``clients`` among them, the shares ``up`` and
    ``over`` in whole percents, and ``behind``, the persons at risk or those gone up, whichever are
    fewer: so many does the curve speak of. When nobody is at risk any more there is no row.
    """
    months = range(0, HORIZON_MONTHS + 1, EVERY_MONTHS)
    parts = [_moments(rows, months).assign(group=group) for group, rows in times.groupby("group")]
    columns = ["group", "months", "at_risk", "clients", "behind", "up", "over"]
    return pd.concat(parts, ignore_index=True)[columns] if parts else pd.DataFrame(columns=columns)


def _moments(times: pd.DataFrame, months: range) -> pd.DataFrame:
    """Look at the curve of one group on every moment."""
    curve = measure_incidence(times)
    rows = [_moment(times, curve, month) for month in months]
    shown = pd.DataFrame(rows)
    return shown[shown["at_risk"] > 0]


def _moment(times: pd.DataFrame, curve: pd.DataFrame, month: int) -> dict[str, float]:
    day = round(month * DAYS_A_MONTH)
    later, before = times[times["day"] >= day], curve[curve["day"] <= day]
    ups = times[(times["cause"] == "next") & (times["day"] <= day)]
    persons = [int(rows["clients"].sum()) for rows in (later, ups)]
    shares = {name: round(_reached(before, cause), DECIMALS) for cause, name in CAUSES.items()}
    return {
        "months": month,
        "at_risk": int(later["number"].sum()),
        "clients": persons[0],
        "behind": min(persons) if month else persons[0],
    } | shares


def _reached(before: pd.DataFrame, cause: str) -> float:
    """Give the incidence of a cause so far; nothing happened is 0."""
    return float(max(before.loc[before["cause"] == cause, "incidence"], default=0.0))
