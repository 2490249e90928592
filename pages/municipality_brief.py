"""The part of the picture of a municipality that says it shortly: how many have help."""

import pandas as pd
import streamlit as st

from core.benchmark.youth_shares import base_of, with_intervals
from core.charts.municipality import chart_strip, chart_trend
from core.opendata.shelf import breaks_of, figures_of, name_of
from core.session import OpenVisit
from core.text import municipality as text
from core.text import municipality_marks as marks
from pages.municipality_figures import Standing, neighbours_of, shares_of, standing_of
from pages.open_status import show_open_status
from pages.skeleton import show_figures, show_finding, show_picture

TOPIC = "youth_with_care"


def show_brief(visit: OpenVisit) -> None:
    """Show the share with help beside the youth region, the country and all municipalities."""
    form = _choice()
    shares = shares_of(visit.shelf, TOPIC, form)
    standing = standing_of(visit.shelf, visit.area, shares)
    if standing is None:
        show_finding(text.not_published(name_of(visit.shelf, visit.area), form))
    else:
        _show_standing(visit, standing, form)
        _show_trend(visit, shares, standing, form)
    show_open_status(visit, [TOPIC, "population"], text.GROUP_NOTE)


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


def _show_standing(visit: OpenVisit, standing: Standing, form: str) -> None:
    own, places = standing.own, standing.places
    zone = text.zone_of(own["share"], standing.spread, standing.kind)
    finding = text.finding(standing.now, places, form, zone)
    show_finding(finding)
    show_figures(text.figures(own, _minors(visit, int(own["year"])), form))
    near = neighbours_of(visit.shelf, standing)
    dots = marks.strip_dots(standing.among, places[0].region, near)
    lines = marks.strip_marks(standing.now, places, dots)
    band = marks.strip_band(standing.spread, standing.kind)
    chart = chart_strip(dots, lines, band, marks.axis_of(text.base_name(form)))
    show_picture(chart, finding, text.table_of(standing.now, places, form), text.STRIP_LABEL)
    local = standing.among[standing.among["region"].isin(near)]["share"]
    around = text.around(local, places[1].name) if near else ""
    st.markdown(f"{text.doubt(own, standing.spread, standing.kind)} {around}")


def _show_trend(visit: OpenVisit, shares: pd.DataFrame, standing: Standing, form: str) -> None:
    places = standing.places
    rows = with_intervals(shares[shares["region"].isin([place.region for place in places])])
    points = marks.trend_points(rows, places)
    takeaway = text.trend_finding(points, places[0])
    st.subheader(takeaway)
    axis = marks.axis_of(text.base_name(form))
    gaps = marks.trend_gaps(points, breaks_of(visit.shelf, TOPIC))
    chart = chart_trend(points, marks.trend_ends(points), gaps, axis)
    show_picture(chart, takeaway, text.trend_table(rows, places), text.TREND_LABEL)


def _minors(visit: OpenVisit, year: int) -> float | None:
    """Give how many younger than 18 lived in the region in a year, when that is known."""
    people = base_of(figures_of(visit.shelf, "population"), "protection")
    own = people[(people["region"] == visit.area) & (people["year"] == year)]["people"]
    return None if own.empty else float(own.iloc[0])
