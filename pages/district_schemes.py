"""The part of the page Wijken on youth care together with help by another law."""

from functools import partial

import pandas as pd
import streamlit as st

from core.charts.district_schemes import chart_schemes
from core.datasets import has_other_schemes, schemes_and_lines_of
from core.disclosure import Margins, Shape, publish_table_from
from core.districts.homes import places_of
from core.districts.schemes import count_scheme_homes, divide_homes, find_several, lay_beside
from core.session import Visit, current_rules, remembered
from core.stacking.schemes import find_scheme_days
from core.text import district_schemes as text
from core.text import districts as words
from core.trajectories.selection import Selection
from pages.answered import judged
from pages.district_places import Places
from pages.open_status import show_open_status
from pages.skeleton import show_picture

CLIENTS = Shape(counts=["clients"])
MARGINS = Margins(["cluster", "side"])
"""How many have youth care in a cluster, and how many have both in all, stands elsewhere."""


def show_schemes(places: Places) -> None:
    """Draw who has youth care beside another scheme, or say where to find what is open."""
    st.caption(text.QUESTION)
    own = places.visit.own
    if own is None or not has_other_schemes(own.data_set):
        st.markdown(text.NO_LINES)
    else:
        chosen, municipality = own.selection, places.area.removeprefix("GM")
        narrowed = judged(own, Selection(chosen.first_year, chosen.last_year, municipality))
        if narrowed is not None:
            _show_own(places, narrowed)
    combined = find_several(places.visit.shelf, places.area)
    st.markdown(text.open_finding(combined, str(places.whole["name"].iloc[0])))
    st.markdown(text.NO_WMO)
    show_open_status(places.visit, ("youth_with_several",))


def _show_own(places: Places, own: Visit) -> None:
    name = f"district_schemes_{places.area}_{places.visit.shelf.edition}"
    counts = remembered(own, name, partial(_counted, own, places))
    names = words.members_of(places.clusters)
    said = text.finding(counts, names, own.years)
    st.markdown(f"**{said}**")
    bars = text.bars_of(counts, names)
    if not bars.empty:
        table = text.table_of_schemes(counts, names)
        show_picture(chart_schemes(bars), said, table, text.LABEL)
        st.caption(text.BLANKS)


def _counted(own: Visit, places: Places) -> pd.DataFrame:
    """Publish who has another scheme in each cluster; no hidden count can be told from the rest."""
    selection = own.selection
    trajectories, others, lines = schemes_and_lines_of(own.data_set, current_rules())
    days = find_scheme_days(trajectories, others, selection, own.rules)
    homes = count_scheme_homes(days, lines, selection)
    divided = partial(divide_homes, clusters=places_of(places.use, places.clusters))
    return lay_beside(publish_table_from([homes], divided, own.level, CLIENTS, MARGINS))
