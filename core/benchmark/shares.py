"""Shares that a funnel can be drawn of: persons of persons, in one year."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd

from core.benchmark.funnel import Funnel, fit_funnel, place_regions
from core.benchmark.kept import kept
from core.benchmark.latest import columns_of, is_provisional, years_of
from core.opendata.shelf import Shelf, figures_of

ENOUGH: Final = 0.5
"""A year is drawn when at least this part of the municipalities have a figure."""


@dataclass(frozen=True, slots=True)
class Measure:
    """A published percentage, and the persons it is a percentage of: a topic and its category."""

    share: str
    whole: str
    category: str


MEASURES: Final = {
    "help": Measure("help_share", "population", "<18"),
    "stay": Measure("stay_share", "youth_with_care", "help"),
    "protection": Measure("protection_share", "population", "<18"),
}
"""What a funnel may be drawn of."""


def count_shares(shares: pd.DataFrame, wholes: pd.DataFrame, category: str) -> pd.DataFrame:
    """Count the newest year of which enough is known: ``SHARED_PERSONS``.

    ``part`` is the whole times the published percentage. A region without either is left out.
    """
    percent, persons = years_of(shares, ""), years_of(wholes, category)
    known = [
        year
        for year in columns_of(percent)
        if year in persons and percent[year].notna().mean() >= ENOUGH
    ]
    if not known:
        return pd.DataFrame(columns=["region", "part", "whole", "year", "provisional"])
    year = max(known)
    both = pd.DataFrame({"percent": percent[year], "whole": persons[year]}).dropna()
    both = both[both["whole"] > 0]
    part = np.clip(both["percent"] / 100, 0, 1) * both["whole"]
    rows = pd.DataFrame({"part": part, "whole": both["whole"], "year": year})
    provisional = is_provisional(shares, year)
    return rows.assign(provisional=provisional).rename_axis("region").reset_index()


@kept
def shares_of(shelf: Shelf, name: str) -> pd.DataFrame:
    """Count one of MEASURES in every municipality of an edition; callers must not change it."""
    measure = MEASURES[name]
    return count_shares(
        figures_of(shelf, measure.share, "municipality"),
        figures_of(shelf, measure.whole, "municipality"),
        measure.category,
    )


@kept
def funnel_of(shelf: Shelf, name: str) -> Funnel | None:
    """Fit the funnel of one of MEASURES; None where too few municipalities are known."""
    counted = shares_of(shelf, name)
    return fit_funnel(counted["part"].to_numpy("float64"), counted["whole"].to_numpy("float64"))


def years_of_places(shelf: Shelf, places: Collection[str]) -> list[tuple[int, bool]]:
    """List the years that some of MEASURES are of, each with whether it is provisional."""
    firsts = [shares_of(shelf, name).iloc[0] for name in places]
    return sorted({(int(first["year"]), bool(first["provisional"])) for first in firsts})


@kept
def places_of(shelf: Shelf, region: str) -> dict[str, str]:
    """Give for each of MEASURES where a region lies; one that is not known is left out."""
    places = {}
    for name in MEASURES:
        counted, funnel = shares_of(shelf, name), funnel_of(shelf, name)
        own = counted[counted["region"] == region]
        if funnel is not None and len(own):
            places[name] = str(place_regions(own, funnel)["place"].iloc[0])
    return places
