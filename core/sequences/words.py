"""The words between the places of a pattern: what follows, when, and what does not.

They are what people write, as headings of files are; so they stand here and not among the texts.
"""

from collections.abc import Mapping
from typing import Final, Literal

Anchor = Literal["anywhere", "first", "last"]
Unit = Literal["days", "months"]

NUMBERS: Final = {"een": 1, "één": 1, "twee": 2, "drie": 3, "vier": 4, "vijf": 5, "zes": 6}
MORE_NUMBERS: Final = {"negen": 9, "tien": 10, "twaalf": 12, "achttien": 18, "anderhalf": 1.5}
HALF: Final = "half"
UNITS: Final[Mapping[str, tuple[float, Unit]]] = {
    "dag": (1, "days"),
    "dagen": (1, "days"),
    "week": (7, "days"),
    "weken": (7, "days"),
    "maand": (1, "months"),
    "maanden": (1, "months"),
    "kwartaal": (3, "months"),
    "jaar": (12, "months"),
}
SEPARATORS: Final = (",", ";", ".", "en", "maar", "dat", "die")
DIRECT: Final = ("direct", "meteen", "onmiddellijk")
LATER: Final = ("daarna", "dan", "later", "gevolgd door")
ARROWS: Final = ("→", "->", ">")
ABSENT: Final = ("niet meer", "niet", "nooit", "zonder", "geen")
OPENINGS: Final[Mapping[str, Anchor]] = {
    "begint met": "first",
    "begon met": "first",
    "start met": "first",
    "eindigt met": "last",
    "eindigde met": "last",
    "stopt met": "last",
    "ooit": "anywhere",
}
PROVIDERS: Final[Mapping[str, Literal["same", "other"]]] = {
    "bij een andere aanbieder": "other",
    "bij andere aanbieder": "other",
    "bij dezelfde aanbieder": "same",
}
