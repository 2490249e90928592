"""Dutch of the part on how long after a trajectory the next one starts."""

from collections.abc import Mapping
from typing import Final

import pandas as pd

from core.disclosure import share_of, total_of
from core.text import general
from core.trajectories.rules import Rules

QUESTION: Final = "Hoe lang na een traject begint het volgende?"
ORDINALS: Final[Mapping[int, str]] = {1: "eerste", 2: "tweede", 3: "derde"}
NEXT: Final = "next"
LEFT: Final = "left"
DAYS: Final[Mapping[int, str]] = {
    0: "Sluit aan, of liep al",
    91: "Binnen 3 maanden",
    183: "Binnen een half jaar",
    365: "Binnen een jaar",
    730: "Binnen twee jaar",
}
"""The days of which the table tells, and their headings."""

YEAR: Final = 365
AT_RISK_MONTHS: Final = (0, 6, 12, 18, 24)
DAYS_A_MONTH: Final = 365.25 / 12
AXIS: Final = "Aandeel bij wie een volgend traject begon"
MONTHS_AXIS: Final = "Maanden na het einde van het traject"
MONTH: Final = "Maanden"
AFTER: Final = "Na het"
SHARE: Final = "Aandeel"
AT_RISK: Final = "Nog gevolgd"
NUMBER: Final = "Gevolgd vanaf het einde"
LEFT_HEADING: Final = "18 jaar of overleden binnen een jaar"
FREE_HEADING: Final = "Nog niets na een jaar"
TOO_FEW: Final = (
    "Bij deze keuze zijn er te weinig jeugdigen van wie een traject stopte en die lang genoeg te "
    "volgen zijn."
)
METHOD: Final = (
    "Elke jeugdige telt één keer na elk volgnummer, met de eerste reeks in de periode. De klok "
    "begint op de eerste dag zonder deze hulp en stopt bij het volgende traject, in dezelfde of "
    "een latere reeks. Wie nog niet lang te volgen is, telt mee zolang hij te volgen is "
    "(Aalen-Johansen). Wie 18 wordt of overlijdt, kan geen volgend traject krijgen en telt apart. "
    "Alleen het geboortejaar is bekend: 18 is iemand hier vanaf 1 januari na dat jaar."
)
UNSEEN: Final = (
    "Een verhuizing naar een andere gemeente is in declaraties niet te zien: zo iemand telt als "
    "'nog niets'. Reeksen die al liepen toen de gegevens begonnen, hebben geen volgnummer en "
    "tellen niet mee."
)
STEPS_SHARED: Final = (
    f"Elke trede van een lijn staat voor ten minste {general.LEAST} jeugdigen. Een lijn stopt waar "
    f"minder dan {general.LEAST} jeugdigen nog te volgen zijn."
)
STANDS: Final[Mapping[str, str]] = {
    "running": "loopt het nog",
    "too_recent": "is het te recent om te weten",
    "unknown_end": "is het einde niet geleverd",
}


def finding(curves: pd.DataFrame) -> str:
    """Say how many go on within a year after a first trajectory, and how many at once."""
    within, at_once = (value_at(curves, 1, NEXT, day) for day in (YEAR, 0))
    if within is None:
        return TOO_FEW
    directly = (
        ""
        if at_once is None
        else f" Bij {general.percent(at_once)} sluit het aan, of liep het al voor het einde."
    )
    return (
        f"Na een eerste traject begint bij {general.percent(within)} van de jeugdigen binnen een "
        f"jaar een volgend traject.{directly}"
    )


def value_at(curves: pd.DataFrame, position: int, cause: str, day: int) -> float | None:
    """Read a published curve on a day of its grid; None when it may not be shown or known."""
    at = (curves["position"] == position) & (curves["cause"] == cause) & (curves["day"] == day)
    rows = curves[at & curves["shown"].notna()]["incidence"].dropna()
    return float(rows.iloc[0]) if len(rows) else None


def lines_of(curves: pd.DataFrame) -> pd.DataFrame:
    """Give the points of the lines to draw: ``month``, ``share``, ``label`` and ``position``."""
    shown = curves[(curves["cause"] == NEXT) & curves["shown"].notna()].dropna(subset=["incidence"])
    return pd.DataFrame(
        {
            "position": shown["position"].astype(int),
            "label": [name_of(position) for position in shown["position"]],
            "month": (shown["day"].astype(float) / DAYS_A_MONTH).round().astype(int),
            "share": shown["incidence"].astype(float),
            "words": [general.percent(share) for share in shown["incidence"]],
        }
    )


def at_risk_of(curves: pd.DataFrame) -> pd.DataFrame:
    """Give the numbers under the lines: ``position``, ``label``, ``month`` and ``words``."""
    one = curves[curves["cause"] == NEXT]
    rows = one.assign(month=(one["day"].astype(float) / DAYS_A_MONTH).round().astype(int))
    rows = rows[rows["month"].isin(AT_RISK_MONTHS)]
    return pd.DataFrame(
        {
            "position": rows["position"].astype(int),
            "label": [name_of(position) for position in rows["position"]],
            "month": rows["month"],
            "words": [general.count(number) for number in rows["at_risk"]],
        }
    )


def name_of(position: int) -> str:
    """Name a line: 'na het 1e traject'."""
    return f"na het {position}e traject"


def table_of(curves: pd.DataFrame) -> pd.DataFrame:
    """Write the curves as a table: a row a trajectory, the share that went on by then."""
    return pd.DataFrame([_row(curves, int(position)) for position in curves["position"].unique()])


def stands(counts: pd.DataFrame) -> str:
    """Say after how many first trajectories the clock could start, and why not after others."""
    first = counts[counts["position"] == 1].set_index("stand")["clients"]
    ended = first.get("ended")
    others = [
        f"bij {general.count(first[stand])} {words}"
        for stand, words in STANDS.items()
        if stand in first.index
    ]
    return (
        f"Van {general.count(ended)} jeugdigen stopte het eerste traject: over hen gaat de lijn. "
        f"Verder {general.listed(others)}. "
        if others
        else ""
    )


def first_days(counts: pd.DataFrame) -> str:
    """Say how many next trajectories began before the first one ended, and how many adjoined."""
    first = counts[counts["position"] == 1].set_index("first_day")["clients"]
    whole = total_of(first.reset_index(), "clients")
    before, adjoining = (share_of(first.get(name), whole) for name in ("before", "on"))
    if before is None or adjoining is None:
        return ""
    return (
        f"Bij {general.percent(before)} begon het volgende traject al voor het einde van het "
        f"eerste (overlap), bij {general.percent(adjoining)} op de dag erna: samen de eerste trede."
    )


def pause_label(rules: Rules) -> str:
    """Name the line of the longest pause within a chain."""
    return f"langste pauze in een reeks: {general.days(rules.chain_gap_days)}"


def _row(curves: pd.DataFrame, position: int) -> dict[str, str]:
    start = curves[(curves["position"] == position) & (curves["day"] == 0)]["at_risk"]
    shares = {day: value_at(curves, position, NEXT, day) for day in DAYS}
    left = value_at(curves, position, LEFT, YEAR)
    within = shares[YEAR]
    free = None if left is None or within is None else max(1 - left - within, 0.0)
    return {
        AFTER: f"{position}e traject",
        NUMBER: general.count(start.iloc[0] if len(start) else None),
        **{heading: general.percent(shares[day]) for day, heading in DAYS.items()},
        LEFT_HEADING: general.percent(left),
        FREE_HEADING: general.percent(free),
    }
