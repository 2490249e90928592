"""The figures of open data that the parts of the picture of a municipality stand on."""

from dataclasses import dataclass

import pandas as pd
import streamlit as st

from core.benchmark.spread import Spread, measure_spread
from core.benchmark.surroundings import Place, find_surroundings, kind_of
from core.benchmark.youth_shares import measure_shares, newest_year, with_intervals
from core.opendata.shelf import Shelf, breaks_of, figures_of, members_of, regions_of
from pages.district_places import stamp_of

KIND = "municipality"
"""The kind of regions whose tables stand under the pictures."""

KEPT = 40
"""Tables of shares that are kept: some forms of some editions."""


@dataclass(frozen=True, slots=True)
class Standing:
    """The shares of a region beside all others of its kind, in the newest year it has one.

    ``now`` has intervals and holds the region and those around it; ``among`` are all of its kind.
    """

    places: list[Place]
    kind: str
    now: pd.DataFrame
    among: pd.DataFrame
    spread: Spread | None

    @property
    def own(self) -> "pd.Series[float]":
        """The row of the region itself."""
        return self.now[self.now["region"] == self.places[0].region].iloc[0]


@st.cache_data(show_spinner=False, max_entries=KEPT, hash_funcs={Shelf: stamp_of})
def shares_of(shelf: Shelf, topic: str, category: str) -> pd.DataFrame:
    """Give the shares of every region and year for one category of a topic of persons."""
    return measure_shares(
        figures_of(shelf, topic),
        figures_of(shelf, "population"),
        category,
        breaks_of(shelf, topic),
    )


def standing_of(shelf: Shelf, area: str, shares: pd.DataFrame) -> Standing | None:
    """Set a region beside all others of its kind; None when it has no share in any year."""
    year = newest_year(shares, area)
    if year is None:
        return None
    kind, places = kind_of(shelf, area), find_surroundings(shelf, area)
    alone = shares[shares["year"] == year]
    among = alone[alone["region"].isin(regions_of(shelf, kind)["region"])]
    around = alone[alone["region"].isin([place.region for place in places])]
    return Standing(
        places, kind, with_intervals(around), among.reset_index(drop=True), _spread(among)
    )


def neighbours_of(shelf: Shelf, standing: Standing) -> list[str]:
    """List the other municipalities of the youth region of a municipality."""
    regions = [place.region for place in standing.places if place.role == "region"]
    return [code for region in regions for code in members_of(shelf, region)]


def _spread(among: pd.DataFrame) -> Spread | None:
    return measure_spread(among["share"])
