"""Dutch of why trajectories ended, what came next, and what entry cohorts went on to."""

from collections.abc import Mapping
from typing import Final

import pandas as pd

from core.complements import drop_alone
from core.disclosure import share_of, shares_of, total_of
from core.text import general

REASONS: Final[Mapping[str, str]] = {
    "planned": "volgens plan",
    "early": "voortijdig",
    "switched": "overstap naar andere aanbieder",
    "else": "andere reden",
    "undelivered": "reden niet geleverd",
}
OUTCOMES: Final[Mapping[str, str]] = {
    "up": "Zwaarder",
    "same": "Even zwaar",
    "down": "Lichter",
    "unranked": "Niet op de ladder",
    "others": "Anders",
    "none": "Niets binnen een jaar",
}
TITLE: Final = "Reden van einde, en wat er binnen een jaar volgde"
REASON: Final = "Reden van einde"
NUMBER: Final = "Trajecten"
ABSENT: Final = "–"
NOTE: Final = (
    "Alleen trajecten die ten minste een jaar voor de laatste zekere dag stopten: alle zijn even "
    "lang gevolgd. Zwaarder en lichter gaan over de trede van het volgende traject naast die van "
    "dit traject. Anders: wat te weinig voorkwam om apart te tonen. Een streepje: komt niet voor, "
    "of zit in Anders. Waarom iets volgde, zegt dit niet."
)
COHORTS_TITLE: Final = "Wie in een jaar begon, even lang gevolgd"
COHORTS_NOTE: Final = (
    "Hier begint de klok bij het begin van het traject, en telt alleen mee wie zo lang te volgen "
    "is. Jaren zijn zo eerlijk te vergelijken. De rij stopt waar nog te kort te volgen is."
)
COHORT: Final = "Begonnen in"
POSITION: Final = "Na welk traject?"
POSITIONS: Final[Mapping[int, str]] = {1: "het eerste", 2: "het tweede", 3: "het derde"}


def finding(counts: pd.DataFrame) -> str:
    """Say what followed more heavily after an early end and after one as planned."""
    shares = _shares(counts)
    up = shares[shares["outcome"] == "up"].set_index("reason")["share"]
    early, planned = up.get("early"), up.get("planned")
    if early is None or planned is None or pd.isna(early) or pd.isna(planned):
        return f"{TITLE}."
    return (
        f"Na een voortijdig einde volgde bij {general.percent(early)} binnen een jaar zwaardere "
        f"hulp, na een einde volgens plan bij {general.percent(planned)}."
    )


def table_of(counts: pd.DataFrame) -> pd.DataFrame:
    """Write reasons and what came next as a table of shares, a row a reason with its number."""
    shares = _shares(counts)
    rows = [
        _row(reason, shares[shares["reason"] == reason])
        for reason in REASONS
        if (shares["reason"] == reason).any()
    ]
    return pd.DataFrame(rows, columns=[REASON, NUMBER, *OUTCOMES.values()])


def cohort_table(parts: Mapping[int, pd.DataFrame]) -> pd.DataFrame:
    """Write what share of entry cohorts went on within so many months, a row a year."""
    cohorts = sorted({int(year) for table in parts.values() for year in table["cohort"]})
    columns: dict[str, list[str]] = {COHORT: [str(year) for year in cohorts]}
    for months, table in parts.items():
        rows = [table[table["cohort"] == year] for year in cohorts]
        columns[f"Gevolgd ({months} maanden)"] = [_whole(row) for row in rows]
        columns[f"Volgend traject binnen {months} maanden"] = [_reached(row) for row in rows]
    return pd.DataFrame(columns)


def _shares(counts: pd.DataFrame) -> pd.DataFrame:
    """Add the share within each reason; a reason with one outcome only is left out."""
    several = drop_alone(counts, ["reason"])
    return several.assign(share=shares_of(several, "trajectories", ["reason"]))


def _row(reason: str, part: pd.DataFrame) -> dict[str, str]:
    shares = part.set_index("outcome")["share"]
    return {
        REASON: REASONS[reason],
        NUMBER: general.count(total_of(part, "trajectories")),
        **{
            name: general.percent(shares[outcome]) if outcome in shares.index else ABSENT
            for outcome, name in OUTCOMES.items()
        },
    }


def _whole(row: pd.DataFrame) -> str:
    if row.empty:
        return "nog te kort"
    return general.count(row["whole"].iloc[0])


def _reached(row: pd.DataFrame) -> str:
    if row.empty:
        return "te recent om te weten"
    reached = row[row["reached"] == "yes"]["clients"]
    return general.percent(share_of(reached.iloc[0], row["whole"].iloc[0]))
