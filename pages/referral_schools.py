"""The part of the page Verwijzers on schools as partners."""

import pandas as pd
import streamlit as st

from core.charts.referral_schools import chart_special
from core.disclosure import Shape, publish
from core.opendata.shelf import Shelf, name_of, regions_of
from core.referrals import schools as model
from core.session import OpenVisit, Visit, remembered
from core.text import referral_schools as text
from pages.areas import require_area
from pages.open_status import show_open_status
from pages.skeleton import show_numbers, show_picture

KINDS = ("municipality", "school_partnership")
TOPICS = ("pupils", "schools", "population", "youth_with_care")
ARRANGED = Shape(counts=["clients"])


def show_schools(visit: OpenVisit) -> None:
    """Draw a partnership of schools, its municipalities, and help that is given at school."""
    shelf = visit.shelf
    partnership = _partnership(visit, require_area(visit, KINDS))
    if partnership:
        _show_pupils(shelf, partnership)
        _show_members(shelf, partnership)
    else:
        st.info(text.NO_PARTNERSHIP)
    _show_arrangements(visit.own)
    st.caption(f"{text.NO_SCHOOL_REFERS} {text.QUESTIONS}")
    show_open_status(visit, TOPICS)


def _show_pupils(shelf: Shelf, partnership: str) -> None:
    pupils = model.measure_pupils(shelf, partnership)
    name = name_of(shelf, partnership)
    said = text.finding(pupils, name)
    st.markdown(f"**{said}**")
    rows = text.line_rows(pupils, name)
    if rows["place"].eq("area").any():
        show_picture(chart_special(rows), said, text.line_table(rows), text.LABEL)
    st.subheader(text.SCHOOLS_TITLE)
    show_numbers(text.school_table(model.measure_schools(shelf, partnership)), text.SCHOOLS_TITLE)


def _partnership(visit: OpenVisit, area: str) -> str:
    """Give the partnership that was chosen, or that of the municipality; empty when unknown."""
    regions = regions_of(visit.shelf).set_index("region")
    if regions.loc[area, "kind"] == "school_partnership":
        return area
    return str(regions.loc[area, "school_partnership"])


def _show_members(shelf: Shelf, partnership: str) -> None:
    year = model.newest_year(shelf)
    if year is None:
        return
    members = model.measure_members(shelf, partnership, year)
    said = text.member_finding(members, year)
    st.subheader(text.MEMBERS_TITLE)
    st.markdown(said)
    show_numbers(text.member_table(members), said)


def _show_arrangements(own: Visit | None) -> None:
    st.subheader(text.ARRANGEMENTS_TITLE)
    if own is None:
        st.markdown(text.NO_DECLARATIONS)
        return
    counts = remembered(own, "arrangements", lambda: _arrangements(own))
    if counts is None:
        st.markdown(text.NO_ARRANGEMENTS)
        return
    said = text.arrangement_finding(counts)
    st.markdown(f"**{said}**")
    show_numbers(text.arrangement_table(counts), said)


def _arrangements(own: Visit) -> pd.DataFrame | None:
    """Count clients with help at school; None when nothing that was delivered says so."""
    products = model.arrangement_codes(own.data_set.names)
    counted = model.count_arrangements(own.analysis.declarations, products, own.selection)
    counts = publish(counted, own.level, ARRANGED)
    return counts if len(counts) else None
