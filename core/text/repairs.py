"""Dutch of the repairs: what each does, and what was repaired."""

from collections.abc import Mapping
from typing import Final

from core.text import general

TITLE: Final = "Herstellen in de app"
NOTHING: Final = "Er staat geen herstel aan."

NAMES: Final[Mapping[str, str]] = {
    "pad_codes": "Nullen vóór een code terugzetten",
    "one_spelling": "Dezelfde naam op één manier schrijven",
    "fill_from_allocation": "Lege velden aanvullen uit dezelfde toewijzing",
    "drop_repeats": "Precies dezelfde regel één keer tellen",
    "close_at_stop": "Open hulp sluiten op de gemelde stop",
    "close_before_later_line": "Open hulp sluiten als een latere regel een einde heeft",
    "trim_overlap": "Dubbele dagen binnen een toewijzing weghalen",
    "bridge_missing_month": "Eén ontbrekende maand overbruggen",
}
"""The name of each repair on screen."""

MEANINGS: Final[Mapping[str, str]] = {
    "pad_codes": (
        "Een AGB-code heeft acht cijfers en een gemeentecode vier. Staan er minder, dan komen er "
        "nullen voor."
    ),
    "one_spelling": (
        "Verschilt een hulpvorm of aanbieder alleen in hoofdletters of spaties, dan telt de "
        "schrijfwijze van de meeste regels."
    ),
    "fill_from_allocation": (
        "Is de aanbieder, gemeente of verwijzer leeg, en zeggen de andere regels van de toewijzing "
        "allemaal hetzelfde? Dan nemen we dat over."
    ),
    "drop_repeats": (
        "Een regel zonder referentienummer die in alles gelijk is aan een eerdere, telt niet mee. "
        "Let op: het kan ook twee keer dezelfde hulp zijn."
    ),
    "close_at_stop": (
        "Heeft een regel geen einddatum, en is voor die toewijzing een stop gemeld? Dan eindigt de "
        "regel op die dag."
    ),
    "close_before_later_line": (
        "Heeft een regel geen einddatum, en begint op die toewijzing later een regel met een "
        "einddatum? Dan eindigt de hulp op het laatste einde van de toewijzing."
    ),
    "trim_overlap": (
        "Delen twee regels van een toewijzing en product dagen? Dan begint de tweede waar de "
        "eerste eindigt. Er gaat geen dag hulp verloren."
    ),
    "bridge_missing_month": (
        "Ontbreekt tussen twee regels van dezelfde hulp hooguit één maand, dan telt die maand als "
        "hulp. Niet na een gemelde stop."
    ),
}
"""What each repair does, in the words of the screen."""


def repaired(lines: int, dropped: int) -> str:
    """Say how many lines a repair touches, and how many of them it leaves out."""
    if not lines:
        return "Geen regels om te herstellen."
    if not dropped:
        return f"Herstelde regels: {general.count(lines)}."
    return (
        f"Herstelde regels: {general.count(lines)}, waarvan weggelaten: {general.count(dropped)}."
    )


def switched_on(names: tuple[str, ...]) -> str:
    """Say which repairs are on, for the line under a picture; empty when none is."""
    if not names:
        return ""
    told = [NAMES[name].replace("Eén", "één").lower() for name in NAMES if name in names]
    return "met herstel: " + ", ".join(told)
