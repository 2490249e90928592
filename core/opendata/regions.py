"""The division into regions: municipalities with the regions they lie in, and districts."""

import re
from collections.abc import Iterable, Mapping
from typing import Any, Final

import pandas as pd

from core.errors import SourceNotUsable
from core.opendata.catalogue import Entry
from core.opendata.descriptions import Description
from core.opendata.questions import Filter, Question
from core.opendata.shaping import COUNTRY, region_dimension
from core.tables import OPEN_REGIONS

CODE, NAME = "code", "naam"
ATTRIBUTES: Final[Mapping[str, tuple[str, str]]] = {
    "province": (r"provincie", CODE),
    "province_name": (r"provincie", NAME),
    "youth_region": (r"jeugd", CODE),
    "youth_region_name": (r"jeugd", NAME),
    "size_class": (r"gemeentegrootte", CODE),
    "urbanity": (r"stedelijkheid", CODE),
}
"""What is read of a municipality: pattern of the headings, and the beginning of the title."""

COUNTRY_NAME: Final = "Nederland"
KINDS: Final = {"province": "PV", "youth_region": "JZ"}
PLAIN: Final[Mapping[str, Any]] = {
    **dict.fromkeys(("municipality", "province", "youth_region", "school_partnership"), ""),
    **dict.fromkeys(("size_class", "urbanity"), 0),
}


def question_of_regions(described: Description, _entry: Entry) -> Question:
    """Ask for what is read of every municipality."""
    regions = region_dimension(described)
    keys = tuple(_keys(described).values())
    if regions is None or not keys:
        raise SourceNotUsable(described.table.id, "no_measure", "provincie")
    return Question(described.table, keys, (Filter(regions.name, starts=("GM",)),))


def shape_regions(described: Description, figures: pd.DataFrame, entry: Entry) -> pd.DataFrame:
    """Read municipalities, and the provinces and youth regions they lie in (``OPEN_REGIONS``)."""
    found = _attributes(described, figures)
    listed = [
        {"region": code, "name": name, "kind": "municipality"} | _of_municipality(found, code)
        for code, name in _municipalities(described).items()
        if code in found.index
    ]
    for kind, beginning in KINDS.items():
        listed += _parents(found, kind, beginning)
    listed.append({"region": COUNTRY, "name": COUNTRY_NAME, "kind": "country"})
    return table_of(listed, entry.year)


def districts_of(described: Description, year: int) -> pd.DataFrame:
    """List the districts of a table of key figures, each in its municipality."""
    regions = region_dimension(described)
    items = regions.items if regions else ()
    listed = [
        {
            "region": item.key,
            "name": item.title.strip(),
            "kind": "district",
            "municipality": f"GM{item.key[2:6]}",
        }
        for item in items
        if item.key.startswith("WK")
    ]
    return table_of(listed, year)


def table_of(listed: Iterable[Mapping[str, Any]], year: int) -> pd.DataFrame:
    """Give regions the columns of ``OPEN_REGIONS``; what is not told is unknown."""
    rows = [{**PLAIN, "year": year, **one} for one in listed]
    return pd.DataFrame(rows, columns=list(OPEN_REGIONS))


def filled_in(regions: pd.DataFrame, older: pd.DataFrame) -> pd.DataFrame:
    """Take size and urbanity of an older division where the newest does not tell them yet."""
    known = older.set_index("region")
    rows = regions.copy()
    for name in ("size_class", "urbanity"):
        told = rows["region"].map(known[name]).fillna(0).astype("int64")
        rows[name] = rows[name].where(rows[name] > 0, told)
    return rows


def _municipalities(described: Description) -> dict[str, str]:
    regions = region_dimension(described)
    items = regions.items if regions else ()
    return {item.key: item.title.strip() for item in items if item.key.startswith("GM")}


def _keys(described: Description) -> dict[str, str]:
    """Find the measure of each attribute, by the heading above it and its title."""
    found: dict[str, str] = {}
    for name, (heading, title) in ATTRIBUTES.items():
        for measure in described.measures:
            fits = re.search(heading, measure.group.casefold())
            if fits and measure.title.casefold().startswith(title):
                found.setdefault(name, measure.key)
    return found


def _attributes(described: Description, figures: pd.DataFrame) -> pd.DataFrame:
    """Lay what was read side by side as text, a row a municipality."""
    regions = region_dimension(described)
    assert regions is not None, "asked for"  # noqa: S101 - for the type
    names = {key: name for name, key in _keys(described).items()}
    numbers = figures["value"].map(lambda number: "" if pd.isna(number) else f"{number:.0f}")
    rows = pd.DataFrame(
        {
            "region": figures[regions.name].astype(str).str.strip(),
            "name": figures["measure"].astype(str).map(names),
            "text": figures["text"].fillna(numbers).astype(str).str.strip(),
        }
    ).dropna(subset=["name"])
    wide = rows.pivot_table(index="region", columns="name", values="text", aggfunc="first")
    return wide.reindex(columns=list(ATTRIBUTES)).fillna("")


def _of_municipality(found: pd.DataFrame, code: str) -> dict[str, Any]:
    row = found.loc[code]
    return {
        "province": row["province"],
        "youth_region": row["youth_region"],
        "size_class": _number(str(row["size_class"])),
        "urbanity": _number(str(row["urbanity"])),
    }


def _parents(found: pd.DataFrame, kind: str, beginning: str) -> list[dict[str, Any]]:
    named = found[[kind, f"{kind}_name"]].drop_duplicates(kind)
    return [
        {"region": code, "name": name or code, "kind": kind}
        for code, name in named.itertuples(index=False)
        if code.startswith(beginning)
    ]


def _number(text: str) -> int:
    return int(text) if text.isdecimal() else 0
