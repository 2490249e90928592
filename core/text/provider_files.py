"""Dutch of the small files on the page Aanbieders: waiting times and lots."""

from collections.abc import Mapping
from typing import Final

REASONS: Final[Mapping[str, str]] = {
    "incomplete_waiting": (
        "Een regel mist een aanbieder, een hulpvorm of een peildatum. Vul die in of haal de regel "
        "weg. Is de wachttijd niet bekend, laat dan alleen de wachtdagen leeg."
    ),
    "unknown_waiting_kind": "In de kolom soort mag alleen intake of start staan.",
    "too_many_told": (
        "Het bestand heeft meer dan 20.000 regels. Laat alleen de regels staan die nodig zijn."
    ),
    "incomplete_lots": (
        "Een regel mist een product, een perceel of een jaar. Vul die in of haal de regel weg."
    ),
    "unreadable_lot_year": "Een jaar is niet te lezen. Schrijf een jaar als 2024.",
    "unreadable_lot_amount": (
        "Een tarief of plafond is niet te lezen. Schrijf bedragen als 1234,56, zonder minteken."
    ),
    "conflicting_lots": (
        "Een product heeft in één jaar twee percelen of twee tarieven. Laat er één staan."
    ),
    "conflicting_ceilings": "Een perceel heeft in één jaar twee plafonds. Laat er één staan.",
}
"""Why one of these files is not read, and what to do."""

TEMPLATE: Final = "Download het sjabloon"
READ: Final = "Lees in"
FORGET: Final = "Haal dit bestand weg"
USE_SAMPLE: Final = "Gebruik het verzonnen voorbeeld"
EMPTY: Final = "Het bestand heeft geen regels. Vul het sjabloon en probeer het weer."
STAYS: Final = "Het bestand blijft alleen in dit browservenster, tot u het sluit."
SUPPLIED: Final = "Aangeleverd bestand: {name}."
SAMPLE_NAME: Final = "verzonnen voorbeeld"
