"""Dutch of the part of the page Stapeling on youth care beside help by another law."""

from collections.abc import Mapping
from typing import Final

import pandas as pd

from core.disclosure import share_of
from core.text import general
from core.text.basics import year_label

QUESTION: Final = "Hoeveel jeugdigen hebben naast jeugdhulp ook hulp uit een andere regeling?"
NAMES: Final[Mapping[str, str]] = {
    "youth": "Jeugdwet",
    "wmo": "Wmo",
    "participatiewet": "Participatiewet",
    "wlz": "Wlz",
    "zvw": "Zvw",
    "schuldhulp": "schuldhulp",
}
HOW_NAMES: Final[Mapping[str, str]] = {
    "alone": "alleen Jeugdwet",
    "together": "tegelijk",
    "apart": "na elkaar",
}
REST: Final = "overige combinaties"
NO_DATA: Final = (
    "Er zijn geen regels van andere regelingen geladen. Lees bij Gegevens inlezen een bestand mee "
    "in met een kolom Regeling (of Wet), waarin per regel Jeugdwet, Wmo, Participatiewet, Wlz, Zvw "
    "of schuldhulp staat, met dezelfde pseudoniemen als de jeugdhulp."
)
TITLE: Final = "Jeugdwet samen met andere regelingen"
SCHEMES: Final = "Regelingen"
HOW: Final = "Hoe"
CLIENTS: Final = "Jeugdigen"
SHARE: Final = "Deel van de jeugdigen met jeugdhulp"
AXIS: Final = "Jeugdigen met jeugdhulp in de periode"
PERIOD: Final = "Periode"
WHOLE: Final = "hele periode"
NOTE: Final = (
    "Tegelijk: op ten minste één dag liepen jeugdhulp en een andere regeling allebei. Na elkaar: "
    "beide kwamen voor in de periode of het jaar, maar nooit op één dag. Alleen jeugdigen met "
    "jeugdhulp tellen mee. Regels van andere regelingen tellen nergens anders in de app mee: niet "
    "als traject, niet in reeksen en niet bij regie op drie."
)
TOO_FEW: Final = "Te weinig jeugdigen hebben naast jeugdhulp een andere regeling om iets te tonen."


def finding(counts: pd.DataFrame) -> str:
    """Say how many had another scheme beside youth care at the same time, in the whole period."""
    rows = counts[counts["year"] == 0]
    both = rows[rows["how"] == "together"]["number"]
    number, whole = _sum(both), _sum(rows["number"])
    if number is None or whole is None:
        return TOO_FEW
    return (
        f"Van de {general.count(whole)} jeugdigen met jeugdhulp had "
        f"{general.percent(share_of(number, whole))} op ten minste één dag tegelijk hulp uit een "
        f"andere regeling: {general.count(number)} jeugdigen."
    )


def bars_of_schemes(counts: pd.DataFrame) -> pd.DataFrame:
    """Lay out the sets of the whole period for the picture, largest first; alone is left out."""
    rows = counts[(counts["year"] == 0) & (counts["how"] != "alone")].dropna(subset=["number"])
    ordered = rows.sort_values(["number", "schemes", "how"], ascending=[False, True, True])
    return pd.DataFrame(
        {
            "name": list(map(combined, ordered["schemes"], ordered["how"])),
            "how": [HOW_NAMES.get(how, REST) for how in ordered["how"]],
            "clients": ordered["number"].astype(float).tolist(),
            "words": ordered["number"].map(general.count).tolist(),
        }
    )


def rows_of_schemes(counts: pd.DataFrame, as_of: int) -> pd.DataFrame:
    """Write the sets of each year as a table of text, the whole period first."""
    places = {how: place for place, how in enumerate(("together", "apart", "alone", ""))}
    ordered = counts.assign(place=counts["how"].map(places)).sort_values(
        ["year", "place", "schemes"]
    )
    wholes = {year: _sum(rows["number"]) for year, rows in counts.groupby("year")}
    return pd.DataFrame(
        {
            PERIOD: [_period(int(year), as_of) for year in ordered["year"]],
            SCHEMES: [named(schemes) for schemes in ordered["schemes"]],
            HOW: [HOW_NAMES.get(how, "–") for how in ordered["how"]],
            CLIENTS: ordered["number"].map(general.count).tolist(),
            SHARE: [
                general.percent(share_of(number, wholes[year]))
                for number, year in zip(ordered["number"], ordered["year"], strict=True)
            ],
        }
    )


def combined(schemes: str, how: str) -> str:
    """Name a set of schemes and how they were had."""
    return f"{named(schemes)}, {HOW_NAMES[how]}" if how else named(schemes)


def named(schemes: str) -> str:
    """Name a set of schemes; the rest of the sets has a name of its own."""
    parts = [NAMES[code] for code in schemes.split("+") if code in NAMES]
    return " + ".join(parts) or REST


def _period(year: int, as_of: int) -> str:
    return year_label(year, as_of) if year else WHOLE


def _sum(numbers: "pd.Series[int]") -> int | None:
    return None if numbers.empty or numbers.isna().any() else int(numbers.sum())
