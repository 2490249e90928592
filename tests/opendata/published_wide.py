"""A larger country as its publishers have it: sixty-one municipalities, every year and every table.

Made of the small country: what it says of one municipality or district is said here of each, as
large as the place is and a little different. Counts are multiples of 5 and missing below 10.
"""

import math
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any, Final

from tests.opendata.published import accounts, areas, everything, neighbourhoods
from tests.opendata.published_files import files
from tests.opendata.published_parts import periods, regions
from tests.opendata.tables import Axis, Served

OWN: Final = tuple(f"GM98{number:02}" for number in range(1, 15))
OTHERS: Final = tuple(f"GM90{number:02}" for number in range(1, 47))
MERGED: Final = "GM1980"
PARTS: Final = {"GM0398": 40_000.0, "GM0416": 20_000.0}
PLACES: Final = (*OWN, *OTHERS, MERGED)
DISTRICTS: Final = tuple(f"WK{code[2:]}{number:02}" for code in OWN for number in range(1, 7))
GROUPS: Final = {
    "NL01": PLACES,
    "PV98": PLACES[:30],
    "PV90": PLACES[30:],
    "JZ98": OWN,
    "JZ90": (*OTHERS, MERGED),
}
TEMPLATE_INHABITANTS: Final = 50_000.0
"""How many live in the place that the small country tells of, as far as anything says so."""

MEANS: Final = ("Gemiddeld", "CPI", "Score", "dichtheid", "Spreiding")
"""Measures that do not grow with a place."""

TIMES: Final = {
    "03759ned": 4.0,
    "85097NED": 40.0,
    "85100NED": 4.0,
    "85101NED": 100.0,
} | dict.fromkeys(("85094NED", "85102NED"), 5.0)
"""By what counts are multiplied where the small country has few."""

YEARLY: Final[Mapping[str, tuple[int, int]]] = {
    "85099NED": (2021, 2025),
    "84134NED": (2015, 2020),
    "85097NED": (2021, 2025),
    "85101NED": (2024, 2024),
    "85098NED": (2021, 2025),
    "85100NED": (2021, 2025),
    "83454NED": (2023, 2025),
    "71486ned": (2022, 2025),
    "85900NED": (2022, 2022),
    "85685NED": (2023, 2023),
    "03759ned": (2015, 2026),
    "83131NED": (2015, 2025),
}
HALVES: Final = ("85099NED", "85097NED", "85100NED", "85101NED")
"""Tables that tell of half-years too; here of the last year only."""

PROVISIONAL_FROM: Final = 2025
POSTS: Final[Mapping[int, tuple[str, Mapping[str, str]]]] = {
    2016: ("FunctieBalanspost", {"670": "Wmo en Jeugd", "682": "Jeugdhulp", "683": "Veilig"}),
    2022: (
        "TaakveldBalanspost",
        {"6.2": "Toegang", "6.72": "Maatwerk 18-", "6.82": "Geëscaleerde zorg 18-"},
    ),
    2024: (
        "TaakveldBalanspost",
        {"6.2": "Toegang", "6.72a": "Jeugdhulp begeleiding", "6.73a": "Pleegzorg"},
    ),
    2099: (
        "TaakveldBalanspost",
        {
            "6.211": "Toegang jeugd",
            "6.751": "Jeugdhulp zonder verblijf",
            "6.761": "Jeugdhulp met verblijf",
            "6.821": "Jeugdbescherming",
            "6.999": "Jeugd, nog niet ingedeeld",
        },
    ),
}
"""Up to which year accounts have which posts; the last one is new."""

