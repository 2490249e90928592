"""Who is the largest, told honestly: who is as large is named too, or all of them at once.

Published numbers are rounded, so that the largest are often several. Which of them happens to stand
first in a table is nothing to tell anybody.
"""

from collections.abc import Sequence
from typing import Final

import pandas as pd

from core.text import general

MOST_NAMED: Final = 3
"""More than this many are not all named."""


def largest_of(table: pd.DataFrame, by: str) -> pd.DataFrame:
    """Keep the rows of which a published number is the largest, in their order; known ones only."""
    known = table.dropna(subset=[by])
    return known[known[by] == known[by].max()]


def tied(names: Sequence[str], whole: int, everybody: str) -> str:
    """Name those that are alike: 'a', 'a en b', ``everybody`` where it is all of the ``whole``.

    Of more than can be named it says 'onder meer'.
    """
    if len(names) == whole and whole > MOST_NAMED:
        return everybody
    among = "onder meer " if len(names) > MOST_NAMED else ""
    return f"{among}{general.listed(list(names[:MOST_NAMED]))}"


def each(number: int, words: str) -> str:
    """Write what one has, or what each of several has: 'elk 13'."""
    return words if number == 1 else f"elk {words}"
