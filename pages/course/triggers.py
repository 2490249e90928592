"""Triggers page: whether there was an evaluation before the third start, and what was it."""

import streamlit as st

from core.disclosure import is_shared
from core.session import require_visit
from core.text import shell, status
from core.text import triggers as text
from core.trajectories.selection import select_starts
from core.trajectories.thirds import find_thirds
from pages.skeleton import show_conversation, show_finding, show_question, show_status
from pages.thirds import (
    publish_thirds,
    show_by_municipality,
    show_over_time,
    show_what,
    show_worklist,
)

visit = require_visit()
show_question(shell.TITLES["triggers"], text.question(visit.rules))

thirds = find_thirds(visit.analysis.chained, visit.analysis.triggers, visit.rules)
found = select_starts(thirds, visit.selection)
rows = publish_thirds(visit, found)
finding = text.finding(rows, visit.rules)
show_finding(finding)
private = not is_shared(visit.level)
tabs = st.tabs(text.TABS if private else text.TABS[:-1])
with tabs[0]:
    show_over_time(visit, rows, finding)
with tabs[1]:
    show_by_municipality(visit, found)
with tabs[2]:
    show_what(visit, found)
if private:
    with tabs[3]:
        show_worklist(visit)

show_status(visit, status.BY_START)
show_conversation("triggers")
