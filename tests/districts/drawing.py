"""A small edition of open data, drawn as tables, on a shelf of its own."""

from pathlib import Path
from typing import Any

import pandas as pd

from core.opendata.shelf import FIGURES_FILE, REGIONS_FILE, SOURCES_FILE, Shelf
from core.tables import OPEN_FIGURES, OPEN_REGIONS, OPEN_SOURCES

Row = dict[str, Any]


def shelf_of(folder: Path, regions: list[Row], figures: list[Row]) -> Shelf:
    """Write an edition with these regions and figures; what a row leaves out has a plain value."""
    plain_region = dict.fromkeys(OPEN_REGIONS, "") | {"year": 2025, "size_class": 0, "urbanity": 0}
    plain_figure = {"category": "", "status": "definitive", "source": "t", "year": 2024}
    told = [plain_figure | row for row in figures]
    dated = [{"period": f"{row['year']}JJ00"} | row for row in told]
    _write(folder / REGIONS_FILE, [plain_region | row for row in regions], list(OPEN_REGIONS))
    _write(folder / FIGURES_FILE, dated, list(OPEN_FIGURES))
    _write(folder / SOURCES_FILE, [], list(OPEN_SOURCES))
    return Shelf("2026-01-02", folder)


def district(code: str, name: str, municipality: str = "GM1") -> Row:
    """Give a district as a row of regions."""
    return {"region": code, "name": name, "kind": "district", "municipality": municipality}


def figures(topic: str, values: dict[str, float | None], **more: Any) -> list[Row]:  # noqa: ANN401
    """Give the figures of a topic by region."""
    return [
        {"topic": topic, "region": code, "value": value} | more for code, value in values.items()
    ]


def _write(path: Path, rows: list[Row], columns: list[str]) -> None:
    table = pd.DataFrame(rows, columns=columns)
    if "value" in columns:
        table["value"] = table["value"].astype(float)
    table.to_parquet(path)
