"""The part of the page Vergelijken on spending since 2015, and on budget beside spending."""

import pandas as pd
import streamlit as st

from core.benchmark import spending as model
from core.benchmark.latest import columns_of
from core.benchmark.peers import peers_of
from core.charts.spending import chart_budget, chart_index
from core.opendata.shelf import breaks_of, name_of, regions_of
from core.session import OpenVisit
from core.text import budget
from core.text import spending as text
from pages.open_status import show_open_status
from pages.skeleton import show_picture

TOPICS = ("spending", "budget", "consumer_prices", "population")


def show_spending(visit: OpenVisit) -> None:
    """Draw spending as an index beside group and country, and then budget beside spending."""
    st.caption(text.QUESTION)
    way = _choose_way()
    euros = model.spending_of(visit.shelf, way)
    first = model.first_year_of(euros)
    index, said = model.index_to_first(euros, first), _said(way, first)
    _show_index(visit, said, index, max(columns_of(euros), default=None) if way.real else None)
    st.markdown(_risen(visit, said, index))
    st.subheader(budget.TITLE)
    _show_budget(visit)
    show_open_status(visit, TOPICS, text.LIMITS)


def _choose_way() -> model.Way:
    with st.container(horizontal=True, vertical_alignment="bottom"):
        counted = st.segmented_control(
            text.COUNTED,
            text.WAYS,
            default=text.PER_YOUTH,
            required=True,
            key="spending_way",
            persist_state="session",
        )
        kind = st.selectbox(
            text.KIND,
            list(text.KINDS),
            format_func=text.KINDS.__getitem__,
            key="spending_kind",
            persist_state="session",
            width=260,
        )
        real = st.toggle(
            text.REAL, key="spending_real", help=text.REAL_HELP, persist_state="session"
        )
    return model.Way(kind, counted == text.PER_YOUTH, real)


def _show_index(visit: OpenVisit, said: text.Said, index: pd.DataFrame, prices: int | None) -> None:
    breaks = breaks_of(visit.shelf, "spending")
    peers = peers_of(visit.shelf, visit.area, visit.peers)
    spread = model.measure_spread(index, peers)
    series = {text.OWN: visit.area, text.COUNTRY: _country(visit)}
    lines = model.find_lines(index, series, spread, breaks)
    name = name_of(visit.shelf, visit.area)
    own = lines[lines["series"] == text.OWN].set_index("year")["index"]
    finding = text.finding(name, said, own, spread.set_index("year")["middle"])
    st.markdown(f"**{finding}**")
    marks = text.marks_of(breaks, list(spread["year"]))
    segments = model.segments_of(list(spread["year"]), breaks)
    band = spread.assign(segment=spread["year"].map(segments))
    picture = chart_index(lines, band, marks, text.names_of(name))
    rows = text.rows_of_years(lines, spread, marks, name)
    counted = text.PER_YOUTH if said.per_youth else text.IN_ALL
    show_picture(picture, finding, rows, text.label(counted, prices))
    st.caption(f"{text.later(said)} {text.broken(breaks, list(spread['year']))}".strip())


def _risen(visit: OpenVisit, said: text.Said, index: pd.DataFrame) -> str:
    """Say of all municipalities of the country in how many spending rose."""
    if index.empty:
        return text.risen(said, (0, 0, 0), None)
    everybody = list(regions_of(visit.shelf, "municipality")["region"])
    year = max(columns_of(index))
    risen = model.count_risen(index, everybody, year)
    spread = model.measure_spread(index, everybody).set_index("year")
    pace = (float(spread["low"][year]), float(spread["high"][year])) if risen.counted else None
    counts = (risen.risen, risen.counted, risen.missing)
    return text.risen(said, counts, pace)


def _said(way: model.Way, first: int) -> text.Said:
    return text.Said(way.kind, way.per_youth, way.real, first)


def _show_budget(visit: OpenVisit) -> None:
    rows = model.budget_of(visit.shelf, visit.area)
    finding = budget.finding(rows, name_of(visit.shelf, visit.area))
    st.markdown(f"**{finding}**")
    picture = chart_budget(budget.bars_of_years(rows))
    show_picture(picture, finding, budget.rows_of_years(rows), budget.LABEL)


def _country(visit: OpenVisit) -> str:
    countries = regions_of(visit.shelf, "country")["region"]
    return str(countries.iloc[0]) if len(countries) else ""
