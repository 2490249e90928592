"""Patterns in the order of help: what a chain has to look like, as values.

A pattern is a number of *paths* that must all hold: places that follow each other ("wijkteam, then
ggz within a year"), or one place that opens or closes the chain, or that stands nowhere in it.
``core.sequences.asking`` reads patterns from Dutch words, ``core.sequences.matching`` finds them.
"""

from dataclasses import dataclass
from typing import Final, Literal

from core.sequences.places import Place
from core.sequences.words import Anchor, Unit

Reason = Literal[
    "empty", "no_place", "not_here", "no_time", "nothing_before", "after_end", "too_long"
]


REGISTERED_MONTHS: Final = (3, 6, 12, 18, 24, 36)
"""Longest times that may be asked at shared levels. With any number of days the day on which a
count goes over a rounding would tell that day of one person, and how many there are exactly."""


@dataclass(frozen=True, slots=True)
class Within:
    """A longest time from start to start: a number of ``months``, or of ``days``."""

    number: int
    unit: Unit


@dataclass(frozen=True, slots=True)
class Step:
    """A place that follows on the step before it: at once or later, in time, or just not."""

    place: Place
    is_direct: bool = False
    within: Within | None = None
    is_absent: bool = False


@dataclass(frozen=True, slots=True)
class Path:
    """Steps after each other, of which the first may have to open or close the chain.

    An absent path is one that no part of the chain may take.
    """

    steps: tuple[Step, ...]
    anchor: Anchor = "anywhere"
    is_absent: bool = False


@dataclass(frozen=True, slots=True)
class Pattern:
    """Paths that a chain all has to take (or, when absent, must not)."""

    paths: tuple[Path, ...]

    @property
    def needs_end(self) -> bool:
        """Whether it can only be told of chains whose end is known."""
        return self != self.without_end

    @property
    def is_registered(self) -> bool:
        """Whether every longest time in it is one that may be asked at shared levels."""
        limits = [step.within for path in self.paths for step in path.steps if step.within]
        return all(one.unit == "months" and one.number in REGISTERED_MONTHS for one in limits)

    @property
    def without_end(self) -> "Pattern":
        """The same pattern, but for what it says of the end."""
        return Pattern(tuple(path for path in self.paths if path.anchor != "last"))


@dataclass(frozen=True, slots=True)
class Misread:
    """Why words are no pattern: what was understood of them, and the word where that stopped."""

    understood: str
    word: str
    reason: Reason
