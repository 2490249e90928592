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

STOP: Final = "Stop met lezen"
STOPPED: Final = "U hebt het lezen gestopt. Er is niets van bewaard."
STOPPING: Final = "Het lezen stopt zodra de stap van nu klaar is. Er wordt niets bewaard."


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
