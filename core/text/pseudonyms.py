"""Dutch of pseudonymising: what was written, and which columns stayed behind."""

from collections.abc import Sequence
from typing import Final

from core.text import general

LONGEST_HEADING: Final = 40

AFTERWARDS: Final = "Gepseudonimiseerd is niet anoniem. Bewaar de sleutel apart van de bestanden.\n"

REASON: Final = (
    ": daarin stond een nummer, adres of telefoonnummer dat naar iemand kan leiden, een lang "
    "verhaal, of geen datum of bedrag waar dat hoort."
)


def summary(file: str, lines: int, removed: Sequence[str], emptied: int = 0) -> str:
    """Say how many lines of a file were written, and what was left out.

    The columns are named; of the cells ``emptied`` in other columns only the count is said.
    """
    count = "1 regel" if lines == 1 else f"{general.number(lines)} regels"
    written = f"{file}: {count} geschreven.{_emptied(emptied)}"
    if not removed:
        return f"{written}\n"
    names = ", ".join(" ".join(heading.split())[:LONGEST_HEADING] for heading in removed)
    return f"{written} Weggelaten: {names}.\n"


def _emptied(cells: int) -> str:
    if not cells:
        return ""
    count = "1 cel" if cells == 1 else f"{general.number(cells)} cellen"
    return f" {count} leeggemaakt of onleesbaar gemaakt{REASON}"
