"""Patterns in the order of help: what a chain has to look like, as values.

A pattern is a number of *paths* that must all hold: places that follow each other ("wijkteam, then
ggz within a year"), or one place that opens or closes the chain, or that stands nowhere in it.
``core.sequences.asking`` reads patterns from Dutch words, ``core.sequences.matching`` finds them.
"""

from dataclasses import dataclass
from typing import Literal

from core.sequences.places import Place
from core.sequences.words import Anchor, Unit

Reason = Literal[
    "empty", "no_place", "not_here", "no_time", "nothing_before", "after_end", "too_long"
]


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
    def without_end(self) -> "Pattern":
        """The same pattern, but for what it says of the end."""
        return Pattern(tuple(path for path in self.paths if path.anchor != "last"))


@dataclass(frozen=True, slots=True)
class Misread:
    """Why words are no pattern: what was understood of them, and the word where that stopped."""

    understood: str
    word: str
    reason: Reason
