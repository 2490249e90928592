"""Dutch of an upload: whose file it is, how far the reading is, and what a stop leaves behind."""

from collections.abc import Mapping
from typing import Final

from core.text import general
from core.text.data import reading

SIDE: Final = "Van wie komen deze bestanden?"
SIDES: Final[Mapping[str, str]] = {
    "": "Weet ik niet",
    "municipality": "Gemeente",
    "provider": "Aanbieder",
}
"""Whose a file is, by the word of ``declarations.side``."""
PER_FILE: Final = "Verschilt per bestand"
SIDE_HELP: Final = (
    "Een regel die gemeente én aanbieder leveren, telt één keer. Daarvoor moet de app weten van "
    "wie een bestand komt."
)

UPLOAD_TITLE: Final = "Nieuwe bestanden inlezen"
SET_TITLE: Final = "Naam voor deze gegevens (mag, hoeft niet)"
SET_TITLE_HELP: Final = "Zonder naam heten de gegevens naar het bestand."
ORGANISATIONS: Final = "Codes die één organisatie zijn: een CSV met code, organisation"
TEMPLATES_TITLE: Final = "Sjablonen om te vullen"
TEMPLATES_HELP: Final = (
    "Een bestand met deze kolommen leest de app zonder vragen. Er staat één verzonnen regel in."
)
KEPT_HERE: Final = (
    "Uw bestand blijft op deze computer. Bewaard worden de regels met pseudoniemen, nooit het "
    "bestand zelf. Dat staat alleen tijdens het lezen in een tijdelijke map en wordt dan gewist."
)

STOP: Final = "Stop met lezen"
STOPPED: Final = "U hebt het lezen gestopt. Er is niets van bewaard en het bestand is gewist."
TOO_LONG: Final = (
    "Het lezen duurde langer dan 30 minuten en is gestopt. Er is niets van bewaard. Lees een "
    "kortere periode in, of gebruik de opdrachtregel: python -m core analyse."
)
STOPPING: Final = "Het lezen stopt. Er wordt niets bewaard."


def whose(file: str) -> str:
    """Ask whose file this is."""
    return f"Van wie is {file}?"


def progress(step: str, share: float) -> str:
    """Say what is being done and how far it is."""
    return f"{reading(step)} ({general.percent(share)})"


def waited(seconds: int) -> str:
    """Say how long reading has taken, and that nobody has to wait for it."""
    return (
        f"Bezig: {general.number(seconds)} seconden. U kunt intussen een andere pagina bekijken. "
        "Kom daarna hier terug en sluit dit venster niet."
    )


OPEN_TITLE: Final = "Nog te beantwoorden"
OPEN_HELP: Final = (
    "Uw antwoord geldt voor het hele bestand en wordt onthouden voor een volgend bestand met "
    "dezelfde kolommen. Verandert u iets, lees het bestand dan opnieuw in. Zo lang blijft het "
    "bestand in het geheugen van deze computer; daarna wordt het gewist."
)
CODES_OPEN: Final = (
    "Van een of meer productcodes weet de app niet welke hulpvorm het is. Kies die hieronder, bij "
    "“Nog in te delen”."
)


def template(title: str, kind: str) -> str:
    """Offer a template; the name of the side makes each button tell what it gives."""
    return {"xlsx": "Excel", "csv": "CSV"}[kind] + f" · {title[0].lower()}{title[1:]}"


def more_problems(number: int) -> str:
    """Say how many more problems there are."""
    return "Nog 1 melding over een ander bestand" if number == 1 else f"Nog {number} meldingen"
