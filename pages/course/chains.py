"""Chains page: how help runs from the first to the last trajectory, by parts."""

from core.session import require_visit
from core.text import chains as text
from core.text import shell, status
from pages.follows import show_follows
from pages.handovers import show_handovers
from pages.kinds import show_kinds
from pages.lengths import heads_of, show_lengths
from pages.odds import show_odds
from pages.renewed import show_renewed
from pages.routes import show_routes
from pages.sensitivity import show_sensitivity
from pages.skeleton import (
    show_conversation,
    show_figures,
    show_finding,
    show_question,
    show_status,
)
from pages.states import show_states
from pages.stock import show_stock
from pages.tabs import show_tabs
from pages.timeline import show_timelines
from pages.waiting import show_waiting

show_question(shell.TITLES["chains"], text.QUESTION)
visit = require_visit()
numbers = heads_of(visit)
show_finding(text.finding(numbers.following, numbers.parallel))
show_figures(text.figures(numbers.started, numbers.running, numbers.following, numbers.parallel))
show_sensitivity(visit, "long_chains")

PARTS = (
    (text.TABS["lengths"], show_lengths),
    (text.TABS["routes"], show_routes),
    (text.TABS["states"], show_states),
    (text.TABS["follows"], show_follows),
    (text.TABS["handovers"], show_handovers),
    (text.TABS["kinds"], show_kinds),
    (text.TABS["odds"], show_odds),
    (text.TABS["waiting"], show_waiting),
    (text.TABS["stock"], show_stock),
    (text.TABS["renewed"], show_renewed),
    (text.TABS["timeline"], show_timelines),
)
show_tabs(visit, PARTS, "chains_tab")

show_status(visit, status.BY_CHAIN)
show_conversation("chains")
