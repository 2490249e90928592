"""Steps page: up and down the ladder, from light and from heavier beginnings."""

import streamlit as st

from core.charts.steps import chart_followups, chart_moves, chart_steps
from core.session import remembered, require_visit
from core.text import shell, status
from core.text import step_tables as tables
from core.text import steps as text
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
from pages.step_numbers import step_numbers

show_question(shell.TITLES["steps"], text.QUESTION)
visit = require_visit()
unmatched = visit.data_set.delivery.unmatched_share
if unmatched > text.MOST_UNMATCHED:
    st.warning(text.withheld(unmatched))
    st.stop()
numbers = remembered(visit, "steps", lambda: step_numbers(visit))
moved, yearly, after = numbers.moved, numbers.yearly, numbers.followups

show_finding(text.finding(moved["up"]))
st.caption(f"{text.basis(moved['up'])} {text.NO_CAUSE}")
label = label_of(visit, "order")
bars = chart_moves(text.bars_of_moves(moved))
show_picture(bars, text.MOVES_TITLE, text.rows_of_moves(moved), label)
show_figures(text.figures(numbers.courses, numbers.stepped, numbers.ways))
st.caption(text.of_how_many(numbers.courses, numbers.stepped, numbers.ways))
with st.expander(text.COURSES_TITLE):
    show_numbers(text.rows_of_courses(numbers.courses, numbers.ways), text.COURSES_TITLE)

st.subheader(text.YEARS_TITLE)
as_of, ladder = visit.rules.as_of, visit.rules.ladder
years = chart_steps(tables.in_step_order(yearly, as_of))
show_picture(years, text.YEARS_TITLE, tables.rows_of_steps(yearly, as_of), label)

st.subheader(text.FOLLOWUPS_TITLE)
heat = chart_followups(tables.with_share_of_source(after), ladder)
show_picture(heat, text.FOLLOWUPS_TITLE, tables.rows_of_followups(after, ladder), label)
st.caption(tables.followups_note(after, ladder))

st.subheader(text.REFERRERS_TITLE)
st.caption(f"{text.referrer_caution(numbers.referrers)} {text.REFERRERS_NOTE}")
show_numbers(tables.rows_of_referrers(numbers.referrers), text.REFERRERS_TITLE)
show_status(visit, status.BY_CHAIN)
show_conversation("steps")
