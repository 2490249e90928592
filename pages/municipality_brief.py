"""The part of the picture of a municipality that says it shortly: how many have help."""

import streamlit as st

from core.benchmark.youth_shares import base_of
from core.districts.circumstances import measure_circumstances
from core.opendata.shelf import figures_of, name_of
from core.session import OpenVisit
from core.text import municipality as text
from core.text import municipality_life as life
from pages.municipality_figures import KIND, Standing, shares_of, standing_of
from pages.municipality_standing import Subject, finding_of, show_spread, show_trend
from pages.open_status import show_open_status
from pages.skeleton import show_figures, show_finding, show_numbers

TOPIC = "youth_with_care"


def show_brief(visit: OpenVisit) -> None:
    """Show the share with help beside the youth region, the country and all municipalities."""
    form = _choice()
    shares = shares_of(visit.shelf, TOPIC, form)
    standing = standing_of(visit.shelf, visit.area, shares)
    if standing is None:
        show_finding(text.not_published(name_of(visit.shelf, visit.area), form))
    else:
        finding = finding_of(standing, form)
        show_finding(finding)
        show_spread(visit, standing, form, finding)
        minors = _minors(visit, int(standing.own["year"]))
        show_figures(text.figures(standing.own, minors, form))
        show_trend(visit, shares, standing, Subject(TOPIC, form))
        _show_circumstances(visit, standing)
    show_open_status(visit, [TOPIC, "population"], text.GROUP_NOTE, kind=KIND)


def _choice() -> str:
    form = st.segmented_control(
        text.WHAT,
        list(text.GROUPS),
        default="all",
        required=True,
        format_func=lambda name: text.GROUPS[name],
        key="municipality_group",
    )
    return form or "all"


def _show_circumstances(visit: OpenVisit, standing: Standing) -> None:
    """Sketch the families in which the young people of a region grow up, where that is known."""
    around = [place.region for place in standing.places[1:]]
    known = measure_circumstances(visit.shelf, [visit.area], around, list(life.TOPICS))
    if len(known):
        st.subheader(life.title(standing.places[0].name))
        show_numbers(life.table_of(known, standing.places), life.TITLE)
        st.caption(life.NOTE)


def _minors(visit: OpenVisit, year: int) -> float | None:
    """Give how many younger than 18 lived in the region in a year, when that is known."""
    people = base_of(figures_of(visit.shelf, "population"), "protection")
    own = people[(people["region"] == visit.area) & (people["year"] == year)]["people"]
    return None if own.empty else float(own.iloc[0])
