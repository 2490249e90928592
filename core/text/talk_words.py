"""Dutch of what a talk tells: who was there and what was concluded."""

from collections.abc import Mapping
from typing import Final

from core.tables import MISSING
from core.talk_codes import BETWEEN
from core.text import general

NOT_FILLED: Final = "niet ingevuld"

CONCLUSIONS: Final[Mapping[str, str]] = {
    "stop": "hulp afronden",
    "step_down": "lichtere hulp",
    "same": "verder met dezelfde hulp",
    "other_approach": "andere aanpak",
    "step_up": "zwaardere hulp",
    MISSING: NOT_FILLED,
}
"""What a talk concluded, in the order of the ladder; the last is nobody wrote it down."""

YOUTH_PRESENT: Final[Mapping[str, str]] = {
    "yes": "ja",
    "no": "nee",
    MISSING: "onbekend",
}

PARTIES: Final[Mapping[str, str]] = {
    "parents": "ouders of verzorgers",
    "provider": "huidige aanbieder",
    "next_provider": "nieuwe aanbieder",
    "access": "gemeentelijke toegang of wijkteam",
    "guardian": "gecertificeerde instelling",
    "school": "school",
    "doctor": "huisarts of jeugdarts",
}
"""Roles, never names."""


def parties(codes: str) -> str:
    """Write who were there: roles, or how many when only that was told."""
    if not codes:
        return NOT_FILLED
    if codes.isdecimal():
        return f"{codes} partijen"
    return general.listed([PARTIES[code] for code in codes.split(BETWEEN)])