ACCOUNTS: Final = {
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
NEIGHBOURHOODS: Final = {2025: "86165NED", 2024: "85984NED", 2023: "85618NED", 2022: "85318NED"}


def inhabitants(code: str) -> float:
    """Tell how many live in a place: 15 thousand to 300 thousand, or all of a group together."""
    if code in GROUPS:
        return sum(inhabitants(part) for part in GROUPS[code])
    if code in PARTS:
        return PARTS[code]
    if code == MERGED:
        return sum(PARTS.values())
    if code.startswith("WK"):
        return inhabitants(f"GM{code[2:6]}") * int(code[6:8]) / 21
    return 15_000.0 + (PLACES.index(code) * 37 % 61) ** 2 * 80


def differing(code: str, name: str) -> float:
    """Tell how much more or less than elsewhere a place has of something; groups are as all."""
    return 1.0 if code in GROUPS else 1 + 0.2 * math.sin(sum(map(ord, code + name)) * 7.3)


def wide() -> tuple[Served, ...]:
    """Publish all of it."""
    yearly = ("85084NED", *ACCOUNTS.values(), *NEIGHBOURHOODS.values(), "86059NED")
    listed = [_widened(one) for one in everything() if one.id not in yearly]
    return (
        _areas("86059NED"),
        *listed,
        *(_widened(neighbourhoods(name)) for name in NEIGHBOURHOODS.values()),
        *(_widened(_accounts(year, name)) for year, name in ACCOUNTS.items()),
    )


def wide_files() -> dict[str, bytes]:
    """Publish outlines and schools: a location for every two thousand inhabitants."""
    heading = "VESTIGINGSCODE;VESTIGINGSNAAM;GEMEENTENUMMER;SWV NUMMER;NAAM SWV;AANTAL LEERLINGEN"
    lines = [
        f"{place}{number:03};De Eik;{code[2:]};PO{30 + place % 3};Samen {place % 3};{200 + number}"
        for place, code in enumerate(PLACES)
        for number in range(int(inhabitants(code) // 2_000))
    ]
    return files() | {"03-alle-vestigingen-bo.csv": "\r\n".join([heading, *lines]).encode()}


def _accounts(year: int, name: str) -> Served:
    axis, posts = next(POSTS[last] for last in sorted(POSTS) if year <= last)
    return accounts(name, year, posts, axis)


def _areas(name: str) -> Served:
    """Publish in which province and youth region each lies, and how large and urban it is."""

    def told(code: str, gauge: str, text: object) -> object:
        small = {"Code_46": str(min(8, 1 + int(inhabitants(code) ** 0.5 // 70)))}
        small |= {"Code_48": str(1 + PLACES.index(code) % 5)} if code in PLACES else {}
        province = "PV98" if code in GROUPS["PV98"] else "PV90"
        small |= {"Code_28": f"{province}  ", "Naam_29": f"Provincie {province[2:]}   "}
        region = "JZ98" if code in OWN else "JZ90"
        small |= {"Code_14": f"{region}  ", "Naam_15": f"Jeugdregio {region[2:]} "}
        return f"{small.get(gauge, text)}"

    table = areas()
    first = table.rows[-1]
    rows = [
        {"RegioS": code} | {gauge: told(code, gauge, first[gauge]) for gauge in table.gauges}
        for code in PLACES
    ]
    return replace(table, id=name, axes={"RegioS": regions(*PLACES)}, rows=rows)


def _widened(table: Served) -> Served:
    """Say of every place and year what the table says of one, in proportion."""
    places = next((name for name, axis in table.axes.items() if axis.kind == "region"), "")
    places = places or next((name for name in table.axes if name == "Gemeenten"), "")
    time = next((name for name, axis in table.axes.items() if axis.kind == "time"), "")
    new_places = _places_of(table, places)
    new_time = _time_of(table, time)
    axes = dict(table.axes)
    axes |= {places: new_places} if places else {}
    axes |= {time: new_time} if time else {}
    rows = _templates(table, places, time)
    for name, keys in ((places, new_places), (time, new_time)):
        rows = [row | {name: key} for row in rows for key in keys.titles] if name else rows
    gauged = {name: _scale(table, name) for name in table.gauges}
    filled = [
        row | {name: gauged[name](row, row[places or time]) for name in gauged} for row in rows
    ]
    return replace(table, axes=axes, rows=filled, title=f"Jeugdzorg in cijfers, {table.id}")


def _templates(table: Served, places: str, time: str) -> list[dict[str, Any]]:
    """Give the rows about the first place that is not the country, in the first period."""
    first = {name: next(iter(table.axes[name].titles)) for name in (time,) if name}
    codes = list(table.axes[places].titles) if places else []
    wanted = next((code for code in codes if code[:2] in {"GM", "WK"}), "")
    first |= {places: wanted} if places else {}
    return [dict(row) for row in table.rows if all(row[name] == first[name] for name in first)]


def _places_of(table: Served, name: str) -> Axis:
    axis = table.axes.get(name, Axis({}))
    has_districts = any(code.startswith("WK") for code in axis.titles)
    former = tuple(PARTS) if table.id == "84134NED" else ()
    codes = [*GROUPS, *PLACES, *former, *(DISTRICTS if has_districts else ())]
    return replace(axis, titles={code: f"Gebied {code}" for code in codes})


def _time_of(table: Served, name: str) -> Axis:
    if table.id not in YEARLY:
        return table.axes.get(name, Axis({}))
    first, last = YEARLY[table.id]
    halves = [f"{last}HJ01", f"{last}HJ02"] if table.id in HALVES else []
    keys = [*(f"{year}JJ00" for year in range(first, last + 1)), *halves]
    unsure = [key for key in keys if int(key[:4]) >= PROVISIONAL_FROM]
    return periods(*keys, provisional=unsure)


def _scale(table: Served, name: str) -> Callable[[Mapping[str, Any], str], object]:
    """Say how a measure of one place becomes that of another."""
    gauge = table.gauges[name]
    fixed = gauge.text or any(word in name for word in MEANS)
    of_a_district = table.id in (*NEIGHBOURHOODS.values(), "85685NED")
    more = 50.0 if of_a_district else TIMES.get(table.id, 1.0)

    def scaled(row: Mapping[str, Any], code: str) -> object:
        value = row[name]
        if value is None or gauge.text or code[:2] not in {"GM", "WK", "NL", "PV", "JZ"}:
            return value
        if fixed or gauge.unit == "%":
            return round(value * differing(code, name), 1)
        size = inhabitants(code) / TEMPLATE_INHABITANTS * more
        count = 5 * round(value * size * differing(code, name) / 5)
        return count if count >= 10 else None

    return scaled
