"""Quality page: whether the figures are right, and whether both sides agree about them."""

import streamlit as st

from core.session import require_visit
from core.text import quality as text
from core.text import shell
from pages.inspected import inspected
from pages.quality_repairs import show_repairs
from pages.quality_rules import finding_of, show_rules
from pages.skeleton import show_conversation, show_finding, show_question, show_status

show_question(shell.TITLES["quality"], text.QUESTION)
visit = require_visit()
found = inspected(visit)
show_finding(finding_of(found))

sides, months, rules, repairs, changes = st.tabs(text.TABS, key="quality_tab", on_change="rerun")
if rules.open:
    with rules:
        show_rules(visit, found)
if repairs.open:
    with repairs:
        show_repairs(visit)

show_status(visit, text.BASIS)
show_conversation("quality")
