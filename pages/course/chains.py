"""Chains page: from the first trajectory to the last, how many in a row, by which routes."""

from dataclasses import replace

import streamlit as st

from core.charts.chains import chart_flow, chart_lengths
from core.disclosure import MINIMUM_PERSONS, Shape, publish
from core.session import current_rules, open_analysis, require_visit
from core.text import chain_lengths as row
from core.text import chains as text
from core.text import shell, status
from core.trajectories import cohorts, flow
from core.trajectories.selection import select_chains
from pages.skeleton import (
    show_conversation,
    show_figures,
    show_finding,
    show_numbers,
    show_picture,
    show_question,
    show_status,
)

CHAINS = Shape(counts=["chains"])
LENGTHS = Shape(counts=["chains"], amounts=["amount_cents"])
show_question(shell.TITLES["chains"], text.QUESTION)
visit = require_visit()
level, rules = visit.level, visit.rules
observed = select_chains(cohorts.find_observed(visit.analysis.chained), visit.selection)
already = select_chains(cohorts.find_already_running(visit.analysis.chained), visit.selection)
other = open_analysis(visit.data_set, replace(current_rules(), count_parallel=True))
beside = select_chains(cohorts.find_observed(other.chained), visit.selection)
long = publish(cohorts.count_long_chains(observed, rules, 24, 3), level, CHAINS)
long_beside = publish(cohorts.count_long_chains(beside, rules, 24, 3), level, CHAINS)
started = publish(cohorts.count_chains(observed), level, CHAINS)
running = publish(cohorts.count_chains(already), level, CHAINS)
show_finding(text.finding(long, long_beside))
show_figures(text.figures(started, running, long, long_beside))
flows = publish(flow.count_flows(observed, MINIMUM_PERSONS), level, CHAINS)
show_picture(chart_flow(flows, rules.ladder), text.flow_takeaway(flows), text.rows_of_flows(flows))
st.caption(text.FLOW_NOTE)

lengths = {
    months: publish(
        cohorts.count_lengths_by_cohort(observed, rules, months, MINIMUM_PERSONS), level, LENGTHS
    ).sort_values(["cohort", "length"])
    for months in text.FOLLOWED
}
st.subheader(text.LENGTHS_TITLE)
parts = chart_lengths(row.parts_of_lengths(lengths, rules.as_of))
show_picture(parts, text.LENGTHS_TITLE, row.rows_of_all(lengths, rules.as_of))
st.caption(text.LENGTHS_NOTE)

routes = publish(flow.count_routes(observed, 10, MINIMUM_PERSONS), level, CHAINS)
st.subheader(text.routes_finding(routes))
show_numbers(text.rows_of_routes(routes), text.ROUTES_TITLE)

show_status(visit, status.BY_CHAIN)
show_conversation("chains")
