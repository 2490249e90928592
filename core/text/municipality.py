"""Dutch of Het beeld van onze gemeente: its question, and how many young people have help."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import pandas as pd

from core.benchmark.surroundings import Place
from core.benchmark.youth_shares import BASES, MINORS, OFFENDERS, YOUTH
from core.opendata.publications import PROVISIONAL
from core.text import general

QUESTION: Final = "Hebben wij het goede beeld van de jeugd en de hulp in onze gemeente?"
TABS: Final = (
    "In het kort",
    "Vormen van hulp",
    "Leeftijd en geslacht",
    "Meer dan één regeling",
    "Stand en stroom",
)
WHAT: Final = "Wat telt?"
GROUPS: Final[Mapping[str, str]] = {
    "all": "Alle jeugdzorg",
    "help": "Jeugdhulp",
    "protection": "Jeugdbescherming",
    "probation": "Jeugdreclassering",
}
"""Youth care is help, protection and probation; the same three on every page."""

HAD: Final[Mapping[str, str]] = {
    "all": "jeugdzorg",
    "help": "jeugdhulp in natura",
    "protection": "jeugdbescherming",
    "probation": "jeugdreclassering",
    "several": "meer dan één regeling",
}
GROUP_NOTE: Final = (
    "Jeugdzorg is jeugdhulp, jeugdbescherming en jeugdreclassering samen. Een jeugdige telt in elk "
    "van de drie één keer. Jeugdhulp gaat over jeugdigen tot 23 jaar, jeugdbescherming over "
    "jeugdigen tot 18 en jeugdreclassering over jeugdigen van 12 tot 23."
)
BASE_NAMES: Final[Mapping[Sequence[str], str]] = {
    YOUTH: "jeugdigen tot 23 jaar",
    MINORS: "jeugdigen tot 18 jaar",
    OFFENDERS: "jeugdigen van 12 tot 23 jaar",
}
UNKNOWN: Final = "onbekend"
PROVISIONAL_MARK: Final = "◔ voorlopig"
DEFINITIVE: Final = "definitief"
PLACE: Final = "Gebied"
SHARE: Final = "Aandeel"
MARGIN: Final = "Marge (95%)"
YEAR: Final = "Jaar"
STATE: Final = "Stand"
TREND: Final = "Aandeel per jaar"
TREND_LABEL: Final = (
    "Tussen 2020 en 2021 is de lijn onderbroken: vanaf 2021 leveren veel meer aanbieders gegevens "
    "aan, dus de jaren ervoor en erna zijn niet te vergelijken. Sinds 2022 telt een jeugdige met "
    "verblijf bij de gemeente waar die het laatst zelf woonde. Een open rondje is voorlopig: het "
    "jaar komt bij de volgende publicatie iets hoger uit. De gekleurde band is de marge (95%)."
)
YOUTH_18: Final = "Jeugdigen tot 18"
YOUTH_MEANING: Final = "Zoveel jeugdigen van deze leeftijd woonden er op 1 januari van {year}."
NUMBER_MEANING: Final = "Verschillende jeugdigen in {year}, afgerond op vijftallen door het CBS."
SHARE_MEANING: Final = "Van de {base}. Met 95% zekerheid tussen {low} en {high}."


def not_published(name: str, form: str) -> str:
    """Say that the figure of a region is not there, and why that may be."""
    return (
        f"Van {name} is niet bekend hoeveel jeugdigen {HAD[form]} hadden: het CBS publiceert geen "
        "aantallen onder de 10. Onbekend is niet nul."
    )


def base_name(form: str) -> str:
    """Name those of whom a form is a share."""
    if form == "several":
        return "jeugdigen met jeugdzorg"
    return BASE_NAMES[tuple(BASES.get(form, YOUTH))]


def finding(now: pd.DataFrame, places: Sequence[Place], form: str, zone: str) -> str:
    """Say the share of a region, those around it, and where that lies among all of its kind.

    ``now`` are ``USE_SHARES`` of one year; ``zone`` is one of ZONE_NAMES with what it is among,
    already in words, or empty when too few regions are known.
    """
    own = _row(now, places[0].region)
    others = [
        f"{general.percent(_row(now, place.region)['share'], 1)} {_inside(place)}"
        for place in places[1:]
        if pd.notna(_row(now, place.region)["share"])
    ]
    beside = f", tegen {general.listed(others)}" if others else ""
    told = " (voorlopig)" if own["status"] == PROVISIONAL else ""
    stands = f"; dat ligt {zone}" if zone else ""
    return (
        f"In {places[0].name} had in {int(own['year'])}{told} "
        f"{general.percent(own['share'], 1)} van de {base_name(form)} {HAD[form]}{beside}{stands}."
    )


def figures(own: "pd.Series[Any]", minors: float | None, form: str) -> list[tuple[str, str, str]]:
    """Write the key figures of a region: label, number, and what it means."""
    year = int(own["year"])
    low, high = (general.percent(own[bound], 1) for bound in ("low", "high"))
    share = SHARE_MEANING.format(base=base_name(form), low=low, high=high)
    return [
        (YOUTH_18, count(minors), YOUTH_MEANING.format(year=year)),
        (base_name(form).capitalize(), count(own["people"]), YOUTH_MEANING.format(year=year)),
        (f"Met {HAD[form]}", count(own["number"]), NUMBER_MEANING.format(year=year)),
        (SHARE, share_words(own["share"]), share),
    ]


def trend_finding(points: pd.DataFrame, own: Place) -> str:
    """Say how the share went in the years that compare: from the last break on."""
    rows = points[points["region"] == own.region].sort_values("year")
    era = rows[rows["era"] == rows["era"].max()]
    first, last = era.iloc[0], era.iloc[-1]
    if first["year"] == last["year"]:
        return TREND
    return (
        f"Van {int(first['year'])} tot en met {int(last['year'])} ging het aandeel in {own.name} "
        f"van {first['words']} naar {last['words']}{' (voorlopig)' if last['told'] else ''}."
    )


def table_of(now: pd.DataFrame, places: Sequence[Place], form: str) -> pd.DataFrame:
    """Write the shares of a region and those around it, each with its numbers and margin."""
    rows = [_row(now, place.region) for place in places]
    known = [pd.notna(row["share"]) for row in rows]
    return pd.DataFrame(
        {
            PLACE: [place.name for place in places],
            base_name(form).capitalize(): [count(row["people"]) for row in rows],
            f"Met {HAD[form]}": [count(row["number"]) for row in rows],
            SHARE: [share_words(row["share"]) for row in rows],
            MARGIN: [
                f"{general.percent(row['low'], 1)} tot {general.percent(row['high'], 1)}"
                if there
                else UNKNOWN
                for row, there in zip(rows, known, strict=True)
            ],
            YEAR: [str(int(row["year"])) for row in rows],
            STATE: [state(row["status"]) for row in rows],
        }
    )


def trend_table(shares: pd.DataFrame, places: Sequence[Place]) -> pd.DataFrame:
    """Write the shares as a table, a row a year and a column a region."""
    years = sorted(set(shares["year"]))
    found = shares.set_index(["region", "year"])
    own = shares[shares["region"] == places[0].region].set_index("year")
    columns = {
        place.name: [share_words(found["share"].get((place.region, year))) for year in years]
        for place in places
    }
    states = [state(own["status"].get(year, "")) for year in years]
    return pd.DataFrame({YEAR: [str(year) for year in years], **columns, STATE: states})


def share_words(share: float | None) -> str:
    """Write a published share with one decimal; what is not published is unknown."""
    return UNKNOWN if share is None or pd.isna(share) else general.percent(share, 1)


def count(published: float | None) -> str:
    """Write a published number; what is not published is unknown, never zero."""
    return UNKNOWN if published is None or pd.isna(published) else general.number(published)


def state(status: str) -> str:
    """Say whether a figure may still change."""
    return {"": UNKNOWN, PROVISIONAL: PROVISIONAL_MARK}.get(status, DEFINITIVE)


def _inside(place: Place) -> str:
    return "in het hele land" if place.role == "country" else f"in {place.name}"


def _row(now: pd.DataFrame, region: str) -> "pd.Series[Any]":
    """Find the row of a region; one that has none is all unknown."""
    rows = now[now["region"] == region]
    if len(rows):
        return rows.iloc[0]
    year = now["year"].max() if len(now) else 0
    return pd.Series({**dict.fromkeys(now.columns), "year": year, "status": ""})
