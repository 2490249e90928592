"""The tables that an edition is made from: which id, of which publisher, for which years.

Newest first: where two tables give the same figure, the first one counts. An id that was never
seen at its publisher is marked; it is tried, and its absence is said and stops nothing.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from core.opendata.hosts import OpenTable, Publisher

FIRST_YEAR: Final = 2015
"""The year in which municipalities became responsible for youth care."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A table, and how it is read: a key of ``core.opendata.readings.READINGS``.

    ``year`` is what a table without periods is about, 0 when it has its own.
    """

    table: OpenTable
    reading: str
    year: int = 0
    verified: bool = True


def _yearly(
    reading: str, ids: Mapping[int, str], unverified: tuple[int, ...] = ()
) -> tuple[Entry, ...]:
    """List one table a year, the newest first."""
    return tuple(
        Entry(OpenTable(ids[year]), reading, year, year not in unverified)
        for year in sorted(ids, reverse=True)
        if year >= FIRST_YEAR
    )


def _accounts(ids: Mapping[int, str]) -> tuple[Entry, ...]:
    publisher: Publisher = "third_party"
    return tuple(
        Entry(OpenTable(ids[year], publisher), "accounts", year)
        for year in sorted(ids, reverse=True)
    )


REGIONS: Final = _yearly(
    "regions",
    {
        2026: "86247NED",
        2025: "86059NED",
        2024: "85755NED",
        2023: "85385NED",
        2022: "85067NED",
        2021: "84929NED",
        2020: "84721NED",
        2019: "84378NED",
        2018: "83859NED",
        2017: "83553NED",
        2016: "83287NED",
        2015: "82949NED",
    },
    unverified=(2026, 2023, 2021, 2019, 2018, 2016),
)
"""Areas in the Netherlands: of these only the newest one that is filled in is used."""

USE: Final = (
    Entry(OpenTable("85099NED"), "use"),
    Entry(OpenTable("84134NED"), "use"),
    Entry(OpenTable("85098NED"), "indicators"),
    Entry(OpenTable("82972NED"), "indicators"),
    Entry(OpenTable("85097NED"), "referrers"),
    Entry(OpenTable("82969NED"), "referrers", verified=False),
    Entry(OpenTable("85100NED"), "persons"),
    Entry(OpenTable("84135NED"), "persons"),
    Entry(OpenTable("85101NED"), "schemes"),
    Entry(OpenTable("84137NED"), "schemes", verified=False),
    Entry(OpenTable("85094NED"), "reference_day"),
    Entry(OpenTable("85102NED"), "reference_youth"),
    Entry(OpenTable("83454NED"), "survey"),
)

SURROUNDINGS: Final = (
    Entry(OpenTable("03759ned"), "population"),
    Entry(OpenTable("85171NED"), "forecast"),
    Entry(OpenTable("71486ned"), "households", verified=False),
    Entry(OpenTable("83131NED"), "prices", verified=False),
    *_yearly(
        "yardsticks",
        {
            2021: "85052NED",
            2020: "84860NED",
            2019: "84590NED",
            2018: "83997NED",
            2017: "83718NED",
            2016: "83440NED",
        },
    ),
    Entry(OpenTable("86092NED"), "social_score", verified=False),
    Entry(OpenTable("85900NED"), "social_score"),
    Entry(OpenTable("85539NED"), "social_score"),
    Entry(OpenTable("85163NED"), "social_score"),
)

NEIGHBOURHOODS: Final = _yearly(
    "neighbourhoods",
    {
        2025: "86165NED",
        2024: "85984NED",
        2023: "85618NED",
        2022: "85318NED",
        2021: "85039NED",
        2020: "84799NED",
        2019: "84583NED",
        2018: "84286NED",
        2017: "83765NED",
        2016: "83487NED",
        2015: "83220NED",
    },
)

DISTRICT_USE: Final = _yearly(
    "district_use",
    {2023: "85685NED", 2021: "85075NED", 2017: "83782NED", 2016: "83563NED", 2015: "82951NED"},
    unverified=(2015,),
)

ACCOUNTS: Final = _accounts(
    {
        2026: "45078NED",
        2025: "45071NED",
        2024: "45067NED",
        2023: "45063NED",
        2022: "45059NED",
        2021: "45054NED",
        2020: "45050NED",
        2019: "45046NED",
        2018: "45042NED",
        2017: "45038NED",
        2016: "45031NED",
        2015: "45006NED",
    }
)

TABLES: Final = (*USE, *SURROUNDINGS, *DISTRICT_USE, *NEIGHBOURHOODS, *ACCOUNTS)
"""All tables with figures, apart from ``REGIONS``."""

YEARS_WITHOUT_DISTRICT_USE: Final = (2018, 2019, 2020, 2022, 2024)
"""Years of which no table of youth care by district is known."""

SCHOOL_FILES: Final[Mapping[str, str]] = {
    "primary": "/open_onderwijsdata/images/03-alle-vestigingen-bo.csv",
    "secondary": "/open_onderwijsdata/images/02-alle-vestigingen-vo.csv",
    "partnerships_primary": (
        "/open_onderwijsdata/images/04-samenwerkingsverbanden-passend-onderwijs-po.csv"
    ),
}
"""Files of DUO, by what they hold, below the address of the host. Their names change now and then;
a file that is not there is said, and stops nothing."""

UNVERIFIED_FILES: Final = ("04-samenwerkingsverbanden-passend-onderwijs-po.csv",)

OUTLINES: Final[Mapping[str, str]] = {"municipality": "gemeente", "district": "wijk"}
"""Kinds of regions whose outlines are fetched, and how their publisher names them."""


def outline_path(kind: str, year: int) -> str:
    """Give the path of the simplified outlines of a kind of region in a year, in degrees."""
    return (
        f"/cbs/gebiedsindelingen/{year}/wfs/v1_0?service=WFS&version=2.0.0&request=GetFeature"
        f"&typeName=gebiedsindelingen:{OUTLINES[kind]}_gegeneraliseerd"
        "&outputFormat=application/json&srsName=EPSG:4326"
    )
