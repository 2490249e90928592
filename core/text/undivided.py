"""Dutch of own codes that nobody has put under a care form yet."""

from typing import Final

from core.text import general

TITLE: Final = "Nog in te delen"
HELP: Final = (
    "Kies bij elke code de hulpvorm. Uw keuze geldt voor die gemeente, wordt onthouden voor "
    "volgende leveringen en telt zodra u het bestand opnieuw inleest."
)
TOO_NEAR: Final = (
    "De codes staan er niet bij: deze levering verschilt te weinig van een eerdere. U kunt ze wel "
    "indelen met een codes.csv."
)
CHOOSE: Final = "Nog niet ingedeeld"
KEEP: Final = "Onthoud deze indeling"
KEPT: Final = "Onthouden. De indeling telt zodra u het bestand opnieuw kiest en inleest."
READ_AGAIN: Final = "Onthoud deze indeling en lees opnieuw in"
FILES: Final = "De indeling als bestand (codes.csv)"
DOWNLOAD: Final = "Download codes.csv"
UPLOAD: Final = "Een codes.csv met municipality, code en care_form"
TAKE: Final = "Neem deze indeling over"
NAME: Final = "codes.csv"


def label(municipality: str, code: str, lines: object) -> str:
    """Name a code of a municipality, with the lines that have it."""
    place = general.literal(general.filled(municipality))
    return f"{place}: code {general.literal(code)} ({general.count(lines)} regels)"


def too_few(number: int) -> str:
    """Say that codes are left out because few people stand behind them; empty when none is."""
    if not number:
        return ""
    return (
        f"Codes met minder dan {general.LEAST} jeugdigen staan er niet bij, omdat dit scherm wordt "
        "gedeeld. U kunt ze wel indelen met een codes.csv."
    )


def more(number: int) -> str:
    """Say how many codes do not fit on the page; empty when all do."""
    if number <= 0:
        return ""
    return f"Nog {general.number(number)} codes volgen zodra deze zijn ingedeeld."


def divided(number: int) -> str:
    """Say how many codes have a care form of their own by now."""
    return f"Ingedeeld en onthouden: {general.number(number)} codes."
