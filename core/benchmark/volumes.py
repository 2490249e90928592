"""What spending is a product of: young people, those with care, trajectories and euros."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from core.benchmark.decomposition import factors_of
from core.benchmark.kept import kept
from core.benchmark.latest import columns_of, is_provisional, years_of
from core.benchmark.spending import UNDER_23, WHOLE, comparable_years
from core.opendata.shelf import Shelf, breaks_of, figures_of

SOURCES: Final = {
    "euros": ("spending", WHOLE),
    "youth": ("population", UNDER_23),
    "clients": ("youth_with_care", WHOLE),
    "trajectories": ("care_trajectories", WHOLE),
}
"""The topic and category of each number."""

COUNTED: Final = ("youth_with_care", "care_trajectories")
"""Topics of which a break makes years incomparable; renumbered accounts leave their sum alone."""


@dataclass(frozen=True, slots=True)
class Volumes:
    """Numbers of one or more regions together in a year, and of how many regions they are."""

    euros: float
    youth: float
    clients: float
    trajectories: float
    regions: int = 1

    @property
    def factors(self) -> dict[str, float]:
        """Write spending as ``core.benchmark.decomposition.FACTORS``."""
        return factors_of(self.euros, self.youth, self.clients, self.trajectories)

    def in_prices(self, level: float) -> dict[str, float]:
        """Write spending as factors with the level of prices apart, the last but one."""
        factors = self.factors
        price = factors.pop("price")
        return {**factors, "inflation": level, "price": price / level}

    @property
    def per_youth(self) -> dict[str, float]:
        """Write spending per young person as factors."""
        return {name: value for name, value in self.factors.items() if name != "youth"}


@kept
def volumes_by_year(shelf: Shelf) -> dict[int, pd.DataFrame]:
    """Give by year a row for each region that has all four numbers (fields of ``Volumes``)."""
    wide = {
        name: years_of(figures_of(shelf, topic), category)
        for name, (topic, category) in SOURCES.items()
    }
    years = sorted(set.intersection(*(set(columns_of(table)) for table in wide.values())))
    rows = {
        year: pd.DataFrame({name: table[year] for name, table in wide.items()}).dropna()
        for year in years
    }
    return {year: table[(table > 0).all(axis=1)] for year, table in rows.items()}


def add_volumes(shelf: Shelf, year: int, regions: Collection[str]) -> Volumes | None:
    """Add up the regions that have all four numbers in a year; None when there is none."""
    rows = volumes_by_year(shelf).get(year)
    if rows is None:
        return None
    found = rows.reindex([region for region in sorted(regions) if region in rows.index])
    if found.empty:
        return None
    sums = {name: float(found[name].sum()) for name in SOURCES}
    return Volumes(**sums, regions=len(found))


def years_to_compare(shelf: Shelf, region: str) -> list[int]:
    """List the years of a region that may be laid beside its newest one."""
    years = [year for year, rows in volumes_by_year(shelf).items() if region in rows.index]
    breaks = pd.concat([breaks_of(shelf, topic) for topic in COUNTED])
    within = breaks[breaks["year"] <= max(years, default=0)]
    return comparable_years(years, within)


def provisional_among(shelf: Shelf, years: Collection[int]) -> list[int]:
    """List the years of which one of the four numbers may still change."""
    topics = [figures_of(shelf, topic) for topic, _ in SOURCES.values()]
    return [year for year in years if any(is_provisional(figures, year) for figures in topics)]


def price_level(shelf: Shelf, year: int) -> float | None:
    """Give the consumer price index of a year; None when it was not published."""
    levels = years_of(figures_of(shelf, "consumer_prices"), "").max()
    found = float(levels.get(year, np.nan))
    return found if found > 0 else None
