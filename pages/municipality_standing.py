"""Where a region stands: among all of its kind, and over the years."""

from dataclasses import dataclass

import pandas as pd
import streamlit as st

from core.benchmark.youth_shares import with_intervals
from core.charts.municipality import chart_strip, chart_trend
from core.opendata.shelf import breaks_of
from core.session import OpenVisit
from core.text import municipality as text
from core.text import municipality_marks as marks
from core.text import municipality_spread as spread
from pages.municipality_figures import Standing, neighbours_of
from pages.skeleton import show_picture


@dataclass(frozen=True, slots=True)
class Subject:
    """What shares are about: the topic of open data, and the form that the words are chosen by."""

    topic: str
    form: str


def finding_of(standing: Standing, form: str) -> str:
    """Say the share of a region, those around it, and where it lies."""
    zone = spread.zone_of(standing.own, standing.spread, standing.kind)
    return text.finding(standing.now, standing.places, form, zone)


def show_spread(visit: OpenVisit, standing: Standing, form: str, finding: str) -> None:
    """Draw all regions of a kind as dots, and say how sure the place of this one is."""
    places, near = standing.places, neighbours_of(visit.shelf, standing)
    dots = marks.strip_dots(standing.among, places[0].region, near)
    chart = chart_strip(
        dots,
        marks.strip_marks(standing.now, places, dots),
        marks.strip_band(standing.spread, standing.kind),
        marks.axis_of(text.base_name(form)),
    )
    table = text.table_of(standing.now, places, form)
    show_picture(chart, finding, table, spread.strip_label(standing.kind))
    local = standing.among[standing.among["region"].isin(near)]["share"]
    around = spread.around(local, places[1].name) if near else ""
    st.markdown(f"{spread.doubt(standing.own, standing.spread, standing.kind)} {around}")


def show_trend(visit: OpenVisit, shares: pd.DataFrame, standing: Standing, what: Subject) -> None:
    """Draw the share over the years, with a gap where years do not compare."""
    places = standing.places
    rows = with_intervals(shares[shares["region"].isin([place.region for place in places])])
    points = marks.trend_points(rows, places)
    takeaway = text.trend_finding(points, places[0])
    st.subheader(takeaway)
    gaps = marks.trend_gaps(points, breaks_of(visit.shelf, what.topic))
    axis = marks.axis_of(text.base_name(what.form))
    chart = chart_trend(points, marks.trend_ends(points), gaps, axis)
    show_picture(chart, takeaway, text.trend_table(rows, places), text.TREND_LABEL)
