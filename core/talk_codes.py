"""Codes of an evaluation talk: was the young person there, who else, and what was concluded.

Short lists instead of free text: a register of talks holds nothing about a child but these. The
words on the right are those in which files may say the same; case and outer spaces do not matter.
"""

from collections.abc import Mapping
from typing import Final

from core.tables import MISSING

YOUTH_WORDS: Final[Mapping[str, str]] = {
    **dict.fromkeys(("ja", "j", "yes", "y", "true", "1"), "yes"),
    **dict.fromkeys(("nee", "n", "no", "false", "0"), "no"),
    **dict.fromkeys(("", "onbekend", "unknown", "?"), MISSING),
}
"""Whether the young person was there: yes, no, or MISSING when nobody knows."""

CONCLUSIONS: Final = ("stop", "step_down", "same", "other_approach", "step_up")
"""What a talk may conclude, from no help to heavier help; MISSING when nobody wrote it down."""

CONCLUSION_WORDS: Final[Mapping[str, str]] = {
    **{code: code for code in CONCLUSIONS},
    **dict.fromkeys(("stoppen", "afronden", "hulp afronden", "hulp stopt", "geen hulp"), "stop"),
    **dict.fromkeys(("lichter", "lichtere hulp", "afschalen", "afschaling"), "step_down"),
    **dict.fromkeys(
        ("zelfde", "dezelfde hulp", "verder met dezelfde hulp", "verlengen", "doorgaan"), "same"
    ),
    **dict.fromkeys(("anders", "andere hulp", "andere aanpak", "other"), "other_approach"),
    **dict.fromkeys(("zwaarder", "zwaardere hulp", "opschalen", "opschaling"), "step_up"),
    **dict.fromkeys(("", "onbekend", "unknown"), MISSING),
}

PARTIES: Final = ("parents", "provider", "next_provider", "access", "guardian", "school", "doctor")
"""Who may sit at the table beside the young person, as roles: never the name of a person."""

PARTY_WORDS: Final[Mapping[str, str]] = {
    **{code: code for code in PARTIES},
    **dict.fromkeys(("ouders", "ouder", "opvoeders", "verzorgers"), "parents"),
    **dict.fromkeys(("aanbieder", "huidige aanbieder"), "provider"),
    **dict.fromkeys(("nieuwe aanbieder", "volgende aanbieder"), "next_provider"),
    **dict.fromkeys(("toegang", "gemeente", "wijkteam", "lokaal team"), "access"),
    **dict.fromkeys(("gi", "gecertificeerde instelling", "voogd"), "guardian"),
    **dict.fromkeys(("school", "onderwijs"), "school"),
    **dict.fromkeys(("huisarts", "jeugdarts", "arts"), "doctor"),
}

BETWEEN: Final = "+"
"""Parts roles in one cell."""

MOST_PARTIES: Final = 99


def youth_present_of(text: str) -> str | None:
    """Read whether the young person was there; None for a word that is not in the list."""
    return YOUTH_WORDS.get(_plain(text))


def conclusion_of(text: str) -> str | None:
    """Read a conclusion as its code; None for a word that is not in the list."""
    return CONCLUSION_WORDS.get(_plain(text))


def parties_of(text: str) -> str | None:
    """Read who was there: roles in the order of ``PARTIES``, or only their number.

    Roles may be parted by a plus, a slash, a bar, a comma or a semicolon. None for anything else.
    """
    if text.isdecimal():
        return str(int(text)) if int(text) <= MOST_PARTIES else None
    parted = text.translate(str.maketrans("/|,;", BETWEEN * 4)).split(BETWEEN)
    roles = [PARTY_WORDS.get(_plain(word)) for word in parted if _plain(word)]
    return None if None in roles else BETWEEN.join(role for role in PARTIES if role in roles)


def _plain(text: str) -> str:
    return " ".join(text.casefold().split())
