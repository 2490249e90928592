"""The part of the page Trajectreeksen on how many trajectories follow each other."""

import pandas as pd
import streamlit as st

from core.charts.chains import chart_flow, chart_lengths
from core.session import Visit, remembered
from core.text import chain_lengths as rows
from core.text import chains as text
from core.text import general
from pages.chain_numbers import ChainHeads, chain_heads, chain_lengths
from pages.labels import label_of
from pages.skeleton import show_numbers, show_picture


def heads_of(visit: Visit) -> ChainHeads:
    """Give the published numbers above all parts of the page, counted once."""
    return remembered(visit, "chains", lambda: chain_heads(visit))


def show_lengths(visit: Visit) -> None:
    """Draw the flow from the first to the fourth trajectory, the lengths, and the routes."""
    numbers = remembered(visit, "lengths", lambda: chain_lengths(visit))
    label = label_of(visit, "order", "duration")
    _show_flow(visit, numbers.flows, label)
    as_of = visit.rules.as_of
    st.subheader(text.LENGTHS_TITLE)
    bars = chart_lengths(rows.parts_of_lengths(numbers.lengths, as_of))
    said = rows.finding(numbers.lengths, as_of)
    st.markdown(f"**{said}**")
    show_picture(bars, said, rows.rows_of_all(numbers.lengths, as_of), label)
    st.caption(text.LENGTHS_NOTE)

    st.subheader(text.routes_finding(numbers.routes))
    show_numbers(text.rows_of_routes(numbers.routes), text.ROUTES_TITLE)


def _show_flow(visit: Visit, flows: pd.DataFrame, label: str) -> None:
    """Draw the flow; where it would name no care form, a sentence says what is needed for one."""
    if not text.names_something(flows):
        st.markdown(general.NOTHING_TO_SHOW)
        return
    streams = chart_flow(flows, visit.rules.ladder)
    rows = text.rows_of_flows(flows, visit.rules.ladder)
    show_picture(streams, text.flow_takeaway(flows), rows, label)
    st.caption(text.FLOW_NOTE)
