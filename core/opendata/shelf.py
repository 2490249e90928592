"""The shelf: one edition of open data, in Parquet that anybody can open.

An edition is what was fetched together, or the fictitious country that comes with the app. Figures
of two editions never meet. Open data were protected by who publishes them, so that they need no
protection of ours; what was not published stays missing.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Final

import pandas as pd

from core.tables import OPEN_ABSENT

FICTITIOUS: Final = "voorbeeld"
BUNDLED_FOLDER: Final = Path(__file__).parents[2] / "sample_data" / "open"
FIGURES_FILE: Final = "figures.parquet"
SOURCES_FILE: Final = "sources.parquet"
REGIONS_FILE: Final = "regions.parquet"
BREAKS_FILE: Final = "breaks.parquet"
ABSENT_FILE: Final = "absent.parquet"


@dataclass(frozen=True, slots=True)
class Shelf:
    """An edition: its name (``voorbeeld`` or the ISO day it was fetched) and its folder."""

    edition: str
    folder: Path

    @property
    def fictitious(self) -> bool:
        """Tell whether its municipalities are invented."""
        return self.edition == FICTITIOUS


def bundled_shelf() -> Shelf:
    """Give the fictitious country that comes with the app."""
    return Shelf(FICTITIOUS, BUNDLED_FOLDER)


def figures_of(shelf: Shelf, topic: str, kind: str = "") -> pd.DataFrame:
    """Give the figures of a topic (``OPEN_FIGURES``), of one kind of region when asked.

    A topic that the edition does not hold gives no rows.
    """
    figures = shelf.folder / FIGURES_FILE
    regions = shelf.folder / REGIONS_FILE
    changed = (figures.stat().st_mtime_ns, regions.stat().st_mtime_ns)
    return _read_topic_at(figures, changed, topic, kind).copy(deep=False)


def regions_of(shelf: Shelf, kind: str = "") -> pd.DataFrame:
    """Give the regions (``OPEN_REGIONS``), of one kind when asked, in order of name."""
    path = shelf.folder / REGIONS_FILE
    return _regions_at(path, path.stat().st_mtime_ns, kind).copy(deep=False)


def sources_of(shelf: Shelf) -> pd.DataFrame:
    """Give the tables that the edition was made from (``OPEN_SOURCES``)."""
    return _read(shelf.folder / SOURCES_FILE).copy()


def absent_of(shelf: Shelf) -> pd.DataFrame:
    """Give the tables that could not be had for this edition (``OPEN_ABSENT``)."""
    path = shelf.folder / ABSENT_FILE
    return _read(path).copy() if path.exists() else pd.DataFrame(columns=list(OPEN_ABSENT))


def breaks_of(shelf: Shelf, topic: str = "") -> pd.DataFrame:
    """Give the years that begin a new way of counting (``TREND_BREAKS``), of a topic when asked."""
    rows = _read(shelf.folder / BREAKS_FILE)
    chosen = rows[rows["topic"] == topic] if topic else rows
    return chosen.reset_index(drop=True)


def shapes_of(shelf: Shelf, kind: str) -> dict[str, Any]:
    """Give the outlines of a kind of region: GeoJSON, each with a property ``region``.

    Without a file of that kind there are no features.
    """
    path = shelf.folder / f"shapes_{kind}.json"
    if not path.exists():
        return {"type": "FeatureCollection", "features": []}
    shapes: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return shapes


def name_of(shelf: Shelf, region: str) -> str:
    """Name a region; a code that is not in the edition names itself."""
    path = shelf.folder / REGIONS_FILE
    return _names_at(path, path.stat().st_mtime_ns).get(region, region)


def area_of(municipality: str) -> str:
    """Give the code in open data of a municipality as declarations write it: 9801 is GM9801."""
    return f"GM{municipality}"


def members_of(shelf: Shelf, region: str) -> Sequence[str]:
    """List the municipalities of a region: itself, or all that lie in it."""
    rows = regions_of(shelf, "municipality")
    kinds = ("province", "youth_region", "school_partnership")
    within = rows[kinds[0]].eq(region)
    for kind in kinds[1:]:
        within |= rows[kind].eq(region)
    if region.startswith("NL"):
        return list(rows["region"])
    return list(rows.loc[within | rows["region"].eq(region), "region"])


def _read(path: Path) -> pd.DataFrame:
    return _read_at(path, path.stat().st_mtime_ns)


@lru_cache(maxsize=16)
def _read_at(path: Path, _changed: int) -> pd.DataFrame:
    """Read a file once for as long as it does not change; callers must not change the rows."""
    return pd.read_parquet(path)


@lru_cache(maxsize=16)
def _regions_at(path: Path, changed: int, kind: str) -> pd.DataFrame:
    rows = _read_at(path, changed).sort_values("name", kind="stable")
    chosen = rows[rows["kind"] == kind] if kind else rows
    return chosen.reset_index(drop=True)


@lru_cache(maxsize=4)
def _names_at(path: Path, changed: int) -> dict[str, str]:
    rows = _read_at(path, changed)
    return dict(zip(rows["region"], rows["name"], strict=True))


@lru_cache(maxsize=64)
def _read_topic_at(path: Path, changed: tuple[int, int], topic: str, kind: str) -> pd.DataFrame:
    """Read one topic only: a file may hold a million figures."""
    if not kind:
        rows = pd.read_parquet(path, filters=[("topic", "==", topic)])
        return rows.drop(columns="topic").reset_index(drop=True)
    rows = _read_topic_at(path, changed, topic, "")
    regions = _regions_at(path.with_name(REGIONS_FILE), changed[1], kind)["region"]
    return rows[rows["region"].isin(regions)].reset_index(drop=True)
