"""Schools as partners: which partnership a municipality lies in, and how many schools it has.

DUO publishes lists of locations and of partnerships. Their headings change now and then, so that
columns are found by words. A partnership that reaches over several municipalities has the schools
of all of them; a municipality lies in the partnership of most of its schools.
"""

import csv
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import pandas as pd

from core.errors import SourceNotUsable
from core.opendata.regions import table_of
from core.opendata.topics import TOPICS
from core.tables import OPEN_FIGURES

SEPARATORS: Final = ";,\t"
COLUMNS: Final[Mapping[str, str]] = {
    "municipality": r"gemeente ?(nummer|code)",
    "partnership": r"(swv|samenwerkingsverband).*(nummer|code|id)|^administratienummer",
    "partnership_name": r"naam.*(swv|samenwerkingsverband)|(swv|samenwerkingsverband).*naam",
    "location": r"vestigings?(code|nummer)|^(brin|instellingscode)",
    "pupils": r"aantal.*leerlingen|leerlingen.*aantal",
}
"""What is read of a list, by a pattern of its heading in small letters."""

PARTNERSHIP: Final = "SV"


@dataclass(frozen=True, slots=True)
class Locations:
    """Locations of one kind of school: columns of ``COLUMNS`` as far as the list has them."""

    kind: str
    source: str
    rows: pd.DataFrame


def read_locations(path: Path, source: str) -> pd.DataFrame:
    """Read a list of DUO as text columns of ``COLUMNS``.

    Raises ``SourceNotUsable`` when it names neither municipalities nor partnerships.
    """
    text = _text(path)
    separator = max(SEPARATORS, key=text.partition("\n")[0].count)
    rows = list(csv.reader(text.splitlines(), delimiter=separator))
    headings = [heading.strip().casefold() for heading in rows[0]] if rows else []
    places = _places(headings)
    if not {"municipality", "partnership"} & set(places):
        raise SourceNotUsable(source, "wrong_shape")
    whole = [row for row in rows[1:] if len(row) == len(headings)]
    return pd.DataFrame(
        {name: [row[place].strip() for row in whole] for name, place in places.items()}
    )


def joined(locations: Locations, members: pd.DataFrame) -> Locations:
    """Add the partnership of each location, from a list that names both."""
    rows = locations.rows
    if "partnership" in rows or not {"location", "partnership"} <= set(members):
        return locations
    known = members.drop_duplicates("location").set_index("location")
    names = [name for name in ("partnership", "partnership_name") if name in known]
    return Locations(locations.kind, locations.source, rows.join(known[names], on="location"))


def partnerships_of(lists: Sequence[Locations]) -> tuple[pd.DataFrame, dict[str, str]]:
    """Give the partnerships (``OPEN_REGIONS``) and that of each municipality, as far as told."""
    told = [one.rows for one in lists if {"municipality", "partnership"} <= set(one.rows)]
    if not told:
        return table_of([], 0), {}
    rows = pd.concat(told, ignore_index=True).query("municipality != '' and partnership != ''")
    rows = rows.dropna(subset=["partnership"])
    most = rows.groupby("municipality")["partnership"].agg(lambda codes: codes.mode().iloc[0])
    names = rows.get("partnership_name", rows["partnership"])
    named = dict(zip(rows["partnership"], names, strict=True))
    regions = [
        {"region": f"{PARTNERSHIP}{code}", "name": named[code], "kind": "school_partnership"}
        for code in sorted(named)
    ]
    return table_of(regions, 0), {
        _municipality(str(code)): f"{PARTNERSHIP}{one}" for code, one in most.items()
    }


def count_schools(locations: Locations, day: str, partners: Mapping[str, str]) -> pd.DataFrame:
    """Count locations and pupils by municipality and partnership (``OPEN_FIGURES``)."""
    rows = locations.rows
    if "municipality" not in rows:
        return pd.DataFrame(columns=list(OPEN_FIGURES))
    codes = rows["municipality"].map(_municipality)
    partnership = codes.map(partners)
    counted = [_counted(rows, codes, locations.kind), _counted(rows, partnership, locations.kind)]
    return pd.concat(counted, ignore_index=True).assign(
        period=f"{day[:4]}JJ00", year=int(day[:4]), status="definitive", source=locations.source
    )[list(OPEN_FIGURES)]


def _counted(rows: pd.DataFrame, regions: "pd.Series[str]", kind: str) -> pd.DataFrame:
    known = rows.assign(region=regions).dropna(subset=["region"])
    numbers = {"schools": known.groupby("region").size().astype("float64")}
    if "pupils" in known:
        pupils = pd.to_numeric(known["pupils"], errors="coerce")
        numbers["pupils"] = pupils.groupby(known["region"]).agg(lambda one: one.sum(skipna=False))
    listed = [
        value.rename("value").rename_axis("region").reset_index().assign(topic=topic)
        for topic, value in numbers.items()
        if topic in TOPICS
    ]
    return pd.concat(listed, ignore_index=True).assign(category=kind)


def _municipality(code: str) -> str:
    return f"GM{re.sub(r'[^0-9]', '', code).zfill(4)}"


def _places(headings: Sequence[str]) -> dict[str, int]:
    found: dict[str, int] = {}
    for name, pattern in COLUMNS.items():
        fitting = (place for place, heading in enumerate(headings) if re.search(pattern, heading))
        place = next(fitting, None)
        if place is not None and place not in found.values():
            found[name] = place
    return found


def _text(path: Path) -> str:
    body = path.read_bytes()
    try:
        return body.decode("utf-8-sig")
    except UnicodeDecodeError:
        return body.decode("cp1252", "replace")
