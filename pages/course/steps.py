"""Steps page: up and down the ladder, from light and from heavier beginnings."""

import streamlit as st

from core.charts.steps import chart_followups, chart_moves, chart_steps
from core.disclosure import MINIMUM_PERSONS, Shape, publish
from core.session import require_visit
from core.text import shell, status
from core.text import step_tables as tables
from core.text import steps as text
from core.trajectories import moves
from core.trajectories.cohorts import find_observed
from core.trajectories.followups import count_followups
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

show_question(shell.TITLES["steps"], text.QUESTION)
visit = require_visit()
level, rules, unmatched = visit.level, visit.rules, visit.data_set.delivery.unmatched_share
if unmatched > text.MOST_UNMATCHED:
    st.warning(text.withheld(unmatched))
    st.stop()
observed = select_chains(find_observed(visit.analysis.chained), visit.selection)
moved = {
    move: publish(moves.count_moves_within(observed, rules, move=move), level, CHAINS)
    for move in text.MOVE_NAMES
}
courses = publish(moves.count_courses(observed, rules), level, CHAINS)
stepped = publish(moves.count_stepped(observed, rules), level, CHAINS)
ways = publish(moves.count_ways_to_heavy(observed, rules), level, CHAINS)
show_finding(text.finding(moved["up"]))
st.caption(f"{text.basis(moved['up'])} {text.NO_CAUSE}")
show_picture(chart_moves(text.bars_of_moves(moved)), text.MOVES_TITLE, text.rows_of_moves(moved))
show_figures(text.figures(courses, stepped, ways))
with st.expander(text.COURSES_TITLE):
    show_numbers(text.rows_of_courses(courses, ways), text.COURSES_TITLE)
st.subheader(text.YEARS_TITLE)
yearly = publish(moves.count_steps_by_year(observed, rules), level, Shape(counts=["starts"]))
bars = chart_steps(tables.in_step_order(yearly))
show_picture(bars, text.YEARS_TITLE, tables.rows_of_steps(yearly))
st.subheader(text.FOLLOWUPS_TITLE)
after = publish(count_followups(observed, rules, 12, MINIMUM_PERSONS), level, CHAINS)
heat = chart_followups(tables.with_share_of_source(after), rules.ladder)
show_picture(heat, text.FOLLOWUPS_TITLE, tables.rows_of_followups(after))
st.subheader(text.REFERRERS_TITLE)
sent = publish(moves.count_moves_by_referrer(observed, rules, 50), level, CHAINS)
st.caption(f"{text.referrer_caution(sent)} {text.REFERRERS_NOTE}")
show_numbers(tables.rows_of_referrers(sent), text.REFERRERS_TITLE)
show_status(visit, status.BY_CHAIN)
show_conversation("steps")
