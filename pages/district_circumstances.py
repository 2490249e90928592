"""The part of the page Wijken on the circumstances of a district, from open data alone."""

import pandas as pd
import streamlit as st

from core.charts.district_circumstances import chart_strip
from core.districts.circumstances import CIRCUMSTANCES, measure_circumstances
from core.opendata.shelf import Shelf, regions_of
from core.text import district_circumstances as text
from core.text.districts import WHOLE
from pages.district_places import Places, stamp_of
from pages.open_status import show_open_status
from pages.skeleton import show_picture


def show_circumstances(places: Places) -> None:
    """Draw education and income of the districts beside those of their municipality."""
    districts = dict(zip(places.use["region"], places.use["name"], strict=True))
    country = _country(places.visit.shelf)
    names = districts | {places.area: WHOLE} | dict.fromkeys(country, text.COUNTRY)
    figures = _measured(places.visit.shelf, tuple(districts), (places.area, *country))
    st.markdown(f"**{text.finding(figures, districts)}**")
    if figures.empty:
        return
    for topics in text.PICTURES:
        _show_strip(figures[figures["topic"].isin(topics)], districts, names, places.area)
    st.caption(text.meanings(figures))
    st.caption(text.NOTE)
    show_open_status(places.visit, CIRCUMSTANCES, kind="district")


def _show_strip(
    figures: pd.DataFrame, districts: dict[str, str], names: dict[str, str], area: str
) -> None:
    """Draw some of the circumstances, with their numbers as a table."""
    rows = text.strip_rows(figures, districts, area)
    if not rows.empty:
        table = text.table_of_circumstances(figures, names)
        show_picture(
            chart_strip(rows), text.strip_alternative(figures, districts), table, text.LABEL
        )


@st.cache_data(show_spinner=False, max_entries=64, hash_funcs={Shelf: stamp_of})
def _measured(shelf: Shelf, codes: tuple[str, ...], beside: tuple[str, ...]) -> pd.DataFrame:
    return measure_circumstances(shelf, codes, beside)


def _country(shelf: Shelf) -> list[str]:
    return regions_of(shelf, "country")["region"].tolist()
