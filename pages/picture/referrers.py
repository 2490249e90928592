"""Referrers page: who refers, to which first care form, and how often more help follows."""

import streamlit as st

from core.session import require_visit
from core.text import referrers as text
from core.text import shell, status
from pages.referrals import finding_of, show_next, show_where, show_who
from pages.skeleton import show_conversation, show_finding, show_question, show_status

show_question(shell.TITLES["referrers"], text.QUESTION)
visit = require_visit()
finding = finding_of(visit)
show_finding(finding)

who, where, next_ones = st.tabs(text.TABS, key="referrers_tab", on_change="rerun")
with who:
    if who.open:
        show_who(visit, finding)
with where:
    if where.open:
        show_where(visit)
with next_ones:
    if next_ones.open:
        show_next(visit)

show_status(visit, status.BY_START if who.open else status.BY_CHAIN)
show_conversation("referrers")
