"""Rules page: what every word means, and what a change of a rule does to the headline figures."""

import streamlit as st

from core.datasets import analysis_of
from core.session import choose_rules, current_rules, require_visit
from core.text import exceptions, headlines, status
from core.text import rules as text
from core.trajectories.rules import start_rules
from pages.as_of import show_as_of
from pages.attrition import show_attrition
from pages.exceptions import show_exceptions
from pages.guarded import is_withheld
from pages.headlines import show_headlines
from pages.ladder_fields import show_ladder
from pages.on_paper import show_on_paper
from pages.rule_fields import show_groups, show_kinds_on_paper, show_numbers, show_switches
from pages.sensitivity import show_sensitivity
from pages.skeleton import show_conversation, show_question, show_status

show_question(text.TITLE, text.QUESTION)
visit = require_visit()
st.markdown(f"{status.definition(visit.rules).capitalize()}. {text.SAME_CARE}")
answered = not is_withheld()
if answered:
    show_headlines(visit)
    show_sensitivity(visit, "light_up")
    show_attrition(visit)

standard = analysis_of(visit.data_set, start_rules(), lambda *_: None).rules
st.subheader(text.NUMBERS_TITLE)
is_standard = current_rules() == start_rules()
st.button(text.BACK, on_click=lambda: choose_rules(start_rules()), disabled=is_standard)
show_numbers(("chain_gap_days", "merge_gap_days", "parallel_days", "same_decision_days"))
show_numbers(("trigger_position", "evaluation_window_days", "open_end_days", "recent_days"))
show_numbers(("lookback_months",))
show_as_of(visit.data_set, standard.as_of)
show_switches(("count_parallel", "evaluation_on_start_day"))

st.subheader(text.GROUPS_TITLE)
st.caption(text.GROUPS_HELP)
show_groups()
st.subheader(text.KINDS_TITLE)
st.caption(text.KINDS_HELP)
show_kinds_on_paper()
if answered:
    show_on_paper(visit)
    st.subheader(exceptions.TITLE)
    show_exceptions(visit)
st.subheader(text.LADDER_TITLE)
st.caption(f"{text.LADDER_HELP} {text.LADDER_MOST}")
show_ladder(visit)
with st.expander(text.WORDS_TITLE):
    st.markdown(text.glossary())
show_status(visit, headlines.BASIS)
show_conversation("rules")
