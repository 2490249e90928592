"""Steps page: up and down the ladder, from light and from heavier beginnings, by parts."""

import streamlit as st

from core.session import require_visit
from core.text import shell, status
from core.text import steps as text
from pages.moves import numbers_of, show_moves
from pages.skeleton import show_conversation, show_finding, show_question, show_status
from pages.tabs import show_tabs

show_question(shell.TITLES["steps"], text.QUESTION)
visit = require_visit()
unmatched = visit.data_set.delivery.unmatched_share
if unmatched > text.MOST_UNMATCHED:
    st.warning(text.withheld(unmatched))
    st.stop()
moved = numbers_of(visit).moved
show_finding(text.finding(moved["up"]))
st.caption(f"{text.basis(moved['up'])} {text.NO_CAUSE}")

PARTS = ((text.TABS["moves"], show_moves),)
show_tabs(visit, PARTS, "steps_tab")

show_status(visit, status.BY_CHAIN)
show_conversation("steps")
