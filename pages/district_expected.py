"""The part of the page Wijken on what is expected of each district, and what was seen."""

from dataclasses import dataclass

import pandas as pd
import streamlit as st

from core.charts.district_expected import chart_bands
from core.districts.clusters import MINIMUM_YOUTH
from core.districts.expected import find_district_features, fit_districts, measure_expected
from core.opendata.shelf import Shelf
from core.text import district_expected as text
from core.text import districts as words
from pages.district_places import Places, stamp_of
from pages.open_status import show_open_status
from pages.skeleton import show_picture

TOPICS = ("youth_with_care", "population", "benefit", "social_score", "education_high", "density")


@dataclass(frozen=True, slots=True)
class Judged:
    """The places with their margins (``DISTRICT_EXPECTED``), and what the model was made with."""

    places: pd.DataFrame
    fitted_on: str
    number: int
    characteristics: tuple[str, ...]


def show_expected(places: Places) -> None:
    """Draw what was seen in each district, or several together, beside its margin."""
    judged = _judged(places.visit.shelf, places.area, places.care, places.year, places.clusters)
    if judged is None:
        st.markdown(text.NOTHING)
        return
    names = words.members_of(places.clusters)
    said = text.finding(judged.places, names)
    st.markdown(f"**{said}**")
    rows = text.band_rows(judged.places, names)
    title = text.AXIS.format(care=words.CARE_NAMES[places.care])
    table = text.table_of_expected(judged.places, names)
    show_picture(chart_bands(rows, title), said, table, text.LABEL)
    st.caption(text.MARGINS)
    whole = str(places.whole["name"].iloc[0])
    st.caption(text.model_said(judged.fitted_on, judged.number, judged.characteristics, whole))
    st.caption(words.clusters_said(places.clusters, MINIMUM_YOUTH))
    show_open_status(places.visit, TOPICS)


@st.cache_data(show_spinner=False, max_entries=64, hash_funcs={Shelf: stamp_of})
def _judged(
    shelf: Shelf, area: str, care: str, year: int | None, clusters: pd.DataFrame
) -> Judged | None:
    """Judge the places of a municipality; None when no model can be made."""
    model = None if year is None else fit_districts(shelf, care, year, area)
    if model is None or year is None:
        return None
    features = find_district_features(shelf, care, year)
    own = features[features["region"].isin(clusters["region"])].reset_index(drop=True)
    measured = measure_expected(model, own, clusters)
    expected = model.expected
    return Judged(measured, model.fitted_on, expected.municipalities, expected.characteristics)
