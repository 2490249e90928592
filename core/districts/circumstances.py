"""Circumstances of the people of a district, from open data alone and never from case files."""

from collections.abc import Collection, Sequence
from typing import Final

import pandas as pd

from core.districts.latest import find_year, read_values
from core.opendata.shelf import Shelf, figures_of, regions_of
from core.tables import DISTRICT_CIRCUMSTANCES, MISSING

CIRCUMSTANCES: Final = (
    "education_low",
    "education_high",
    "income_per_person",
    "low_income_households",
)
"""What is known of parents and other adults in a district, in the order in which it is shown."""

ALIKE_BY: Final = "low_income_households"
"""The circumstance by which small districts look for a neighbour that lives alike."""


def measure_circumstances(
    shelf: Shelf,
    codes: Sequence[str],
    beside: Sequence[str] = (),
    topics: Collection[str] = CIRCUMSTANCES,
) -> pd.DataFrame:
    """Give the circumstances of some districts, and of the regions to lay beside them.

    A row is a region and a topic (``DISTRICT_CIRCUMSTANCES``). All have the figure of one and the
    same year: the newest in which any of the districts has one. A topic without any gives no rows.
    """
    known = {topic: find_year(shelf, topic, MISSING, codes) for topic in topics}
    parts = [
        pd.DataFrame(
            {
                "region": [*codes, *beside],
                "topic": topic,
                "year": year,
                "value": read_values(shelf, topic, MISSING, [*codes, *beside], year).to_numpy(),
            }
        )
        for topic, year in known.items()
        if year is not None
    ]
    columns = list(DISTRICT_CIRCUMSTANCES)
    return pd.concat(parts, ignore_index=True) if parts else pd.DataFrame(columns=columns)


def find_changed(shelf: Shelf, municipality: str) -> tuple[int, int]:
    """Count the districts that were published before but not in the newest division, and those new.

    A district belongs to the municipality whose figures its code begins with. Both numbers are
    zero where boundaries stayed, as far as codes tell.
    """
    rows = regions_of(shelf, "district")
    now = set(rows.loc[rows["municipality"] == municipality, "region"])
    figures = figures_of(shelf, "population")
    own = figures[figures["region"].str.startswith(f"WK{municipality[2:]}")]
    published = own.dropna(subset=["value"])
    first = published["year"].min()
    before = set(published.loc[published["year"] == first, "region"])
    ever = set(published["region"])
    return len(ever - now), len(now - before) if before else 0
