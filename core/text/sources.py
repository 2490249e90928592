"""Dutch of what is asked about a file as a whole, and of what kind of source it is."""

from collections.abc import Mapping
from typing import Final

LEAVE_OPEN: Final = "Weet ik niet"

QUESTIONS: Final[Mapping[str, str]] = {
    "sides": "Van wie komt dit bestand?",
    "kinds": "Wat voor bestand is dit?",
    "date_orders": "Hoe staan de datums erin?",
    "amounts": "Zijn de bedragen euro's of centen?",
    "providers": "Van welke aanbieder is dit bestand?",
    "payers": "Van welke gemeente is dit bestand?",
}
"""What is asked, by the name of the choice that answers it."""

OPTIONS: Final[Mapping[str, str]] = {
    "municipality": "Gemeente",
    "provider": "Aanbieder",
    "declarations": "Declaratieregels",
    "cbs": "Beleidsinformatie jeugd (CBS)",
    "d-m-y": "Dag, maand, jaar: 03-04-2024 is 3 april",
    "m-d-y": "Maand, dag, jaar: 03-04-2024 is 4 maart",
    "y-m-d": "Jaar, maand, dag: 24-03-04 is 4 maart 2024",
    "cents": "Centen: 1234 is € 12,34",
    "euros": "Euro's: 1234 is € 1.234,00",
}
"""The answers, in words."""

WHY: Final[Mapping[str, str]] = {
    "whose": (
        "Een regel die gemeente én aanbieder leveren, telt één keer. Daarvoor moet de app weten "
        "van wie een bestand komt."
    ),
    "codes": (
        "De hulpvormen zijn codes als 01 of 14. In beleidsinformatie jeugd zijn dat hulpvormen van "
        "het CBS."
    ),
    "dates": (
        "Elke datum in dit bestand is op meer dan één manier te lezen. Nu is de dag vooraan "
        "gelezen."
    ),
    "whole_amounts": "Alle bedragen zijn hele getallen en ze zijn hoog. Nu zijn het euro's.",
    "no_provider": (
        "Dit bestand heeft geen kolom voor de aanbieder. Zonder aanbieder zijn dubbele regels niet "
        "te herkennen."
    ),
    "no_municipality": (
        "Dit bestand heeft geen kolom voor de gemeente. Zonder gemeente telt de hulp alleen mee in "
        "het totaal."
    ),
}
"""Why it is asked."""

KINDS: Final[Mapping[str, str]] = {
    "declarations": "Declaraties",
    "cbs": "Beleidsinformatie jeugd",
}
"""What kind of source a file is."""


def option(answer: str) -> str:
    """Write an answer in words; a code or a name stands for itself."""
    return OPTIONS.get(answer, answer) or LEAVE_OPEN


def ask(file: str, name: str) -> str:
    """Ask a question about a file."""
    return f"{file}: {QUESTIONS[name][0].lower()}{QUESTIONS[name][1:]}"
