"""Quality page: whether the figures are right, and whether both sides agree about them."""

import streamlit as st

from core.session import require_visit
from core.text import quality as text
from core.text import reconciliation, shell
from pages.inspected import inspected
from pages.quality_changes import show_changes
from pages.quality_months import show_months
from pages.quality_repairs import show_repairs
from pages.quality_rules import show_rules
from pages.quality_sides import agreed, show_sides
from pages.skeleton import show_conversation, show_finding, show_question, show_status

show_question(shell.TITLES["quality"], text.QUESTION)
visit = require_visit()
found = inspected(visit)
both = reconciliation.agreed_finding(agreed(visit)) if found.two_sided else ""
show_finding(both or text.rules_finding(*found.counts))

sides, months, rules, repairs, changes = st.tabs(text.TABS, key="quality_tab", on_change="rerun")
with sides:
    if sides.open:
        show_sides(visit, found)
with months:
    if months.open:
        show_months(visit)
with rules:
    if rules.open:
        show_rules(visit, found)
with repairs:
    if repairs.open:
        show_repairs(visit)
with changes:
    if changes.open:
        show_changes(visit)

show_status(visit, text.BASIS)
show_conversation("quality")
