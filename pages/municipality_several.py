"""The part of the picture of a municipality on more than one scheme."""

import pandas as pd
import streamlit as st

from core.benchmark.form_parts import number_of
from core.benchmark.several import measure_several
from core.datasets import has_other_schemes
from core.opendata.shelf import Shelf, breaks_of, figures_of, name_of
from core.opendata.topics import COMBINATIONS
from core.session import OpenVisit
from core.text import municipality
from core.text import municipality_groups as text
from pages.municipality_figures import KIND, Standing, standing_of
from pages.municipality_own import own_visit
from pages.municipality_standing import Subject, finding_of, show_spread, show_trend
from pages.open_status import show_open_status
from pages.schemes import show_schemes
from pages.skeleton import show_finding, show_numbers

TOPIC, YOUTH = "youth_with_several", "youth_with_care"
FORM = "several"


def show_several(visit: OpenVisit) -> None:
    """Show who has more than one scheme of youth care, and beside it other laws in own data."""
    shares = _shares(visit.shelf)
    standing = standing_of(visit.shelf, visit.area, shares)
    if standing is None:
        show_finding(municipality.not_published(name_of(visit.shelf, visit.area), FORM))
    else:
        finding = finding_of(standing, FORM)
        show_finding(finding)
        show_spread(visit, standing, FORM, finding)
        _show_combinations(visit, standing)
        show_trend(visit, shares, standing, Subject(TOPIC, FORM))
    show_open_status(visit, [TOPIC, YOUTH], text.SEVERAL_NOTE, kind=KIND)
    _show_own(visit)


@st.cache_data(show_spinner=False, max_entries=4)
def _shares(shelf: Shelf) -> pd.DataFrame:
    several, youth = figures_of(shelf, TOPIC), figures_of(shelf, YOUTH)
    return measure_several(several, youth, breaks_of(shelf, TOPIC))


def _show_combinations(visit: OpenVisit, standing: Standing) -> None:
    figures, year = figures_of(visit.shelf, TOPIC), int(standing.own["year"])
    numbers = {
        place.region: [number_of(figures, place.region, year, name) for name in COMBINATIONS]
        for place in standing.places
    }
    table = text.combination_table(numbers, standing.places)
    show_numbers(table, f"{text.COMBINATION_TITLE}, {year}")


def _show_own(visit: OpenVisit) -> None:
    """Show youth care beside other laws, when such lines were loaded for this region."""
    own = own_visit(visit)
    if own is None or not has_other_schemes(own.data_set):
        return
    st.subheader(text.OWN_SCHEMES)
    st.markdown(text.WHY_SCHEMES)
    show_schemes(own)
