"""Dutch of the store: what is wrong with it, and what the command line says about it."""

from collections.abc import Mapping
from typing import Final

TROUBLES: Final[Mapping[str, str]] = {
    "full": (
        "De schijf is vol. Maak ruimte vrij en probeer het opnieuw. Wat er al stond, is er nog."
    ),
    "read_only": (
        "In de map van de app kan niet worden geschreven. Geef rechten op de map, of kies een "
        "andere map met TRAJECTZICHT_HOME."
    ),
    "disk": (
        "De schijf geeft een fout. Er is niets veranderd. Probeer het opnieuw, en vraag anders de "
        "beheerder om de schijf na te kijken."
    ),
    "busy": "De opslag is bezet. Wacht even en probeer het opnieuw.",
    "damaged": (
        "De opslag is beschadigd. Vraag de beheerder om de laatste reservekopie terug te zetten."
    ),
    "unreachable": (
        "De database is niet bereikbaar of weigert de opdracht. Er is niets veranderd. Vraag de "
        "beheerder om TRAJECTZICHT_DATABASE en de database na te kijken."
    ),
    "address": (
        "Het adres van de database klopt niet. Gebruik in TRAJECTZICHT_DATABASE een adres dat "
        "begint met sqlite:/// of postgresql://."
    ),
    "newer": (
        "De opslag is gemaakt door een nieuwere versie van de app en is niet aangeraakt. Werk de "
        "app bij, of kies een andere map met TRAJECTZICHT_HOME."
    ),
    "retention": (
        "TRAJECTZICHT_RETENTION_DAYS moet een geheel getal zijn: het aantal dagen dat gegevens "
        "bewaard blijven, van 1 tot en met 36600."
    ),
    "memory": "TRAJECTZICHT_MEMORY moet een hoeveelheid zijn, zoals 4GB.",
    "not_empty": "Er staat al iets op deze plek. Kies een lege map of een lege opslag.",
    "no_backup": (
        "In deze map staat geen volledige reservekopie. Kies de map die store backup heeft gemaakt."
    ),
    "backup_differs": (
        "De reservekopie is beschadigd: bestanden of aantallen kloppen niet. Er is niets "
        "teruggezet. Kies een andere reservekopie."
    ),
}
"""What is wrong with the store, and what to do."""


def not_stored(reason: str, day: str) -> str:
    """Say why a data set cannot be opened."""
    on = "-".join(reversed(day.split("-")))
    if reason == "deleted":
        return (
            f"Deze gegevens zijn op {on} gewist. Vraag om een nieuwe levering of een nieuwe link."
        )
    if reason == "expired":
        return (
            f"De bewaartermijn van deze gegevens is voorbij; ze zijn op {on} gewist. "
            "Vraag om een nieuwe levering of een nieuwe link."
        )
    return (
        "Deze gegevens zijn hier nooit ingelezen. Lees hetzelfde bestand in, of vraag de "
        "afzender om de gegevens."
    )


PROBLEMS: Final[Mapping[str, str]] = {
    "changed": "is gewijzigd",
    "missing": "sluit niet aan op de regel ervoor",
    "cut": "ontbreekt, want het einde van het logboek is weggehaald",
    "anchor": "is niet te controleren, want het bestand log.head ontbreekt of is gewijzigd",
}
"""What is wrong with a line of the log."""


def log_broken(line: int, problem: str) -> str:
    """Say that the log was tampered with, and where."""
    return (
        f"Het logboek is niet betrouwbaar: regel {line} {PROBLEMS[problem]}. "
        "Meld dit als beveiligingsincident."
    )
