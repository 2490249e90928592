"""Dutch of the page Vergelijken: its question, its parts, and the sentence on top."""

from collections.abc import Mapping, Sequence
from typing import Final

import pandas as pd

from core.text import general
from core.text.funnel import year_words

QUESTION: Final = "Zijn wij anders dan gemeenten die op ons lijken?"
TABS: Final[Mapping[str, str]] = {
    "group": "Vergelijkgroep",
    "spending": "Uitgaven sinds 2015",
    "difference": "Waar zit het verschil",
    "ordinary": "Gewone verschillen",
}
NO_SPENDING: Final = (
    "Vergelijk {name} met gemeenten die op haar lijken. Over haar uitgaven is niets gepubliceerd."
)

EMPTY_GROUP: Final = "In de vergelijkgroep zit nog geen gemeente."

SHARES: Final[Mapping[str, str]] = {
    "help": "het deel jeugdigen met hulp",
    "stay": "het deel hulp met verblijf",
    "protection": "het deel met jeugdbescherming",
}
PLACES: Final[Mapping[str, str]] = {
    "edge": "ligt aan de rand van de gewone spreiding",
    "outside": "ligt buiten de gewone spreiding",
}


def finding(
    name: str,
    year: int | None,
    own: float | None,
    group: pd.Series,
    *,
    provisional: bool = False,
) -> str:
    """Say what the municipality spends per young person, and the middle one of its group.

    ``own`` is in euros, ``group`` the euros of its peers, some of which may be missing.
    """
    if year is None or own is None or pd.isna(own):
        return NO_SPENDING.format(name=name)
    when = year_words(year, provisional=provisional)
    spent = f"In {when} gaf {name} {_euros(own)} uit per jeugdige tot 23 jaar"
    if group.empty:
        return f"{spent}. {EMPTY_GROUP}"
    known = group.dropna()
    if known.empty:
        return f"{spent}. Van de vergelijkgroep zijn geen uitgaven gepubliceerd."
    middle = _euros(float(known.median()))
    return f"{spent}; bij de middelste van {of_group(len(known))} was dat {middle}."


def remarkable(places: Mapping[str, str], years: Sequence[tuple[int, bool]]) -> str:
    """Point out which shares lie at the edge of ordinary differences or outside; or that none does.

    ``places`` gives for each share that is known where it lies (``core.text.funnel.PLACES``);
    ``years`` are those of the shares, each with whether it is provisional.
    """
    if not places:
        return ""
    when = general.listed([year_words(year, provisional=told) for year, told in years])
    odd = [f"{SHARES[name]} {PLACES[place]}" for name, place in places.items() if place != "inside"]
    if odd:
        return (
            f"Opvallend in {when}: {general.listed(odd)}. Een vraag voor het gesprek, geen oordeel."
        )
    known = general.listed([SHARES[name] for name in places])
    return f"Binnen de gewone spreiding in {when}: {known}."


def of_group(number: int) -> str:
    """Say how many municipalities of a group have a figure."""
    return "1 gemeente in de groep" if number == 1 else f"de {number} gemeenten in de groep"


def _euros(value: float) -> str:
    """Write euros so that sign and number stay on one line."""
    return general.euros(value * 100).replace(" ", "\N{NO-BREAK SPACE}")
