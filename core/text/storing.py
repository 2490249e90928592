"""Dutch of the command line about data sets that are kept."""

from typing import Final

from core.text import general

IMPORT: Final = "lees bestanden in en bewaar ze als gegevens voor de app"
STORE: Final = "bekijk en beheer wat bewaard is"
ACTION: Final = "handeling"
ACTIONS: Final = {
    "list": "toon welke gegevens bewaard zijn",
    "log": "toon wie wat wanneer deed",
    "verify": "controleer of het logboek ongewijzigd is",
    "delete": "wis gegevens, met alles erbij",
    "expire": "wis gegevens waarvan de bewaartermijn voorbij is",
    "backup": "maak een reservekopie in een lege map",
    "restore": "zet een reservekopie terug in een lege opslag",
}
EMPTY: Final = "Er zijn nog geen gegevens bewaard.\n"
HEADING: Final = ("id", "versie", "regels", "ingelezen", "bewaard tot", "titel")


def imported(accepted: int, read: int, identity: str) -> str:
    """Say what was read and where to find it."""
    return (
        f"{general.number(accepted)} van {general.number(read)} regels tellen mee. "
        f"In de app staan deze gegevens op het adres /?data={identity}\n"
    )


def already(identity: str) -> str:
    """Say that these files were there."""
    return (
        "Deze bestanden waren al ingelezen, met dezelfde keuzes; er is niets toegevoegd. "
        f"In de app staan deze gegevens op het adres /?data={identity}\n"
    )


def cleaned(folders: int) -> str:
    """Say that the rest of broken imports was removed."""
    return f"Opgeruimd: resten van afgebroken importen ({general.number(folders)}).\n"


def deleted(title: str) -> str:
    """Say that data were deleted, and what that does not reach."""
    return f"Gewist: {title}. Let op: in eerder gemaakte reservekopieën kan dit nog staan.\n"


def expired(number: int) -> str:
    """Say how many data sets were past their day."""
    return f"Gewist omdat de bewaartermijn voorbij is: {general.number(number)}.\n"


def copied(data_sets: int, lines: int, *, back: bool) -> str:
    """Say what a backup holds, or what was put back."""
    done = "Teruggezet en nagerekend" if back else "Reservekopie gemaakt"
    sets, rows = general.number(data_sets), general.number(lines)
    return f"{done}: {sets} keer gegevens, {rows} regels.\n"


def whole(lines: int) -> str:
    """Say that the log is as it was written."""
    return f"Het logboek is ongewijzigd ({general.number(lines)} regels).\n"
