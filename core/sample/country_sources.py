"""The tables of the fictitious country: each has the id of the real table that it imitates."""

from typing import Any, Final

import pyarrow as pa
import pyarrow.compute as pc

from core.opendata.breaks import BREAKS
from core.sample.country_districts import TABLES as DISTRICT_TABLES
from core.sample.country_money import TABLES as MONEY_TABLES
from core.sample.country_people import YEARS
from core.sample.country_schools import PRIMARY, SECONDARY
from core.tables import TREND_BREAKS

INVENTED: Final = "Verzonnen: "
MADE: Final = "2026-04-30"
PUBLISHER: Final = "Verzonnen voorbeeld"
LICENCE: Final = "Vrij te gebruiken, geen echte cijfers"

POPULATION: Final = "03759ned"
FORECAST: Final = "85171NED"
CHARACTERISTICS: Final = "85052NED"
SOCIAL_SCORE: Final = "85900NED"

TITLES: Final = {
    POPULATION: "Bevolking; geslacht, leeftijd, regio",
    "84134NED": "Kerncijfers over jeugdzorg, 2015-2020",
    "85099NED": "Kerncijfers over jeugdzorg",
    "82972NED": "Indicatoren jeugdzorg in natura; gemeenten, 2015-2020",
    "85098NED": "Indicatoren jeugdzorg in natura; gemeenten",
    "82970NED": "Jeugdhulptrajecten in natura; verwijzer, 2015-2020",
    "85097NED": "Jeugdhulptrajecten in natura; verwijzer, regio",
    "85094NED": "Trajecten jeugdzorg in natura; regio, op peildatum",
    "83454NED": "Gemeentelijke kosten; jeugdzorg, regio",
    "85102NED": "Jongeren met een of meerdere vormen van jeugdzorg, op peildatum",
    "84135NED": "Jongeren met jeugdzorg; persoonskenmerken, 2015-2020",
    "85100NED": "Jongeren met jeugdzorg; persoonskenmerken",
    "84137NED": "Jongeren met een of meerdere vormen van jeugdzorg, 2015-2020",
    "85101NED": "Jongeren met een of meerdere vormen van jeugdzorg",
    "83131NED": "Consumentenprijzen",
    CHARACTERISTICS: "Maatstaven gemeentefonds",
    SOCIAL_SCORE: "Sociaal-economische status per wijk en buurt",
    FORECAST: "Regionale prognose; bevolking, regio-indeling",
    PRIMARY: "Leerlingen primair onderwijs per samenwerkingsverband",
    SECONDARY: "Leerlingen voortgezet onderwijs per samenwerkingsverband",
    **{table: f"Gemeenten {year}, onbewerkte Iv3-data" for year, table in MONEY_TABLES.items()},
    **{table: f"Kerncijfers wijken en buurten {year}" for year, table in DISTRICT_TABLES.items()},
}


def source_rows(figures: pa.Table) -> list[dict[str, Any]]:
    """Give the tables that the figures came from as rows of ``OPEN_SOURCES``."""
    counted = figures.group_by("source").aggregate(
        [("year", "min"), ("year", "max"), ("year", "count")]
    )
    rows = counted.take(pc.sort_indices(counted["source"])).to_pylist()
    return [_row(one) for one in rows]


def _row(counted: dict[str, Any]) -> dict[str, Any]:
    return {
        "source": counted["source"],
        "title": INVENTED + TITLES[counted["source"]],
        "publisher": PUBLISHER,
        "licence": LICENCE,
        "address": "",
        "modified": MADE,
        "fetched": MADE,
        "origin": "fictitious",
        "first_year": counted["year_min"],
        "last_year": counted["year_max"],
        "figures": counted["year_count"],
    }


def break_rows() -> list[dict[str, Any]]:
    """Give the trend breaks as rows of ``TREND_BREAKS``: they are those of the real tables."""
    rows = sorted((topic, year, reason) for year, reason, topics in BREAKS for topic in topics)
    return [dict(zip(TREND_BREAKS, row, strict=True)) for row in rows]


LAST_REALISED: Final = YEARS[-2]
"""The last year of which characteristics are published."""
