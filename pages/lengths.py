"""The part of the page Trajectreeksen on how many trajectories follow each other."""

import streamlit as st

from core.charts.chains import chart_flow, chart_lengths
from core.session import Visit, remembered
from core.text import chain_lengths as rows
from core.text import chains as text
from pages.chain_numbers import ChainHeads, chain_heads, chain_lengths
from pages.labels import label_of
from pages.skeleton import show_numbers, show_picture


def heads_of(visit: Visit) -> ChainHeads:
    """Give the published numbers above all parts of the page, counted once."""
    return remembered(visit, "chains", lambda: chain_heads(visit))


def show_lengths(visit: Visit) -> None:
    """Draw the flow from the first to the fourth trajectory, the lengths, and the routes."""
    numbers = remembered(visit, "lengths", lambda: chain_lengths(visit))
    as_of = visit.rules.as_of
    streams = chart_flow(numbers.flows, visit.rules.ladder)
    flow_rows = text.rows_of_flows(numbers.flows, visit.rules.ladder)
    label = label_of(visit, "order", "duration")
    show_picture(streams, text.flow_takeaway(numbers.flows), flow_rows, label)
    st.caption(text.FLOW_NOTE)

    st.subheader(text.LENGTHS_TITLE)
    bars = chart_lengths(rows.parts_of_lengths(numbers.lengths, as_of))
    show_picture(bars, text.LENGTHS_TITLE, rows.rows_of_all(numbers.lengths, as_of), label)
    st.caption(text.LENGTHS_NOTE)

    st.subheader(text.routes_finding(numbers.routes))
    show_numbers(text.rows_of_routes(numbers.routes), text.ROUTES_TITLE)
