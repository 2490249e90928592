"""Dutch of choosing a region on the pages of open data."""

from collections.abc import Mapping, Sequence
from typing import Final

from core.text import general

KINDS: Final[Mapping[str, str]] = {
    "municipality": "gemeente",
    "youth_region": "jeugdregio",
    "school_partnership": "samenwerkingsverband",
    "province": "provincie",
}
"""Kinds of regions that a visitor may choose, as they stand in a sentence."""

ANOTHER: Final = "Of kies een gemeente die niet in uw gegevens staat"
CHOOSE_ABOVE: Final = "Dat doet u bovenaan, bij *Gemeente*."
NOTHING_CHOSEN: Final = "Nog niets gekozen"
OTHER_EDITION: Final = (
    "De link die u opende, hoort bij een andere uitgave van de open cijfers dan hier klaarstaat. U "
    "ziet de cijfers van deze uitgave; zij kunnen anders zijn dan die van de afzender."
)
NO_OPEN_DATA: Final = (
    "Er staan hier geen open cijfers klaar. Haal ze op via *Gegevens inlezen*; daarna werkt deze "
    "pagina."
)


def label(kinds: Sequence[str]) -> str:
    """Write the label of the choice: 'Kies eerst een gemeente of jeugdregio'."""
    return f"Kies eerst een {general.listed([KINDS[kind] for kind in kinds], 'of')}"


def chosen_label(kinds: Sequence[str]) -> str:
    """Write the label once something is chosen: 'Gemeente of jeugdregio'."""
    return general.listed([KINDS[kind] for kind in kinds], "of").capitalize()


def guide(kinds: Sequence[str], *, above: bool = False) -> str:
    """Say what to do while nothing is chosen, and what will then be there.

    ``above`` says that the choice is the shared filter of the declarations.
    """
    how = CHOOSE_ABOVE if above else "Typ hierboven de eerste letters van de naam."
    return (
        f"**{label(kinds)}.** {how} Daarna ziet u op deze "
        "pagina de cijfers van die keuze, met het antwoord in één zin, een beeld, de cijfers als "
        "tabel en de bronnen. Het werkt met open cijfers: u hoeft niets in te lezen."
    )


def named(name: str, kind: str) -> str:
    """Name a region in the list; what is no municipality says its kind, or has it in its name."""
    told = kind == "municipality" or KINDS[kind] in name.casefold()
    return name if told else f"{name} ({KINDS[kind]})"
