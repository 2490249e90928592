"""The tab of completeness: which months are in, and which are too fresh to talk about."""

import pandas as pd
import streamlit as st

from core.charts.quality import chart_completeness, chart_lag
from core.disclosure import Shape, is_shared, may_name_providers, protect, publish
from core.quality import completeness as model
from core.quality import reporting_lag
from core.session import Visit, choose_rules, current_rules, remembered
from core.text import completeness as text
from core.text import quality as words
from core.trajectories.choosing import month_end_or_auto, with_as_of
from core.trajectories.counting import count_start_sources
from pages.labels import label_of
from pages.skeleton import show_numbers, show_picture

SUPPLIERS = ("provider", "municipality")
STATES = Shape(counts=["lines", "usual"], values=["share"])
DIVIDED = ["lines", "usual"]
"""Columns that are divided and not drawn."""

LAGS = Shape(counts=["lines"])
STARTS = Shape(counts=["lines"])


def show_months(visit: Visit) -> None:
    """Show every month of every supplier, and how long it takes until a month is in."""
    offered = SUPPLIERS if may_name_providers(visit.level) else SUPPLIERS[1:]
    supplier = st.segmented_control(
        words.PER,
        offered,
        format_func=words.option,
        default=offered[0],
        key="months_supplier",
    )
    kind = supplier or offered[0]
    judged = remembered(visit, f"months_{kind}", lambda: _judged(visit, kind))
    cells = text.cells(judged, lambda code: visit.name(kind, code))
    said = text.finding(cells)
    st.markdown(f"**{said}**")
    show_picture(
        chart_completeness(cells), said, text.supplier_table(cells), label_of(visit, "freshness")
    )
    odd = text.strip_table(cells)
    if not odd.empty:
        show_numbers(odd, text.ODD_TITLE)
    st.caption(text.NOTE)
    _show_lag(visit)
    _show_starts(visit)


def _judged(visit: Visit, supplier: str) -> pd.DataFrame:
    delivered = model.find_delivered(visit.analysis.declarations, supplier)
    years = (visit.selection.first_year, visit.selection.last_year)
    counted = model.count_completeness(delivered, visit.rules.as_of, years)
    shown = protect(counted, visit.level, STATES)
    told = model.share_again(shown) if is_shared(visit.level) else shown
    return told.drop(columns=DIVIDED)


def _show_lag(visit: Visit) -> None:
    st.subheader(text.LAG_TITLE)
    lines = visit.analysis.declarations
    lag = remembered(visit, "lag", lambda: reporting_lag.measure_lag(lines))
    if lag is None:
        st.markdown(text.NOT_CHECKABLE)
        return
    said = text.lag_finding(lag.months, lag.as_of)
    st.markdown(f"**{said}**")
    counts = remembered(
        visit, "lags", lambda: publish(reporting_lag.count_lags(lines, lag), visit.level, LAGS)
    )
    rows = text.lag_rows(counts)
    show_picture(
        chart_lag(rows, lag.months), said, text.lag_table(rows), label_of(visit, "freshness")
    )
    st.markdown(text.as_of_note(lag.as_of, visit.rules.as_of))
    if lag.as_of != visit.rules.as_of:
        st.button(words.USE_AS_OF, on_click=_use, args=(lag.as_of,))


def _show_starts(visit: Visit) -> None:
    """Show what the first days of care stand on, and which lines have none of their own."""
    counts = remembered(
        visit,
        "start_sources",
        lambda: publish(count_start_sources(visit.analysis.declarations), visit.level, STARTS),
    )
    st.subheader(text.START_TITLE)
    show_numbers(text.start_table(counts), text.START_TITLE)
    st.caption(text.START_NOTE)


def _use(as_of: int) -> None:
    choose_rules(with_as_of(current_rules(), month_end_or_auto(as_of)))
