"""Chains page: from the first trajectory to the last, how many in a row, by which routes."""

import streamlit as st

from core.charts.chains import chart_flow, chart_lengths
from core.session import remembered, require_visit
from core.text import chain_lengths as rows
from core.text import chains as text
from core.text import shell, status
from pages.chain_numbers import chain_numbers
from pages.labels import label_of
from pages.skeleton import (
    show_conversation,
    show_figures,
    show_finding,
    show_numbers,
    show_picture,
    show_question,
    show_status,
)

show_question(shell.TITLES["chains"], text.QUESTION)
visit = require_visit()
numbers = remembered(visit, "chains", lambda: chain_numbers(visit))
flows, lengths, as_of = numbers.flows, numbers.lengths, visit.rules.as_of

show_finding(text.finding(numbers.following, numbers.parallel))
show_figures(text.figures(numbers.started, numbers.running, numbers.following, numbers.parallel))
streams = chart_flow(flows, visit.rules.ladder)
flow_rows = text.rows_of_flows(flows, visit.rules.ladder)
label = label_of(visit, "order", "duration")
show_picture(streams, text.flow_takeaway(flows), flow_rows, label)
st.caption(text.FLOW_NOTE)

st.subheader(text.LENGTHS_TITLE)
bars = chart_lengths(rows.parts_of_lengths(lengths, as_of))
show_picture(bars, text.LENGTHS_TITLE, rows.rows_of_all(lengths, as_of), label)
st.caption(text.LENGTHS_NOTE)

st.subheader(text.routes_finding(numbers.routes))
show_numbers(text.rows_of_routes(numbers.routes), text.ROUTES_TITLE)
show_status(visit, status.BY_CHAIN)
show_conversation("chains")
