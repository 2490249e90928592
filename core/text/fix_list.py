"""Dutch of the fix list: the workbook that goes back to whoever delivered the lines."""

from typing import Final

from core.text import general

LINES_SHEET: Final = "Te herstellen"
RULES_SHEET: Final = "Controles"

LINES_HEADING: Final = (
    "Bestand",
    "Regel",
    "Code",
    "Ernst",
    "Wat is er aan de hand?",
    "Wat kunt u doen?",
    "Kolommen",
)
RULES_HEADING: Final = ("Code", "Ernst", "Wat is er aan de hand?", "Uitkomst", "Aantal regels")

ROW_MEANING: Final = "Regel 1 is de eerste regel onder de kolomnamen."


def shown(rows: int, most: int) -> str:
    """Say how many entries the list holds, and how many were left out above ``most``."""
    if rows <= most:
        return f"Aantal meldingen: {general.count(rows)}. {ROW_MEANING}"
    return (
        f"Aantal meldingen: {general.count(rows)}. De eerste {general.count(most)} staan in dit "
        f"bestand, de ernstigste eerst. De andere {general.count(rows - most)} niet. {ROW_MEANING}"
    )


def file_name(owner: str) -> str:
    """Name the workbook after whose lines it holds, with letters, digits and dashes only."""
    plain = "".join(sign if sign.isalnum() else "-" for sign in owner).strip("-")
    return f"herstellijst-{plain or 'onbekend'}.xlsx"
