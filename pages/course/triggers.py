"""Triggers page: whether there was an evaluation before the third start, and what it was."""

import streamlit as st

from core.disclosure import is_shared
from core.session import current_rules, remembered, require_visit
from core.text import shell, status
from core.text import triggers as text
from pages.skeleton import show_conversation, show_finding, show_question, show_status
from pages.thirds import (
    publish_thirds,
    show_by_municipality,
    show_over_time,
    show_what,
    show_worklist,
)

show_question(shell.TITLES["triggers"], text.question(current_rules()))
visit = require_visit()
rows = remembered(visit, "thirds_over_time", lambda: publish_thirds(visit))
finding = text.finding(rows, visit.rules)
show_finding(finding)

names = text.TABS[:-1] if is_shared(visit.level) else text.TABS
over_time, by_place, what, *work = st.tabs(names, key="triggers_tab", on_change="rerun")
with over_time:
    if over_time.open:
        show_over_time(visit, rows, finding)
with by_place:
    if by_place.open:
        show_by_municipality(visit)
with what:
    if what.open:
        show_what(visit)
if work and work[0].open:
    with work[0]:
        show_worklist(visit)

show_status(visit, status.BY_START)
show_conversation("triggers")
