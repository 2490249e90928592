"""What the parts of the page Wijken share: the districts of one municipality, in clusters."""

from dataclasses import dataclass

import pandas as pd
import streamlit as st

from core.districts.circumstances import ALIKE_BY, measure_circumstances
from core.districts.clusters import find_clusters
from core.districts.shapes import find_adjacent
from core.districts.use import (
    care_year,
    find_counted_in,
    find_districts,
    measure_use,
    published_care,
)
from core.opendata.shelf import FIGURES_FILE, Shelf, name_of, shapes_of
from core.session import OpenVisit


@dataclass(frozen=True, slots=True)
class Places:
    """The districts of one municipality as the parts of the page need them.

    ``use`` is ``DISTRICT_USE``, ``whole`` the same of the municipality itself, ``clusters`` is
    ``DISTRICT_CLUSTERS`` with ``name``, the districts in order of code; ``care`` is the form of
    care that was published, ``year`` the year it is of (None when it was not), ``counted_in`` the
    year in which young people were counted.
    """

    visit: OpenVisit
    area: str
    care: str
    year: int | None
    use: pd.DataFrame
    whole: pd.DataFrame
    clusters: pd.DataFrame
    counted_in: int | None


def stamp_of(shelf: Shelf) -> tuple[str, int]:
    """Tell editions apart, and what was fetched anew under the same name."""
    return str(shelf.folder), (shelf.folder / FIGURES_FILE).stat().st_mtime_ns


def places_in(visit: OpenVisit, area: str) -> Places:
    """Give the districts of a municipality; without districts its tables have no rows."""
    year, care, counted_in = _found(visit.shelf, area)
    use, whole, clusters = _measured(visit.shelf, area, year)
    return Places(visit, area, care, year, use, whole, clusters, counted_in)


@st.cache_data(show_spinner=False, max_entries=64, hash_funcs={Shelf: stamp_of})
def _found(shelf: Shelf, area: str) -> tuple[int | None, str, int | None]:
    """Find the year of the figures on care, its form, and the year of those on young people."""
    year, codes = care_year(shelf, area), find_districts(shelf, area)["region"].tolist()
    return year, published_care(shelf), find_counted_in(shelf, codes, year)


@st.cache_data(show_spinner=False, max_entries=64, hash_funcs={Shelf: stamp_of})
def _measured(
    shelf: Shelf, area: str, year: int | None
) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    use = measure_use(shelf, find_districts(shelf, area), year)
    own = pd.DataFrame({"region": [area], "name": [name_of(shelf, area)]})
    whole = measure_use(shelf, own, year)
    return use, whole, _clusters(shelf, use)


def _clusters(shelf: Shelf, use: pd.DataFrame) -> pd.DataFrame:
    codes = use["region"].tolist()
    alike = measure_circumstances(shelf, codes, topics=(ALIKE_BY,)).set_index("region")["value"]
    districts = use.assign(circumstance=alike.reindex(codes).to_numpy(dtype=float))
    clusters = find_clusters(districts, find_adjacent(shapes_of(shelf, "district"), codes))
    return clusters.merge(use[["region", "name"]], on="region")
