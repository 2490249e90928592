"""Dutch of the levels: which one holds, how a lower one is chosen, and the meeting mode."""

from typing import Final

from core.disclosure import Level, is_shared
from core.text import shell
from core.text.general import LEVEL_NAMES

CHOOSE: Final = "Niveau van dit bezoek"
CHOOSE_HELP: Final = (
    "Wie deze server startte, bepaalde het hoogste niveau. Hier kiest u voor dit venster een lager "
    "niveau, of weer dat van de server. Een link, een ander venster of een andere pagina verhoogt "
    "het niveau nooit."
)
SEES: Final = {
    "openbaar": "Beschermde cijfers, zonder namen van aanbieders. Voor iedereen.",
    "raad": "Beschermde cijfers, zonder namen van aanbieders. Voor raad en toezicht.",
    "tafel": "Beschermde cijfers, met namen van aanbieders. Voor gemeenten en aanbieders samen.",
    "eigen": "Exacte cijfers en lijsten per jeugdige, zonder pseudoniem. Alleen in eigen huis.",
    "analist": "Exacte cijfers en lijsten per jeugdige, zonder pseudoniem. Alleen voor analisten.",
}
"""What people see at each level."""

MEETING: Final = "**Tafelstand**: het niveau staat vast, lijsten per jeugdige zijn dicht"
START_MEETING: Final = "Zet tafelstand aan"
END_MEETING: Final = "Zet tafelstand uit"
MEETING_TITLE: Final = "Op een gedeeld scherm?"
MEETING_HELP: Final = (
    "In tafelstand staat het niveau vast, is de letter groter en is geen lijst per jeugdige te "
    "openen. Ook niet na opnieuw laden of in een ander tabblad van deze browser."
)
ASK_END: Final = (
    "Tafelstand uitzetten? Zit er nog iemand mee te kijken, laat hem dan aan. Daarna geldt weer: "
    "**{level}**."
)
STAY: Final = "Nee, laat aan"
YES_END: Final = "Ja, zet uit"
ROWS_OPEN: Final = " Dan zijn exacte cijfers en lijsten per jeugdige weer te openen."


def level_line(level: Level, ceiling: Level, *, in_meeting: bool) -> str:
    """Name the level that holds, and why it is lower than that of the server."""
    line = shell.level_line(level)
    if in_meeting:
        return f"{line} · {MEETING}"
    if level != ceiling:
        return f"{line} (gekozen voor dit venster; de server staat op {LEVEL_NAMES[ceiling]})"
    return line


def option(level: Level) -> str:
    """Name a level in a list to choose from."""
    return LEVEL_NAMES[level]


def ask_end(level: Level) -> str:
    """Ask whether the meeting is over, and say what is to be seen after it."""
    return ASK_END.format(level=LEVEL_NAMES[level]) + ("" if is_shared(level) else ROWS_OPEN)
