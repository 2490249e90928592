"""The part of the picture of a municipality on age and sex."""

from core.benchmark.form_parts import newest_known, number_of, status_of
from core.benchmark.surroundings import find_surroundings
from core.benchmark.youth_shares import with_intervals
from core.charts.municipality_groups import chart_ages
from core.opendata.shelf import figures_of, name_of
from core.opendata.topics import AGES
from core.session import OpenVisit
from core.text import municipality
from core.text import municipality_groups as text
from pages.municipality_figures import KIND, shares_of
from pages.open_status import show_open_status
from pages.skeleton import show_figures, show_finding, show_picture

TOPIC = "youth_with_care_by_age"
LARGEST = "4-12"
"""The age class that is published wherever any is."""


def show_ages(visit: OpenVisit) -> None:
    """Show which part of each age has youth care, and how it divides over boys and girls."""
    figures = figures_of(visit.shelf, TOPIC)
    year = newest_known(figures, visit.area, LARGEST)
    if year is None:
        show_finding(municipality.not_published(name_of(visit.shelf, visit.area), "all"))
    else:
        _show_year(visit, year)
        boys, girls = (number_of(figures, visit.area, year, sex) for sex in ("M", "V"))
        show_figures(text.sex_figures(boys, girls))
    show_open_status(visit, [TOPIC, "population"], text.NOTE, kind=KIND)


def _show_year(visit: OpenVisit, year: int) -> None:
    places = find_surroundings(visit.shelf, visit.area)
    shares = {age: shares_of(visit.shelf, TOPIC, age) for age in AGES}
    around = [place.region for place in places]
    now = {
        age: with_intervals(table[table["year"].eq(year) & table["region"].isin(around)])
        for age, table in shares.items()
    }
    rows = text.age_rows(now, places)
    status = status_of(figures_of(visit.shelf, TOPIC), visit.area, year)
    finding = text.age_finding(rows, places[0].name, year, status)
    show_finding(finding)
    show_picture(chart_ages(rows), finding, text.age_table(rows, places), text.LABEL)
