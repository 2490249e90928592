"""The part of the page Trajectreeksen on routes: frequent ones, a search, before and again."""

from collections.abc import Callable, Mapping
from typing import Final

import pandas as pd
import streamlit as st

from core.charts.routes import chart_preceding, chart_routes
from core.disclosure import MINIMUM_PERSONS, Grid, Shape, publish, publish_parts
from core.sequences import preceding, returns
from core.sequences.routes import find_collapsed, measure_coverage
from core.session import Visit, observed_chains, remembered
from core.text import preceding as before
from core.text import routes as text
from core.trajectories.flow import count_routes
from pages.labels import label_of
from pages.offered import values_of
from pages.pattern_search import show_search
from pages.skeleton import show_finding, show_numbers, show_picture

SHOWN_ROUTES: Final = 10
RETURN_MONTHS: Final = 24
ROUTES = Shape(counts=["chains", "routes"], within=[])
CLIENTS = Shape(counts=["clients"])


def show_routes(visit: Visit) -> None:
    """Show one of the questions about routes; only that one is counted."""
    view = st.segmented_control(
        text.VIEW,
        list(text.VIEWS),
        default="routes",
        format_func=text.VIEWS.__getitem__,
        key="routes_view",
    )
    VIEWS[view or "routes"](visit)


def _show_frequent(visit: Visit) -> None:
    """Draw the frequent routes and what they cover, in one of two readings."""
    reading = st.radio(
        text.READING,
        list(text.READINGS),
        format_func=text.READINGS.__getitem__,
        horizontal=True,
        key="routes_reading",
    )
    name = f"routes_{reading}"
    routes = remembered(visit, name, lambda: _routes(visit, collapsed=reading == "collapsed"))
    finding = text.finding(routes)
    st.caption(text.QUESTION)
    show_finding(finding)
    picture = chart_routes(text.bars_of_routes(routes), visit.rules.ladder)
    show_picture(picture, finding, text.rows_of_routes(routes), label_of(visit, "order"))
    st.caption(f"{text.merged(routes)} {text.NOTE}")


def _show_preceding(visit: Visit) -> None:
    """Draw what went before a care form that is chosen here."""
    st.caption(before.QUESTION)
    forms = remembered(visit, "preceding_forms", lambda: _forms(visit))
    if not forms:
        st.markdown(before.NO_FORMS)
        return
    form = st.selectbox(before.FORM, forms, index=len(forms) - 1, key="preceding_form")
    counts = remembered(visit, f"preceding_{form}", lambda: _preceding(visit, form))
    finding, ladder = before.finding(counts, form), visit.rules.ladder
    show_finding(finding)
    picture = chart_preceding(before.bars_of(counts, ladder), ladder)
    show_picture(picture, finding, before.rows_of(counts, ladder), label_of(visit, "order"))
    st.caption(before.NOTE)


def _show_returns(visit: Visit) -> None:
    """Show how often the same help comes back, with what each share is of."""
    st.caption(text.RETURNS_QUESTION)
    counted = remembered(visit, "returns", lambda: _returns(visit))
    finding = text.returns_finding(counted)
    show_finding(finding)
    show_numbers(text.rows_of_returns(counted), finding)
    st.caption(f"{text.RETURNS_NOTE} {label_of(visit, 'order')}")


VIEWS: Final[Mapping[str, Callable[[Visit], None]]] = {
    "routes": _show_frequent,
    "search": show_search,
    "preceding": _show_preceding,
    "returns": _show_returns,
}


def _routes(visit: Visit, *, collapsed: bool) -> pd.DataFrame:
    observed = observed_chains(visit)
    rows = find_collapsed(observed) if collapsed else observed
    counted = count_routes(rows, SHOWN_ROUTES, MINIMUM_PERSONS)
    return measure_coverage(publish(counted, visit.level, ROUTES))


def _forms(visit: Visit) -> list[str]:
    """List the counted care forms of enough young people, from light to heavy, unranked first."""
    levels = dict(visit.rules.ladder)
    counted = set(values_of(visit, "care_form")) - set(visit.rules.uncounted)
    return sorted(counted, key=lambda form: (levels.get(form, 0), form))


def _preceding(visit: Visit, form: str) -> pd.DataFrame:
    chained, selection = visit.analysis.chained, visit.selection
    counted = preceding.count_preceding(chained, form, selection, MINIMUM_PERSONS)
    return publish(counted, visit.level, CLIENTS)


def _returns(visit: Visit) -> pd.DataFrame:
    counted = returns.count_returns(observed_chains(visit), visit.rules, RETURN_MONTHS)
    grid = Grid({"question": tuple(returns.QUESTIONS), "answer": returns.ANSWERS})
    return publish_parts(counted, visit.level, "chains", grid, ["question"])
