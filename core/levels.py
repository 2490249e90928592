"""The level of a visit: never above what the server allows, and never above what was chosen.

A level decides what is computed, so it is settled before anything is. Words that name no level
count as the strictest one: a choice that cannot be read must not show more than the reader meant.
"""

from collections.abc import Sequence
from typing import Final

from core.disclosure import LEVELS, SHARED, Level, is_shared

USUAL: Final[Level] = "tafel"
"""The level of a server that names none, or one that it may not have."""


def level_of_server(wanted: str, *, on_loopback: bool) -> Level:
    """Give the level of a server from the word in its settings.

    The levels that see exact numbers exist only while it listens on the loopback address.
    """
    named = level_named(wanted)
    if named is None or (not is_shared(named) and not on_loopback):
        return USUAL
    return named


def lowest_of(ceiling: Level, chosen: Sequence[object]) -> Level:
    """Give the lowest of a level and what was chosen below it; unknown words are the strictest."""
    levels = [ceiling, *(level_named(word) or LEVELS[0] for word in chosen)]
    return min(levels, key=LEVELS.index)


def levels_below(ceiling: Level) -> tuple[Level, ...]:
    """List what may be chosen under a ceiling: itself, and the shared levels that are lower."""
    under = LEVELS[: LEVELS.index(ceiling)]
    return (ceiling, *(level for level in reversed(under) if level in SHARED))


def level_named(word: object) -> Level | None:
    """Find the level that a word names; None when it names none."""
    return next((level for level in LEVELS if level == word), None)
