"""Referrers page: who refers, where to and what follows, beside the country, mirror, schools."""

from core.session import open_visit
from core.text import referral_outcomes, shell, status
from core.text import referrers as text
from pages.referral_mirror import show_mirror
from pages.referral_outcomes import show_outcomes
from pages.referral_schools import show_schools
from pages.referral_shares import page_finding, show_beside
from pages.referrals import show_next, show_where, show_who, with_own
from pages.skeleton import show_conversation, show_finding, show_question
from pages.tabs import show_tabs

SHOWN = (
    with_own(show_who, status.BY_START),
    with_own(show_where, status.BY_CHAIN),
    with_own(show_next, status.BY_CHAIN),
    with_own(show_outcomes, referral_outcomes.BASIS),
    show_beside,
    with_own(show_mirror, status.BY_START),
    show_schools,
)
PARTS = dict(zip(text.TABS, SHOWN, strict=True))

show_question(shell.TITLES["referrers"], text.QUESTION)
visit = open_visit()
show_finding(page_finding(visit))
show_tabs(visit, text.in_tab_order(PARTS, with_own=visit.own is not None), "referrers_tab")
show_conversation("referrers")
