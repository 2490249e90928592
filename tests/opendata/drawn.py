"""Small editions, drawn: what a test says, and plain values for the rest."""

from pathlib import Path
from typing import Any, Final

import pandas as pd

from core.opendata.shelf import (
    BREAKS_FILE,
    FIGURES_FILE,
    REGIONS_FILE,
    SOURCES_FILE,
    Shelf,
)
from core.tables import OPEN_FIGURES, OPEN_REGIONS, OPEN_SOURCES, TREND_BREAKS, Table

Row = dict[str, Any]

FIGURE: Final[Row] = {
    "topic": "youth_with_care",
    "region": "GM0001",
    "period": "2023JJ00",
    "year": 2023,
    "category": "",
    "value": 10.0,
    "status": "definitive",
    "source": "T1",
}
SOURCE: Final[Row] = {
    "source": "T1",
    "title": "Eerste tabel",
    "publisher": "CBS",
    "licence": "CC BY 4.0",
    "address": "https://voorbeeld.test/T1",
    "modified": "2024-04-29",
    "fetched": "2024-05-02",
    "origin": "published",
    "first_year": 2023,
    "last_year": 2023,
    "figures": 1,
}
REGION: Final[Row] = {
    "region": "GM0001",
    "name": "Eerste",
    "kind": "municipality",
    "year": 2024,
    "municipality": "",
    "province": "PV01",
    "youth_region": "JZ01",
    "school_partnership": "",
    "size_class": 4,
    "urbanity": 3,
}


def frame(rows: list[Row], plain: Row, table: Table) -> pd.DataFrame:
    """Draw a table; the columns stand in the order of the vocabulary."""
    return pd.DataFrame([plain | row for row in rows], columns=list(table))


def edition(
    folder: Path,
    figures: list[Row],
    sources: list[Row] | None = None,
    name: str = "2024-05-02",
) -> Shelf:
    """Write a drawn edition of one region and give it."""
    folder.mkdir(parents=True, exist_ok=True)
    frame(figures, FIGURE, OPEN_FIGURES).to_parquet(folder / FIGURES_FILE)
    frame(sources or [{}], SOURCE, OPEN_SOURCES).to_parquet(folder / SOURCES_FILE)
    frame([{}], REGION, OPEN_REGIONS).to_parquet(folder / REGIONS_FILE)
    frame([], {}, TREND_BREAKS).to_parquet(folder / BREAKS_FILE)
    return Shelf(name, folder)
