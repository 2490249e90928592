"""Dutch of the page Vergelijken: its question, its parts, and the sentence on top."""

from collections.abc import Mapping
from typing import Final

import pandas as pd

from core.text import general

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


def finding(name: str, year: int | None, own: float | None, group: pd.Series) -> str:
    """Say what the municipality spends per young person, and the middle one of its group.

    ``own`` is in euros, ``group`` the euros of its peers, some of which may be missing.
    """
    if year is None or own is None or pd.isna(own):
        return NO_SPENDING.format(name=name)
    spent = f"In {year} gaf {name} {general.euros(own * 100)} uit per jeugdige tot 23 jaar"
    known = group.dropna()
    if known.empty:
        return f"{spent}. Van de vergelijkgroep zijn geen uitgaven gepubliceerd."
    middle = general.euros(float(known.median()) * 100)
    return f"{spent}; bij de middelste van {of_group(len(known))} was dat {middle}."


def of_group(number: int) -> str:
    """Say how many municipalities a group holds."""
    return "1 vergelijkbare gemeente" if number == 1 else f"{number} vergelijkbare gemeenten"
