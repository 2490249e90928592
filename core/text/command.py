"""Dutch of the command line."""

from typing import Final

from core.reading.delivery import Delivery
from core.text import general, progress

ABOUT: Final = "Trajectzicht op de opdrachtregel: voor de eigenaar van de gegevens."
COMMAND: Final = "opdracht"
ANALYSE: Final = "maak trajecten, reeksen en signalen van declaratiebestanden"
PSEUDONYMISE: Final = "schrijf bestanden opnieuw zonder wat een persoon aanwijst"
SAMPLE: Final = "maak de verzonnen voorbeeldregio"


def step(name: str) -> str:
    """Name the work that is being done; a file by its own name."""
    return progress.STEPS.get(name, name)


def unforeseen(kind: str, place: str) -> str:
    """Say that something went wrong that nobody foresaw: the kind of error, and where in the code.

    The message of the error is left out, because it could repeat a value from a file.
    """
    return (
        "Er ging iets mis, en dat ligt niet aan u. Er is niets geschreven dat af is. Geef dit door "
        f"aan de maker: {kind} in {place}.\n"
    )


def summary(delivery: Delivery, folder: str, *, for_table: bool) -> str:
    """Say what was read and how the numbers in the folder are protected."""
    stand = f"De tabellen staan in de map {folder}."
    if for_table:
        return f"{stand} De aantallen zijn beschermd: geschikt om te delen.\n"
    read = sum(entry.lines_read for entry in delivery.ledger)
    accepted = sum(entry.lines_accepted for entry in delivery.ledger)
    return (
        f"{general.number(accepted)} van {general.number(read)} regels tellen mee. {stand} "
        "De aantallen zijn exact: alleen voor de eigenaar van de gegevens, niet om te delen.\n"
    )
