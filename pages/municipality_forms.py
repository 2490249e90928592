"""The part of the picture of a municipality on forms of youth care."""

import pandas as pd
import streamlit as st

from core.benchmark.form_parts import measure_forms, newest_known, number_of, status_of
from core.benchmark.surroundings import find_surroundings
from core.charts.municipality_forms import chart_forms, chart_seven
from core.datasets import care_forms_of
from core.disclosure import MINIMUM_PERSONS, Margins, Shape, publish, publish_table
from core.opendata.shelf import figures_of, name_of
from core.session import OpenVisit, Visit, remembered
from core.text import municipality
from core.text import municipality_forms as text
from core.text import municipality_seven as seven
from core.trajectories.basics import count_basics, in_year
from core.trajectories.seven_forms import count_seven_forms
from pages.answered import judged
from pages.labels import label_of
from pages.municipality_figures import KIND
from pages.municipality_own import newest_own_year, own_visit
from pages.open_status import show_open_status
from pages.skeleton import show_finding, show_picture

YOUTH, TRAJECTORIES = "youth_with_care", "care_trajectories"
COUNTS = Shape(counts=["trajectories"], within=[])


def show_forms(visit: OpenVisit) -> None:
    """Show the forms as published, and the seven forms of the own declarations."""
    youth = figures_of(visit.shelf, YOUTH)
    year = newest_known(youth, visit.area, "all")
    if year is None:
        show_finding(municipality.not_published(name_of(visit.shelf, visit.area), "all"))
    else:
        _show_published(visit, youth, year)
    show_open_status(visit, [YOUTH, TRAJECTORIES], municipality.GROUP_NOTE, kind=KIND)
    own = own_visit(visit)
    if own is not None:
        _show_seven(visit, own, youth)


def _show_published(visit: OpenVisit, youth: pd.DataFrame, year: int) -> None:
    places = find_surroundings(visit.shelf, visit.area)
    tables = [measure_forms(youth, place.region, year) for place in places]
    whole = number_of(youth, visit.area, year, "all")
    status = status_of(youth, visit.area, year)
    finding = text.finding(tables[0], places[0], year, whole, status)
    show_finding(finding)
    care = figures_of(visit.shelf, TRAJECTORIES)
    trajectories = measure_forms(care, visit.area, year)["number"].tolist()
    table = text.table_of(tables, places, trajectories)
    show_picture(chart_forms(text.bars_of(tables, places)), finding, table, text.LABEL)


def _show_seven(visit: OpenVisit, own: Visit, youth: pd.DataFrame) -> None:
    """Show the seven forms, and say why they are not those that are published."""
    year = newest_own_year(own)
    alone = judged(own, in_year(own.selection, year))
    if alone is None:
        return
    rows, clients = remembered(alone, "seven_forms", lambda: _counted(alone))
    finding = seven.finding(rows, name_of(visit.shelf, visit.area), year)
    at_cbs = {form: number_of(youth, visit.area, year, form) for form in seven.SAME_FORM.values()}
    st.subheader(finding)
    table = seven.table_of(rows, clients, at_cbs)
    show_picture(chart_seven(rows), finding, table, label_of(own, "freshness"))
    st.markdown(seven.WHY)
    st.caption(seven.NOTE)


def _counted(own: Visit) -> tuple[pd.DataFrame, object]:
    """Publish the trajectories by form, and the number of clients with any help."""
    alone, care = own.selection, own.analysis.trajectories
    labels = care_forms_of(own.data_set)
    counted = count_seven_forms(care, labels, alone, MINIMUM_PERSONS)
    rows = seven.rows_of(publish_table(counted, own.level, COUNTS, Margins(["form"])))
    whole = publish(count_basics(care, alone), own.level, Shape(counts=["clients"]))
    return rows, whole["clients"].max()
