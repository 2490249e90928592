"""Providers page: who is active where, who covers what, a mirror, hand-overs, waits and lots."""

import streamlit as st

from core.session import require_visit
from core.text import providers as text
from core.text import shell
from pages.handovers import show_handovers
from pages.provider_coverage import finding_of, show_coverage
from pages.provider_landscape import show_landscape
from pages.provider_lots import show_lots
from pages.provider_mirror import show_mirror
from pages.provider_waiting import show_provider_waiting
from pages.skeleton import show_conversation, show_finding, show_question, show_status
from pages.tabs import show_tabs

show_question(shell.TITLES["providers"], text.QUESTION)
visit = require_visit()
show_finding(finding_of(visit))
if visit.selection.dimension == "provider":
    st.caption(text.ONE_PROVIDER)

PARTS = (
    (text.TABS["active"], show_landscape),
    (text.TABS["coverage"], show_coverage),
    (text.TABS["mirror"], show_mirror),
    (text.TABS["handovers"], show_handovers),
    (text.TABS["waiting"], show_provider_waiting),
    (text.TABS["lots"], show_lots),
)
show_tabs(visit, PARTS, "providers_tab")

show_status(visit, text.BASIS)
show_conversation("providers")
