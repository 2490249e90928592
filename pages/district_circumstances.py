"""The part of the page Wijken on the circumstances of a district, from open data alone."""

import pandas as pd
import streamlit as st

from core.charts.district_circumstances import chart_strip
from core.districts.circumstances import CIRCUMSTANCES, measure_circumstances
from core.opendata.shelf import Shelf, regions_of
from core.text import district_circumstances as text
from core.text.districts import WHOLE
from pages.district_places import Places
from pages.open_status import show_open_status
from pages.skeleton import show_picture


def show_circumstances(places: Places) -> None:
    """Draw education and income of the districts beside those of their municipality."""
    districts = dict(zip(places.use["region"], places.use["name"], strict=True))
    country = _country(places.visit.shelf)
    names = districts | {places.area: WHOLE} | dict.fromkeys(country, text.COUNTRY)
    figures = _measured(places.visit.shelf, tuple(districts), (places.area, *country))
    said = text.finding(figures, districts)
    st.markdown(f"**{said}**")
    if figures.empty:
        return
    rows = text.strip_rows(figures, districts, places.area)
    table = text.table_of_circumstances(figures, names)
    show_picture(chart_strip(rows), said, table, text.LABEL)
    st.caption(text.meanings(figures))
    st.caption(text.NOTE)
    show_open_status(places.visit, CIRCUMSTANCES, kind="district")


@st.cache_data(show_spinner=False, max_entries=64, ttl=3600)
def _measured(shelf: Shelf, codes: tuple[str, ...], beside: tuple[str, ...]) -> pd.DataFrame:
    return measure_circumstances(shelf, codes, beside)


def _country(shelf: Shelf) -> list[str]:
    return regions_of(shelf, "country")["region"].tolist()
