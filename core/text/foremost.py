"""Dutch of which rows of a long table stand where not all of them fit."""

from typing import Final

from core.text import general

COUNTED: Final = (
    ("Na", "Van", "Naar", "Reeksen"),
    ("Van", "Naar", "Overgangen"),
    ("Route", "Reeksen"),
    ("Combinatie", "Jeugdigen"),
    ("Hulpvormen", "Tegelijk (jeugdigen)"),
    ("Eerste hulpvorm", "Vervolg", "Reeksen"),
)
"""Tables without an order of their own: the headings they begin with, and then the one that counts.

None is about organisations with a name; what is not here keeps the order of the screen.
"""

MERGED: Final = ("overige ", "andere ", "alle ", "totaal")
"""How a row begins that holds others."""


def which(rows: int, whole: int, *, largest: bool) -> str:
    """Say which rows of a table stand here; nothing when all of them do."""
    if rows >= whole:
        return ""
    of = general.number(whole)
    if largest:
        chosen = f"zijn de {rows} grootste" if rows > 1 else "is de grootste"
        return f"Dit {chosen} van {of} rijen."
    chosen = f"zijn de eerste {rows}" if rows > 1 else "is de eerste"
    return f"Dit {chosen} van {of} rijen, in de volgorde van het scherm."


def columns_left(columns: int) -> str:
    """Say how many columns have no room here; nothing when there are none."""
    if not columns:
        return ""
    return "1 kolom past hier niet." if columns == 1 else f"{columns} kolommen passen hier niet."


def part_of(rows: str, columns: str, elsewhere: str) -> str:
    """Say what part of a table stands here and where all of it is; nothing when it is here."""
    said = [words for words in (rows, columns) if words]
    return " ".join([*said, elsewhere]) if said else ""
