"""Editions of open data drawn by hand or made up, as small as a question needs."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd

from core.opendata.shelf import FIGURES_FILE, REGIONS_FILE, SOURCES_FILE, Shelf
from core.tables import OPEN_FIGURES, OPEN_REGIONS, OPEN_SOURCES

Row = dict[str, Any]


def figures(rows: Sequence[tuple[str, str, int, float | None]], category: str = "") -> pd.DataFrame:
    """Draw yearly figures: topic, region, year, value."""
    return pd.DataFrame(
        [
            {
                "topic": topic,
                "region": region,
                "period": f"{year}JJ00",
                "year": year,
                "category": category,
                "value": value,
                "status": "definitive",
                "source": "00000NED",
            }
            for topic, region, year, value in rows
        ],
        columns=list(OPEN_FIGURES),
    )


def regions(rows: Sequence[Row]) -> pd.DataFrame:
    """Draw regions; what a drawing leaves out is a plain municipality."""
    plain: Row = dict.fromkeys(OPEN_REGIONS, "")
    plain |= {"kind": "municipality", "year": 2024, "size_class": 4, "urbanity": 3}
    return pd.DataFrame([{**plain, "name": row["region"], **row} for row in rows])


def shelf_of(folder: Path, drawn: pd.DataFrame, where: pd.DataFrame) -> Shelf:
    """Write an edition of drawn figures and regions."""
    drawn.to_parquet(folder / FIGURES_FILE)
    where.to_parquet(folder / REGIONS_FILE)
    pd.DataFrame(columns=list(OPEN_SOURCES)).to_parquet(folder / SOURCES_FILE)
    return Shelf("2026-01-02", folder)


def made_up(number: int, seed: int = 1) -> tuple[pd.DataFrame, pd.DataFrame]:
    """Make up municipalities GM0001, GM0002, ...: their figures and their regions."""
    draw = np.random.default_rng(seed)
    codes = [f"GM{place:04}" for place in range(1, number + 1)]
    people = np.exp(draw.normal(10.5, 0.8, number)).round()
    parts = [
        figures([("population", c, 2024, n) for c, n in zip(codes, people, strict=True)]),
        figures([("population", c, 2014, n * 0.97) for c, n in zip(codes, people, strict=True)]),
        figures(
            [("population", c, 2024, n * 0.2) for c, n in zip(codes, people, strict=True)], "<18"
        ),
    ]
    for topic, mean, spread in (
        ("density", 1000, 300),
        ("social_score", 0.0, 0.2),
        ("single_parent", 12, 3),
        ("low_income_children", 11, 4),
    ):
        values = draw.normal(mean, spread, number)
        parts.append(figures([(topic, c, 2023, v) for c, v in zip(codes, values, strict=True)]))
    sizes, urban = draw.integers(3, 6, number), draw.integers(1, 6, number)
    where = regions(
        [
            {"region": code, "size_class": int(size), "urbanity": int(urbanity)}
            for code, size, urbanity in zip(codes, sizes, urban, strict=True)
        ]
    )
    return pd.concat(parts, ignore_index=True), where
