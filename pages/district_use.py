"""The part of the page Wijken on young people and help: a table first, then the map."""

from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from core.charts.districts import chart_map
from core.datasets import first_and_last_year
from core.disclosure import Margins, Shape, publish_table_from
from core.districts.circumstances import find_changed
from core.districts.clusters import MINIMUM_YOUTH
from core.districts.homes import count_homes, place_homes, places_of
from core.districts.shapes import draw_outlines, find_middles
from core.opendata.shelf import Shelf, shapes_of
from core.session import Visit, remembered
from core.text import district_map as map_text
from core.text import districts as text
from core.trajectories.selection import Selection
from pages.answered import judged
from pages.district_places import Places, stamp_of
from pages.open_status import show_open_status
from pages.skeleton import show_numbers, show_picture

CLIENTS = Shape(counts=["clients"])
TOPICS = ("youth_with_care", "population")


def show_use(places: Places) -> None:
    """Show the districts as a table and as a map, own counts beside the open figures."""
    said = text.where_youth_live(places.use, places.whole)
    st.markdown(f"**{said}**" if said else text.NO_CARE)
    table = text.table_of_use(places.use, places.whole, places.care)
    own, note = _own_beside(places)
    shown = table if own is None else text.with_own(table, own, _with_year(places))
    show_numbers(shown, said or text.NO_CARE)
    counted = text.COUNTED_IN.format(year=places.counted_in) if places.counted_in else ""
    st.caption(f"{text.MARGIN} {counted}")
    if note:
        st.caption(note)
    st.caption(text.clusters_said(places.clusters, MINIMUM_YOUTH))
    _show_map(places, table)
    changed = text.boundaries_said(*find_changed(places.visit.shelf, places.area))
    show_open_status(places.visit, TOPICS, changed, kind="district")


def _show_map(places: Places, table: pd.DataFrame) -> None:
    shelf = places.visit.shelf
    outlines = _outlines(shelf, tuple(places.use["region"]))
    if not outlines:
        st.caption(map_text.NO_OUTLINES)
        return
    rows = map_text.map_rows(places.use)
    takeaway = map_text.map_alternative(places.use)
    chart = chart_map(outlines, rows, find_middles(outlines))
    label = f"{map_text.MAP_LABEL} {map_text.outlines_from(fictitious=shelf.fictitious)}"
    show_picture(chart, takeaway, table, label)


@st.cache_data(show_spinner=False, max_entries=64, hash_funcs={Shelf: stamp_of})
def _outlines(shelf: Shelf, codes: tuple[str, ...]) -> list[dict[str, Any]]:
    return draw_outlines(shapes_of(shelf, "district"), codes)


def _own_beside(places: Places) -> tuple[pd.DataFrame | None, str]:
    """Give the own counts by cluster and what they mean, or only why there are none."""
    own, year = places.visit.own, places.year
    if own is None or year is None:
        return None, text.NO_OWN if own is None else ""
    first, last = first_and_last_year(own.data_set, own.rules)
    if not first <= year <= last:
        return None, text.OWN_OTHER_YEAR.format(year=year)
    name = f"district_homes_{places.area}_{year}_{places.visit.shelf.edition}"
    narrowed = judged(own, Selection(year, year, municipality=places.area.removeprefix("GM")))
    if narrowed is None:
        return None, ""
    counts = remembered(own, name, partial(_homes, narrowed, places))
    if counts["clients"].isna().all():
        return None, text.OWN_OTHER_PLACE.format(year=year)
    return counts, text.OWN_BLANKS


def _homes(own: Visit, places: Places) -> pd.DataFrame:
    """Publish the own clients of each cluster; no hidden one can be told from the rest."""
    homes = count_homes(own.analysis.trajectories, own.analysis.repaired, own.selection)
    where = places_of(places.use, places.clusters)
    placed = partial(place_homes, clusters=where)
    return publish_table_from([homes], placed, own.level, CLIENTS, Margins(["cluster"]))


def _with_year(places: Places) -> pd.DataFrame:
    return places.clusters.assign(year=places.year)
