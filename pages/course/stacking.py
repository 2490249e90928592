"""Stacking page: care at the same time, and ready-made selections of special care, by parts."""

from core.session import require_visit
from core.text import shell, status
from core.text import stacking as text
from pages.at_once import numbers_of, show_at_once
from pages.combinations import show_combinations
from pages.schemes import show_schemes
from pages.skeleton import show_conversation, show_finding, show_question, show_status
from pages.special import show_special
from pages.tabs import show_tabs

show_question(shell.TITLES["stacking"], text.QUESTION)
visit = require_visit()
numbers = numbers_of(visit)
show_finding(text.finding(numbers.stacked, numbers.depths, numbers.year))

PARTS = (
    (text.TABS["at_once"], show_at_once),
    (text.TABS["combinations"], show_combinations),
    (text.TABS["special"], show_special),
    (text.TABS["schemes"], show_schemes),
)
show_tabs(visit, PARTS, "stacking_tab")

show_status(visit, status.BY_CLIENT)
show_conversation("stacking")
