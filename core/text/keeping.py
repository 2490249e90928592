"""Dutch of where the data are, how long they stay, and who did what with them."""

from collections.abc import Mapping
from typing import Final

from core.text import general
from core.text.kept import moment

TITLE: Final = "Waar staan deze gegevens, hoe lang, en wie deed wat?"
WHERE: Final = (
    "- Alles staat op deze server en gaat nergens anders heen.\n"
    "- Bewaard worden de regels met pseudoniemen, de namen bij codes en de gesprekken. Het "
    "bestand dat u koos, wordt na het lezen gewist.\n"
    "- Onthouden worden ook uw antwoorden over kolommen en codes, zodat u ze maar één keer geeft."
)
FOLDER: Final = "De map op deze computer is {folder}."
KEPT_FOR: Final = (
    "- Gegevens worden {days} na het inlezen vanzelf gewist. Eerder wissen kan hierboven, per "
    "levering, of hier alles tegelijk."
)
WIPE: Final = "Wis alle bewaarde gegevens"
ASK_WIPE: Final = (
    "Wilt u alles wissen wat hier bewaard is, van alle collega's, met alle antwoorden die zijn "
    "onthouden? Dit kan niet ongedaan worden gemaakt. In het logboek blijft staan dát er is gewist."
)
YES_WIPE: Final = "Ja, wis alles voorgoed"
NO_WIPE: Final = "Nee, bewaar alles"
LOG_TITLE: Final = "Toon het logboek"
LOG_HELP: Final = (
    "Wie deed wat en wanneer, het nieuwste bovenaan (aantal regels: {number}). Er staat nooit iets "
    "over een jeugdige in."
)
LOG_EMPTY: Final = "Er is nog niets gedaan."
HEADINGS: Final = ("Wanneer", "Wie", "Wat", "Gegevens", "Uitkomst", "Aantallen")

ACTIONS: Final[Mapping[str, str]] = {
    "import": "ingelezen",
    "open": "geopend",
    "export": "naar buiten gebracht",
    "delete": "gewist",
    "expire": "gewist na de bewaartermijn",
    "forget": "onthouden antwoorden gewist",
    "clean": "resten opgeruimd",
    "restore": "reservekopie teruggezet",
    "record": "gesprekken vastgelegd",
    "correct": "een gesprek verbeterd",
    "withdraw": "gesprekken verwijderd",
}
RESULTS: Final[Mapping[str, str]] = {
    "done": "gelukt",
    "already_there": "stond er al",
    "refused": "geweigerd",
    "failed": "mislukt",
    "stopped": "gestopt",
}
COUNTS: Final[Mapping[str, str]] = {
    "lines_read": "regels gelezen",
    "lines_accepted": "geaccepteerd",
    "lines_rejected": "afgewezen",
    "lines_duplicate": "dubbel",
    "rows": "regels",
    "data_sets": "gegevens",
    "choices": "antwoorden",
    "folders": "mappen",
}
"""The numbers that a line of the log may hold, in words; others are not shown."""

PROBLEMS: Final[Mapping[str, str]] = {
    "changed": "Regel {line} van het logboek is veranderd nadat die geschreven werd.",
    "missing": "Vóór regel {line} van het logboek ontbreekt een regel.",
    "cut": "Aan het einde van het logboek ontbreken regels, vanaf regel {line}.",
    "anchor": "Het controlebestand van het logboek ontbreekt of klopt niet.",
}
TELL: Final = "Meld dit bij uw beheerder."


def kept_for(days: int) -> str:
    """Say how long data stay."""
    return KEPT_FOR.format(days=span(days))


def span(days: int) -> str:
    """Write how long data stay: whole years as years, any other number as days."""
    years = round(days / 365.25)
    return f"{years} jaar" if abs(days - years * 365.25) < 2 and years else general.days(days)


def wiped(number: int) -> str:
    """Say that everything is gone."""
    return f"Alles is gewist: leveringen ({general.number(number)}) en alle onthouden antwoorden."


def checked(lines: int, problem: str, line: int) -> str:
    """Say whether the log is as it was written."""
    if not problem:
        return (
            "Gecontroleerd: het hele logboek is zoals het is geschreven (aantal regels: "
            f"{general.number(lines)})."
        )
    return f"{PROBLEMS[problem].format(line=general.number(line))} {TELL}"


def when(at: str) -> str:
    """Write the moment of a line."""
    return moment(at)


def counts(details: Mapping[str, object]) -> str:
    """Write the numbers of a line: '120 regels gelezen, 118 geaccepteerd'."""
    told = {word: details[name] for name, word in COUNTS.items() if name in details}
    return ", ".join(f"{general.number(float(str(value)))} {word}" for word, value in told.items())
