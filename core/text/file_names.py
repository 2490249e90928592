"""Dutch of the names of files that leave the app: registered short words, never a cut sentence.

A name says which page, which part of it, what is in the file, of which years and from which day:
``trajectzicht-reeksen-routes-beeld-1-2020-2024-2026-11-22.png``.
"""

import re
from collections.abc import Mapping
from datetime import date
from typing import Final

APP: Final = "trajectzicht"
START: Final = "start"
"""How the page with an empty address is called."""

LONGEST: Final = 80
"""Signs of a name, so that it can be read in a list and kept in any folder."""

PICTURE, TABLE, NOTE, ACCOUNT = "beeld", "tabel", "notitie", "verantwoording"
NUMBERS, NETWORK, MATRIX, EVENTS = "getallen", "netwerk", "matrix", "logboek"
"""What is in a file, in one word; the log says the same word."""

PARTS: Final[Mapping[str, str]] = {
    "Aantal op rij": "aantal-op-rij",
    "Routes en patronen": "routes",
    "Verloop in beeld": "verloop",
    "Wat volgt op wat": "wat-volgt-op-wat",
    "Overdrachten": "overdrachten",
    "Soorten routes": "soorten-routes",
    "Hoe vaak verder": "hoe-vaak-verder",
    "Hoe lang en wanneer verder": "hoe-lang-verder",
    "Stand en stroom": "stand-en-stroom",
    "Nieuw of opnieuw": "nieuw-of-opnieuw",
    "Tijdlijn": "tijdlijn",
    "Tegelijk": "tegelijk",
    "Combinaties": "combinaties",
    "Bijzondere selecties": "selecties",
    "Meer regelingen": "regelingen",
    "Meer dan één regeling": "regelingen",
    "Omhoog en omlaag": "omhoog-en-omlaag",
    "Licht of zwaarder beginnen": "beginnen",
    "Wat volgde, voor vergelijkbare groepen": "groepen",
    "Kosten van hele reeksen": "kosten",
    "Wat als": "wat-als",
    "Door de tijd": "door-de-tijd",
    "Per gemeente": "per-gemeente",
    "Wat was het?": "wat-was-het",
    "Naleving": "naleving",
    "Stand nu": "stand-nu",
    "Na het gesprek": "na-het-gesprek",
    "Sinds de afspraak": "sinds-afspraak",
    "Uitzonderingen": "uitzonderingen",
    "Gesprekken": "gesprekken",
    "Werklijst": "werklijst",
    "In het kort": "in-het-kort",
    "Vormen van hulp": "vormen",
    "Leeftijd en geslacht": "leeftijd",
    "Vergelijkgroep": "groep",
    "Uitgaven sinds 2015": "uitgaven",
    "Waar zit het verschil": "verschil",
    "Gewone verschillen": "spreiding",
    "Waar staan wij?": "waar-staan-wij",
    "Hulp, bescherming en reclassering": "soorten",
    "Waar komt de verwachting vandaan?": "herkomst",
    "Modelkaart": "modelkaart",
    "Jongeren en hulp per wijk": "gebruik",
    "Omstandigheden": "omstandigheden",
    "Verwacht en werkelijk per wijk": "verwacht",
    "Wie verwijst": "wie-verwijst",
    "Waarheen": "waarheen",
    "Wat volgt": "wat-volgt",
    "Einde en kosten": "einde-en-kosten",
    "Naast het land": "naast-het-land",
    "Spiegel": "spiegel",
    "Onderwijs": "onderwijs",
    "Wie is waar actief": "wie-is-waar",
    "Wie dekt wat": "wie-dekt-wat",
    "Wachttijd": "wachttijd",
    "Percelen": "percelen",
    "Aansluiting": "aansluiting",
    "Volledigheid": "volledigheid",
    "Controles": "controles",
    "Herstel": "herstel",
    "Wat is er veranderd": "veranderd",
}
"""The short word of each part of a page."""

YEARS: Final = re.compile(r"\b(?:19|20)\d\d\b")


def file_name(place: tuple[str, str], what: str, period: str, made_on: date, written: str) -> str:
    """Name a file: ``place`` is the address of its page and the open part of it, if any.

    ``what`` is a short word, with a number where a page has more of them. A period without years
    adds nothing.
    """
    page, part = place
    years = sorted(YEARS.findall(period.partition(";")[0]))
    kept = [APP, page or START, PARTS.get(part, ""), what, *years[:1], *years[1:][-1:]]
    return f"{'-'.join([word for word in kept if word])}-{made_on:%Y-%m-%d}.{written}"
