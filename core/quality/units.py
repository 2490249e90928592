"""Units of care (WJ756 of iJw): which word means which, and how much of it fits in a day.

Words compare without regard to case, spaces and punctuation.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Final

from core.referrers import plain_word


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: its code, the most of it that fits in one day (0: no limit), and its words."""

    code: str
    most_a_day: int
    words: tuple[str, ...]


EUROS: Final = "83"

UNITS: Final = (
    Unit("01", 24 * 60, ("1", "minuut", "minuten", "min")),
    Unit("04", 24, ("4", "uur", "uren")),
    Unit("14", 1, ("etmaal", "etmalen", "dag", "dagen")),
    Unit("16", 6, ("dagdeel", "dagdelen", "dagdeel (4 uur)")),
    Unit("21", 0, ("week", "weken")),  # old
    Unit("81", 0, ("tijdsonafhankelijk",)),  # until 2019
    Unit("82", 0, ("stuks (output)", "output (stuks)", "stuks", "stuk")),
    Unit(EUROS, 0, ("euro", "euro's")),
    Unit("84", 0, ("stuks (inspanning)", "inspanning (stuks)")),
)
"""The list, and the codes that were in it before. An etmaal is a day with a night."""


def _by_word() -> dict[str, Unit]:
    return {plain_word(word): unit for unit in UNITS for word in (unit.code, *unit.words)}


BY_WORD: Final[Mapping[str, Unit]] = _by_word()


def unit_of(delivered: str) -> Unit | None:
    """Find the unit that a code or a word means, or None."""
    return BY_WORD.get(plain_word(delivered))


def labels_of(codes: Iterable[str], delivered: Iterable[str]) -> tuple[str, ...]:
    """Pick the delivered units that mean one of these codes."""
    wanted = set(codes)
    found = ((label, unit_of(label)) for label in delivered)
    return tuple(sorted(label for label, unit in found if unit and unit.code in wanted))
