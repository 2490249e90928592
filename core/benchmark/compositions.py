"""How a comparison group is composed, and the short text of it that travels in a link.

A text such as ``grootte.4~stedelijk.2+3~buren.10`` holds registered values only: classes, codes
of municipalities and a number. Between criteria all must hold, within one any of its values.
"""

import re
from dataclasses import dataclass, fields
from typing import Any, Final

from core.benchmark.characteristics import SOCIALS
from core.benchmark.growth import GROWTHS

BETWEEN: Final = "~"
INSIDE: Final = "."
EITHER: Final = "+"

SIZES: Final = tuple(range(1, 9))
URBANITIES: Final = tuple(range(1, 6))
NUMBERS: Final = (5, 8, 10, 12, 15, 20)
"""How many nearest neighbours may be asked for."""

MOST_PICKS: Final = 25
CODE: Final = re.compile(r"GM\d{4}")

EVERYBODY: Final = "buren.alle"
"""The text of a group that asks nothing."""

WORDS: Final = {
    "sizes": "grootte",
    "urbanities": "stedelijk",
    "socials": "sociaal",
    "growths": "groei",
    "nearest": "buren",
    "picks": "eigen",
}
"""What each criterion is called in a link."""

SOCIAL_WORDS: Final = dict(zip(SOCIALS, ("laag", "midden", "hoog"), strict=True))
GROWTH_WORDS: Final = dict(zip(GROWTHS, ("krimp", "straks", "stabiel", "groei"), strict=True))


@dataclass(frozen=True, slots=True)
class Composition:
    """Criteria of a group; an empty one asks nothing.

    ``nearest`` keeps the nearest neighbours of those that fit (0: all that fit); ``picks`` are
    added whatever they are like. With picks alone the group is those.
    """

    sizes: tuple[int, ...] = ()
    urbanities: tuple[int, ...] = ()
    socials: tuple[str, ...] = ()
    growths: tuple[str, ...] = ()
    nearest: int = 0
    picks: tuple[str, ...] = ()

    @property
    def only_picks(self) -> bool:
        """Tell whether nothing was asked but the picks."""
        criteria = (self.sizes, self.urbanities, self.socials, self.growths, self.nearest)
        return bool(self.picks) and not any(criteria)


def text_of(composition: Composition) -> str:
    """Write a composition as the text of a link."""
    parts = [
        f"{WORDS[field.name]}{INSIDE}{_written(field.name, getattr(composition, field.name))}"
        for field in fields(composition)
        if getattr(composition, field.name)
    ]
    return BETWEEN.join(parts) or EVERYBODY


def composition_of(text: str) -> Composition | None:
    """Read a text of ``text_of``; None when anything in it is not registered, or it is empty."""
    if text == EVERYBODY:
        return Composition()
    names = {word: name for name, word in WORDS.items()}
    found: dict[str, Any] = {}
    for part in text.split(BETWEEN):
        word, _, values = part.partition(INSIDE)
        name = names.get(word, "")
        read = _read(name, values.split(EITHER)) if name and name not in found else None
        if not read:
            return None
        found[name] = read
    return Composition(**found)


def _written(name: str, value: Any) -> str:  # noqa: ANN401 (a field of a composition)
    if name == "nearest":
        return str(value)
    words = {"socials": SOCIAL_WORDS, "growths": GROWTH_WORDS}.get(name, {})
    return EITHER.join(words.get(item, str(item)) for item in value)


def _read(name: str, words: list[str]) -> object:
    """Read the values of a criterion; nothing when one of them is not registered."""
    registered: dict[str, dict[str, Any]] = {
        "sizes": {str(size): size for size in SIZES},
        "urbanities": {str(urbanity): urbanity for urbanity in URBANITIES},
        "socials": {word: name for name, word in SOCIAL_WORDS.items()},
        "growths": {word: name for name, word in GROWTH_WORDS.items()},
        "nearest": {str(number): number for number in NUMBERS},
        "picks": {word: word for word in words[:MOST_PICKS] if CODE.fullmatch(word)},
    }
    known = registered[name]
    if not all(word in known for word in words):
        return None
    if name == "nearest":
        return known[words[0]] if len(words) == 1 else None
    return tuple(sorted({known[word] for word in words}, key=list(known.values()).index))
