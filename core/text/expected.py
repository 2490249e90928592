"""Dutch of the page Verwacht en werkelijk: the answer, and where a region stands."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

import pandas as pd

from core.text import general

QUESTION: Final = "Is dit wat we mogen verwachten?"
TABS: Final = (
    "Waar staan wij?",
    "Hulp, bescherming en reclassering",
    "Waar komt de verwachting vandaan?",
    "Modelkaart",
)
HOW: Final = "Hoe is deze verwachting gemaakt?"
WHAT: Final = "Soort jeugdzorg"
YEAR: Final = "Jaar"
KINDS: Final[Mapping[str, str]] = {
    "help": "Jeugdhulp in natura",
    "all": "Alle jeugdzorg",
    "protection": "Jeugdbescherming",
    "probation": "Jeugdreclassering",
}
FORM_NAMES: Final[Mapping[str, str]] = {
    **KINDS,
    "no_stay": "Jeugdhulp zonder verblijf",
    "local_team": "Door het wijkteam",
    "ambulatory": "Ambulant bij de aanbieder",
    "day_care": "Daghulp bij de aanbieder",
    "in_network": "In het eigen netwerk",
    "stay": "Jeugdhulp met verblijf",
    "foster": "Pleegzorg",
    "family": "Gezinsgericht",
    "secure": "Gesloten plaatsing",
    "other_stay": "Ander verblijf",
    "supervision": "Ondertoezichtstelling",
    "guardianship": "Voogdij",
}
YOUTH_NAMES: Final[Mapping[str, str]] = {
    "under_23": "jeugdigen tot 23 jaar",
    "under_18": "jeugdigen tot 18 jaar",
    "aged_12_to_22": "jeugdigen van 12 tot 23 jaar",
}
PLURALS: Final[Mapping[str, str]] = {
    "municipality": "gemeenten",
    "youth_region": "jeugdregio’s",
    "school_partnership": "samenwerkingsverbanden",
    "province": "provincies",
}
STANDINGS: Final[Mapping[str, str]] = {
    "within": "binnen de marge",
    "above": "meer dan verwacht",
    "below": "minder dan verwacht",
    "unknown": "niet te vergelijken",
}
SAID: Final[Mapping[str, str]] = {
    "within": "Dat is binnen de marge.",
    "above": "Dat is buiten de marge: meer dan verwacht.",
    "below": "Dat is buiten de marge: minder dan verwacht.",
}
TOO_SMALL: Final = (
    "Niet te vergelijken: van zulke kleine gemeenten zijn vooral de hogere cijfers gepubliceerd."
)
TOO_FEW: Final = "Niet te vergelijken: van te veel gemeenten ontbreekt een bruikbaar cijfer."
NO_YEARS: Final = (
    "Er is over geen enkel jaar bekend hoeveel jeugdigen per gemeente deze jeugdzorg hadden. Kies "
    "een andere soort, of ververs de open data op *Gegevens inlezen*."
)
NO_MODEL: Final = (
    "Voor deze soort jeugdzorg is geen verwachting te maken: van te weinig gemeenten is een cijfer "
    "gepubliceerd. Kies een andere soort of een ander jaar."
)
NOT_NJI: Final = (
    "De verwachting is een eigen schatting op open cijfers, niet die van het NJi; zie *Modelkaart*."
)
TALK: Final = (
    "Het verschil is een begin voor een gesprek met aanbieders, scholen, huisartsen en wijkteam: "
    "over de inzet van jeugdzorg, het signaleren en het toeleiden."
)
AROUND_TITLE: Final = "Naast de regio en het land"
BESIDE: Final[Mapping[str, str]] = {
    "municipality": "Leg er andere gemeenten naast",
    "youth_region": "Leg er andere jeugdregio’s naast",
    "school_partnership": "Leg er andere samenwerkingsverbanden naast",
    "province": "Leg er andere provincies naast",
}
NOBODY_BESIDE: Final = "Niets gekozen"
PLACE: Final = "Gebied"
MEMBERS: Final = "Gemeenten"
EXPECTED: Final = "Verwacht"
ACTUAL: Final = "Werkelijk"
MARGIN: Final = "Marge (95%)"
DIFFERENCE: Final = "Verschil"
STANDING: Final = "Stand"
SMALL_SHARE: Final = 0.02
"""Below this a share is written with two decimals."""


def form_name(form: str) -> str:
    """Name a kind of youth care; a form stands indented under the kinds."""
    return KINDS.get(form) or f"– {FORM_NAMES[form]}"


def year_name(year: int, *, provisional: bool) -> str:
    """Write a year, and that its figures may still change."""
    return f"{year} (voorlopig)" if provisional else str(year)


def share(value: float, like: float | None = None) -> str:
    """Write a share: 10,1%, or 0,31% when it (or what it stands beside) is small."""
    return general.percent(value, 2 if (like or value) < SMALL_SHARE else 1)


def points(value: float, like: float = 1.0) -> str:
    """Write a difference between shares in percentage points, with its sign: '+0,6'."""
    sign = "−" if value < 0 else "+"
    return f"{sign}{general.decimal(abs(value) * 100, 2 if like < SMALL_SHARE else 1)}"


def finding(name: str, form: str, when: str, row: "pd.Series[Any] | None", standing: str) -> str:
    """Say what was expected of a region and what was seen (a row of ``EXPECTED_USE``).

    ``when`` is the year as ``year_name`` writes it, so that what may still change says so.
    """
    start = f"{FORM_NAMES[form]} in {name} in {when}"
    if row is None:
        return f"{start}: van te weinig gemeenten is een cijfer gepubliceerd om te vergelijken."
    if pd.isna(row["expected"]):
        return f"{start}: geen verwachting, want een kenmerk is hier niet gepubliceerd."
    expected = f"{start}: verwacht {share(row['expected'])}"
    if pd.isna(row["actual"]):
        return f"{expected}; werkelijk is niet gepubliceerd (minder dan 10, of onbekend)."
    both = f"{expected}, werkelijk {share(row['actual'], row['expected'])}."
    if standing == "unknown":
        return f"{both} {TOO_SMALL if row['members'] == 1 else TOO_FEW}"
    return f"{both} {SAID[standing]}"


def basis(row: "pd.Series[Any]", youth: str, members: int, counted_in: int) -> str:
    """Say of whom the shares are, with the margin, and how many municipalities they stand on.

    ``counted_in`` is the year in which the young people were counted, 0 when nobody was.
    """
    when = f" (geteld in {counted_in})" if counted_in else ""
    whom = f"Van de {general.number(row['youth'])} {YOUTH_NAMES[youth]}{when}."
    margin = (
        f"{MARGIN}: zonder iets bijzonders ligt het werkelijke gebruik tussen {margin_words(row)}."
    )
    counted = int(row["members"])
    left = (
        f" Opgeteld over {counted} van {members} gemeenten; de andere zijn te klein of hebben geen "
        "gepubliceerd cijfer."
        if counted < members
        else f" Opgeteld over {counted} gemeenten."
    )
    return f"{whom} {margin}{left if members > 1 else ''}"


def margin_words(row: "pd.Series[Any]", last: str = "en") -> str:
    """Write the band of a row: '8,5% en 11,7%'."""
    return f"{share(row['low'], row['expected'])} {last} {share(row['high'], row['expected'])}"


def difference_words(row: "pd.Series[Any]") -> str:
    """Write the difference with its margin: '+0,5 (marge +0,1 tot +1,1)'."""
    like = row["expected"]
    low, high = row["actual"] - row["high"], row["actual"] - row["low"]
    margin = f"(marge {points(low, like)} tot {points(high, like)})"
    return f"{points(row['difference'], like)} {margin}"


def around_table(places: Sequence[tuple[str, "pd.Series[Any]", str]]) -> pd.DataFrame:
    """Write regions with their expected and actual use as a table; each with its standing."""
    rows = [row for _, row, _ in places]
    return pd.DataFrame(
        {
            PLACE: [name for name, _, _ in places],
            MEMBERS: [general.number(row["members"]) for row in rows],
            EXPECTED: [_known(row["expected"], row) for row in rows],
            MARGIN: ["–" if pd.isna(row["low"]) else margin_words(row, "tot") for row in rows],
            ACTUAL: [_known(row["actual"], row) for row in rows],
            STANDING: [STANDINGS[standing] for _, _, standing in places],
        }
    )


def _known(value: float, row: "pd.Series[Any]") -> str:
    return "niet gepubliceerd" if pd.isna(value) else share(value, row["expected"])
