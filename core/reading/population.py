"""Young people by municipality and year, beside the declarations: ``municipality,year,youth``."""

import csv
from pathlib import Path


def read_population(path: Path) -> dict[tuple[str, int], int]:
    """Read the number of young people (0-17) by (municipality, year)."""
    with path.open(encoding="utf-8", newline="") as file:
        return {
            (row["municipality"], int(row["year"])): int(row["youth"])
            for row in csv.DictReader(file)
        }
