"""Who refers: the national list, and the words in which it is delivered.

The order is that of the list (COD327 of iJw) and the same everywhere, so that nobody is ranked.
Delivered words compare without regard to case, spaces and punctuation. Whatever is not in the
list stays as it was delivered. "Nobody referred" is an answer; not delivered is not.
"""

import re
from collections.abc import Mapping
from typing import Final

from core.codes import REFERRERS

UNKNOWN_CODE: Final = "07"
UNKNOWN_REFERRER: Final = REFERRERS[UNKNOWN_CODE]

SYNONYMS: Final[Mapping[str, tuple[str, ...]]] = {
    "01": ("gemeentelijke toegang", "toegang", "wijkteam", "lokaal team", "jeugdteam", "CJG"),
    "02": (
        "huisarts of POH",
        "huisarts/POH",
        "POH",
        "POH-jeugd",
        "POH-ggz",
        "praktijkondersteuner",
    ),
    "03": ("jeugdarts GGD", "JGZ", "jeugdgezondheidszorg"),
    "04": ("GI", "gecertificeerde instelling (GI)"),
    "05": ("specialist", "medisch-specialist", "kinderarts"),
    "06": ("zelfverwijzer", "zelf", "geen", "zelfverwijzer/geen verwijzer"),
    UNKNOWN_CODE: ("verwijzer onbekend", "niet bekend"),
    "08": (
        *("rechter", "officier van justitie", "JJI", "rechter/OvJ/JJI", "kinderrechter"),
        "rechter, officier van justitie, functionaris JJI",
    ),
}
"""Other words for the same referrer, by code."""

IN_ORDER: Final = tuple(label for code, label in REFERRERS.items() if code != UNKNOWN_CODE)
"""The labels that people read, in the order of the list; unknown is no referrer."""

SEPARATORS: Final = "[^a-z0-9]"
"""What does not matter in a delivered word, once in lower case, as a regular expression."""


def plain_word(word: str) -> str:
    """Reduce a word to what matters when it is compared."""
    return re.sub(SEPARATORS, "", word.lower())


def _words_of(code: str, label: str) -> tuple[str, ...]:
    words = (code, code.lstrip("0"), f"{code} {label}", label, *SYNONYMS[code])
    return tuple(dict.fromkeys(plain_word(word) for word in words))


WORDS: Final[Mapping[str, tuple[str, ...]]] = {
    label: _words_of(code, label) for code, label in REFERRERS.items()
}
"""The plain words of each label."""


def in_order(labels: list[str]) -> list[str]:
    """Order labels: the national list, then others by name, then unknown and not delivered."""
    last = {UNKNOWN_REFERRER: 1, "": 2}
    places = {label: place for place, label in enumerate(IN_ORDER)}
    return sorted(
        set(labels), key=lambda label: (last.get(label, 0), places.get(label, len(places)), label)
    )
