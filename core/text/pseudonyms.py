"""Dutch of pseudonymising: what was written, and which columns stayed behind."""

from collections.abc import Sequence
from typing import Final

from core.text import general

LONGEST_HEADING: Final = 40

AFTERWARDS: Final = "Gepseudonimiseerd is niet anoniem. Bewaar de sleutel apart van de bestanden.\n"


def summary(file: str, lines: int, removed: Sequence[str]) -> str:
    """Say how many lines of a file were written, and name the columns that were left out."""
    count = "1 regel" if lines == 1 else f"{general.number(lines)} regels"
    written = f"{file}: {count} geschreven."
    if not removed:
        return f"{written}\n"
    names = ", ".join(" ".join(heading.split())[:LONGEST_HEADING] for heading in removed)
    return f"{written} Weggelaten: {names}.\n"
