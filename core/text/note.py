"""Dutch of the note of a conversation: what stands on the one sheet that people take along."""

from typing import Final

from core.text import general

TITLE: Final = "Gespreksnotitie"
TAKE: Final = "Neem een gespreksnotitie mee"
TAKE_HELP: Final = (
    "Eén bladzijde (Word) met wat hier staat: de zin, het beeld, de cijfers, de keuzes, wat u "
    "hierboven opschreef, en ruimte om te schrijven."
)
TABLE: Final = "De cijfers"
ELSEWHERE: Final = "Alles staat in de tabel op het scherm."
CONVERSATION: Final = "Het gesprek"
ACCOUNT: Final = "Waar staat dit op?"
CONTINUED: Final = "Vervolg: wat is opgeschreven"
FURTHER: Final = "(Lees verder op blad 2.)"
SIGNATURE: Final = f"Wie zaten er aan tafel? {'_' * 56}   Datum: {'_' * 12}"


def also(more: int) -> str:
    """Say that there was more on the page than this; nothing when there was not."""
    if not more:
        return ""
    others = "staat nog 1 ander beeld" if more == 1 else f"staan nog {more} andere beelden"
    return f"Op deze pagina van {general.APP} {others}."


def made(day: str) -> str:
    """Say when the note was made, and with what."""
    return f"{TITLE} · gemaakt met {general.APP} op {day}"


def account_made(day: str) -> str:
    """Say when the account was written, and by what."""
    return f"Verantwoording · geschreven door {general.APP} op {day}, uit wat toen gold"
