"""Steps page: up and down the ladder, from light and from heavier beginnings, by parts."""

import streamlit as st

from core.session import require_visit
from core.text import shell, status
from core.text import steps as text
from pages.chain_costs import show_chain_costs
from pages.comparable import show_comparable
from pages.ending import end_page
from pages.moves import moves_of, show_moves
from pages.openings import show_openings
from pages.sensitivity import show_sensitivity
from pages.skeleton import show_conversation, show_finding, show_question, show_status
from pages.tabs import show_tabs
from pages.what_if import show_what_if

show_question(shell.TITLES["steps"], text.QUESTION)
visit = require_visit()
unmatched = visit.data_set.delivery.unmatched_share
if unmatched > text.MOST_UNMATCHED:
    st.warning(text.withheld(unmatched))
    end_page()
numbers = moves_of(visit)
show_finding(text.finding(numbers.moved["up"]))
st.caption(f"{text.basis(numbers.moved['up'])}  \n{text.too_recent(numbers.recent)}")
st.caption(text.NO_CAUSE)
show_sensitivity(visit, "light_up")

PARTS = (
    (text.TABS["moves"], show_moves),
    (text.TABS["openings"], show_openings),
    (text.TABS["comparable"], show_comparable),
    (text.TABS["costs"], show_chain_costs),
    (text.TABS["what_if"], show_what_if),
)
show_tabs(visit, PARTS, "steps_tab")

show_status(visit, status.BY_CHAIN)
show_conversation("steps")
