"""Dutch of the data sets that are kept: the list, opening, a next delivery, and deleting."""

from collections.abc import Sequence
from datetime import datetime
from typing import Final
from zoneinfo import ZoneInfo

from core.text import general

HERE: Final = ZoneInfo("Europe/Amsterdam")

TITLE: Final = "Bewaarde gegevens"
EMPTY: Final = (
    "Er is nog niets bewaard. Lees hieronder uw eerste bestand in, of kijk eerst rond in de "
    "voorbeeldregio met verzonnen gegevens."
)
OPEN_SAMPLE: Final = "Open de voorbeeldregio"
OPENING: Final = "De voorbeeldregio wordt geopend. Dit duurt even."
EMPTY_BESIDE_SAMPLE: Final = (
    "Er is nog niets bewaard. De voorbeeldregio hoort bij de app en staat hier niet bij."
)
NOT_KEPT: Final = "Op deze computer wordt niets bewaard: sluit u dit venster, dan is alles weg."

WHICH: Final = "Welke gegevens?"
WHICH_VERSION: Final = "Welke levering?"
NEWEST: Final = "nieuwste"
OPEN: Final = "Open"
IS_OPEN: Final = "Nu geopend"
NEXT_DELIVERY: Final = "Lees een nieuwe levering hiervan in"
DELETE: Final = "Verwijder"
YES_DELETE: Final = "Ja, verwijder voorgoed"
NO_DELETE: Final = "Nee, bewaar"
SIDE_BY_SIDE: Final = "Leveringen naast elkaar"

LINES: Final = "Regels gelezen"
DELIVERY: Final = "Levering"
HEADINGS: Final = (
    "Gegevens",
    "Van wie",
    "Begindatums",
    LINES,
    DELIVERY,
    "Ingelezen op",
    "Door",
    "Bewaard tot",
)
WHAT: Final = "Wat"

SIDES: Final = {
    (): "niet bekend",
    ("municipality",): "gemeente",
    ("provider",): "aanbieder",
    ("municipality", "provider"): "gemeente en aanbieder",
}

CANCEL_NEXT: Final = "Toch geen nieuwe levering"


def delivery(version: int) -> str:
    """Name a delivery by its number."""
    return f"Levering {version}"


def titled(title: str, version: int) -> str:
    """Name what is open; a later delivery says which."""
    return title if version == 1 else f"{title}, {delivery(version).lower()}"


def delivered(version: int, *, newest: bool) -> str:
    """Name a delivery among others."""
    return f"{delivery(version)} ({NEWEST})" if newest else delivery(version)


def named(title: str, at: str) -> str:
    """Name a data set so that two of one title can be told apart."""
    return f"{title} (ingelezen op {moment(at)})"


def moment(at: str) -> str:
    """Write a moment in UTC as the clock here showed it: 31-12-2024 14:05."""
    return f"{datetime.fromisoformat(at).astimezone(HERE):%d-%m-%Y %H:%M}"


def ask_delete(title: str, version: int, *, is_open: bool) -> str:
    """Ask whether a delivery may really go."""
    opened = " Deze gegevens zijn nu geopend en gaan dan dicht." if is_open else ""
    return (
        f"Wilt u {title}, {delivery(version).lower()}, verwijderen? Dat kan niet ongedaan worden "
        f"gemaakt. Ook collega's kunnen deze levering dan niet meer openen.{opened}"
    )


def next_of(title: str, version: int) -> str:
    """Say of which data set the files below will be the next delivery."""
    return f"De bestanden die u nu inleest, worden levering {version} van “{title}”."


def newer(title: str, version: int, address: str) -> str:
    """Offer the newest delivery at an address."""
    return (
        f"Er is een nieuwere levering van deze gegevens: {general.literal(title)}, "
        f"{delivery(version).lower()}. [Open de nieuwste levering]({address})"
    )


def already(at: str) -> str:
    """Say that the same files came before."""
    return (
        f"Dit was al ingelezen op {moment(at)}, met dezelfde keuzes. Er is niets dubbel "
        "bewaard; die gegevens zijn nu geopend."
    )


def deleted(title: str) -> str:
    """Say that a delivery is gone."""
    return f"{title} is verwijderd: de bestanden zijn van de schijf gewist."


def sides(told: Sequence[str]) -> str:
    """Say whose lines stand in a data set."""
    return SIDES.get(tuple(sorted(told)), SIDES[()])


def between(first: str, last: str) -> str:
    """Write a period between two days."""
    return f"{first} t/m {last}"
