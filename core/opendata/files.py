"""Files beside the tables: schools with their partnerships, and outlines of regions."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final, TypeVar

import pandas as pd

from core.errors import SourceNotReached, SourceNotUsable
from core.opendata.catalogue import OUTLINES, SCHOOL_FILES, UNVERIFIED_FILES, outline_path
from core.opendata.client import Client, Kept, download
from core.opendata.outlines import read_outlines
from core.opendata.regions import table_of
from core.opendata.schools import (
    Locations,
    count_schools,
    joined,
    partnerships_of,
    read_locations,
)
from core.tables import OPEN_FIGURES

Read = TypeVar("Read")
SCHOOLS: Final = "schools"
OUTLINE: Final = "outlines"
LICENCES: Final = {SCHOOLS: "CC0 1.0", OUTLINE: "CC BY 4.0"}
PUBLISHERS: Final = {SCHOOLS: "DUO", OUTLINE: "CBS en Kadaster (PDOK)"}
ADDRESSES: Final = {
    SCHOOLS: "https://duo.nl/open_onderwijsdata/",
    OUTLINE: "https://www.pdok.nl/introductie/-/article/cbs-gebiedsindelingen",
}
KINDS: Final = ("primary", "secondary")
NO_ROOM: Final = "no_room"
"""The reason when nothing can be kept on this machine."""


@dataclass(frozen=True, slots=True)
class Files:
    """What the files gave: figures, partnerships, the one of each municipality, and outlines."""

    figures: pd.DataFrame
    partnerships: pd.DataFrame
    partners: Mapping[str, str]
    shapes: Mapping[str, Any]
    sources: list[Mapping[str, Any]] = field(default_factory=list)
    absent: list[Mapping[str, Any]] = field(default_factory=list)


def fetch_files(client: Client, day: str, year: int, silent: set[str]) -> Files:
    """Fetch all files; one that fails is said. ``silent`` are hosts that do not answer."""
    files = Files(_no_figures(), table_of([], year), {}, {})
    lists = _school_lists(client, files, silent)
    partnerships, partners = partnerships_of(lists)
    counted = [count_schools(one, day, partners) for one in lists]
    outlines = _outlines(client, files, year, silent)
    figures = pd.concat([_no_figures(), *counted], ignore_index=True)
    numbers = figures["source"].value_counts()
    told: list[Mapping[str, Any]] = [
        {**one, "figures": int(numbers.get(one["source"], 0))} for one in files.sources
    ]
    listed = partnerships.assign(year=year)
    return Files(figures, listed, partners, outlines, told, files.absent)


def _school_lists(client: Client, files: Files, silent: set[str]) -> list[Locations]:
    read: dict[str, pd.DataFrame] = {}
    for kind, path in SCHOOL_FILES.items():
        name = path.rsplit("/", 1)[-1]
        address = f"{client.hosts.schools}{path}"
        rows = _had(client, files, silent, (SCHOOLS, name, address), read_locations)
        if rows is not None:
            read[kind] = rows
    members = read.get("partnerships_primary", pd.DataFrame())
    names = {kind: SCHOOL_FILES[kind].rsplit("/", 1)[-1] for kind in KINDS}
    return [
        joined(Locations(kind, names[kind], read[kind]), members) for kind in KINDS if kind in read
    ]


def _outlines(client: Client, files: Files, year: int, silent: set[str]) -> dict[str, Any]:
    """Fetch outlines of each kind; those of the year before where the newest are not out yet."""
    found: dict[str, Any] = {}
    for kind, name in OUTLINES.items():
        for vintage in (year, year - 1):
            address = f"{client.hosts.shapes}{outline_path(kind, vintage)}"
            told = (OUTLINE, f"{name}_gegeneraliseerd {vintage}", address)
            shapes = None if kind in found else _had(client, files, silent, told, read_outlines)
            if shapes is not None:
                found[kind] = shapes
    return found


def _had(
    client: Client,
    files: Files,
    silent: set[str],
    told: tuple[str, str, str],
    read: Callable[[Path, str], Read],
) -> Read | None:
    """Fetch and read one file (kind, name and address); what goes wrong is said in ``files``."""
    kind, name, address = told
    absent = {"source": name, "kind": kind, "year": 0, "verified": name not in UNVERIFIED_FILES}
    if kind in silent:
        files.absent.append(absent | {"reason": "no_connection"})
        return None
    try:
        kept = download(client, address, name)
        content = read(kept.path, name)
    except (SourceNotReached, SourceNotUsable) as problem:
        if problem.reason == NO_ROOM:
            raise
        if problem.reason == "no_connection":
            silent.add(kind)
        files.absent.append(absent | {"reason": problem.reason})
    else:
        files.sources.append(_source(kind, name, kept))
        return content
    return None


def _source(kind: str, name: str, kept: Kept) -> dict[str, Any]:
    return {
        "source": name,
        "title": name,
        "publisher": PUBLISHERS[kind],
        "licence": LICENCES[kind],
        "address": ADDRESSES[kind],
        "modified": "",
        "fetched": kept.fetched,
        "origin": "published",
        "first_year": int(kept.fetched[:4]),
        "last_year": int(kept.fetched[:4]),
        "figures": 0,
    }


def _no_figures() -> pd.DataFrame:
    return pd.DataFrame(columns=list(OPEN_FIGURES))
