"""Triggers page: whether there was an evaluation before the third start, by parts."""

from core.disclosure import is_shared
from core.session import current_rules, require_visit
from core.text import shell, status
from core.text import triggers as text
from pages.exceptions import show_exceptions
from pages.sensitivity import show_sensitivity
from pages.skeleton import show_conversation, show_finding, show_question, show_status
from pages.tabs import show_tabs
from pages.talk_adherence import show_adherence
from pages.talk_register import show_register
from pages.talk_results import show_results
from pages.talk_series import show_series
from pages.talk_standings import show_standings
from pages.talk_worklist import show_worklist
from pages.thirds import show_by_municipality, show_over_time, show_what, thirds_finding

show_question(shell.TITLES["triggers"], text.question(current_rules()))
visit = require_visit()
show_finding(thirds_finding(visit))
show_sensitivity(visit, "talks")

PARTS = (
    (text.TABS["over_time"], show_over_time),
    (text.TABS["places"], show_by_municipality),
    (text.TABS["what"], show_what),
    (text.TABS["adherence"], show_adherence),
    (text.TABS["standings"], show_standings),
    (text.TABS["after"], show_results),
    (text.TABS["series"], show_series),
    (text.TABS["exceptions"], show_exceptions),
    (text.TABS["register"], show_register),
    (text.TABS["worklist"], show_worklist),
)
show_tabs(visit, PARTS[:-1] if is_shared(visit.level) else PARTS, "triggers_tab")

show_status(visit, status.BY_START)
show_conversation("triggers")
