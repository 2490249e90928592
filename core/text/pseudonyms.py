"""Dutch of pseudonymising: what was written, what stayed behind, and who keeps the key."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from core.text import general

LONGEST_HEADING: Final = 40

AFTERWARDS: Final = "Gepseudonimiseerd is niet anoniem. Bewaar de sleutel apart van de bestanden.\n"

REASON: Final = (
    ": daarin stond een nummer, adres of telefoonnummer dat naar iemand kan leiden, een lang "
    "verhaal, of geen datum of bedrag waar dat hoort."
)

KEY_TITLE: Final = "Eén sleutel voor beide kanten"
ONE_KEY: Final = (
    "Twee organisaties geven dezelfde jeugdige alleen hetzelfde pseudoniem als zij dezelfde "
    "sleutel gebruiken. Wie de sleutel heeft, kan nagaan wie een pseudoniem is. Laat daarom een "
    "derde de sleutel bewaren en de pseudoniemen maken, en leg dat vast."
)
TWO_KEYS: Final = (
    "Zonder gezamenlijke sleutel zijn de regels van gemeente en aanbieder niet naast elkaar te "
    "leggen: dezelfde jeugdige heeft dan twee pseudoniemen en telt dubbel. Lees de kanten dan "
    "apart in."
)
NOT_AGREED: Final = "Er is nog niet vastgelegd wie de sleutel bewaart."
PROJECT: Final = "Naam van het project"
KEY_KEEPER: Final = "Wie bewaart de sleutel?"
AGREED_ON: Final = "Afgesproken op"
KEEP_AGREEMENT: Final = "Leg vast"
NO_KEY_HERE: Final = "Vul hier nooit de sleutel zelf in, en geen naam van een jeugdige."


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


def agreed(project: str, key_keeper: str, agreed_on: date) -> str:
    """Say what was agreed about the key of a project."""
    return (
        f"Afgesproken op {general.day(agreed_on)} voor {project}: de sleutel is bij {key_keeper}. "
        "De app kent de sleutel niet."
    )
