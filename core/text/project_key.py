"""Dutch of the key under which pseudonyms are made, and the agreement about who keeps it."""

from datetime import date
from typing import Final

from core.text import general

TITLE: Final = "Passen de pseudoniemen van twee organisaties op elkaar?"
EXPLAINED: Final = (
    "Pseudoniemen van twee organisaties verschillen, ook van dezelfde jeugdige. Ze passen alleen "
    "op elkaar als beide dezelfde projectsleutel gebruikten. Die sleutel bewaart een derde partij, "
    "volgens een afspraak die is vastgelegd. Wie de gegevens bekijkt, heeft de sleutel niet."
)
KEEPER: Final = "Wie bewaart de projectsleutel?"
AGREED_ON: Final = "Datum van de afspraak"
KEEP: Final = "Leg de afspraak vast"
NONE: Final = "Er is hier nog geen afspraak vastgelegd."
APART: Final = (
    "In deze gegevens passen de pseudoniemen van gemeente en aanbieder niet op elkaar. Dezelfde "
    "hulp kan daardoor dubbel tellen."
)
TOGETHER: Final = "In deze gegevens passen de pseudoniemen van gemeente en aanbieder op elkaar."


def agreed(keeper: str, day: str) -> str:
    """Say what was agreed; ``day`` is written as jjjj-mm-dd."""
    on = general.day(date.fromisoformat(day))
    return f"Vastgelegd: de projectsleutel ligt bij {general.literal(keeper)} (afspraak van {on})."
