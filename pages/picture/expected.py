"""Expected page: is this use of care what may be expected where people live like this."""

from functools import partial

import streamlit as st

from core.expected.use import MUNICIPALITY, standing_of
from core.session import open_visit
from core.text import expected as text
from core.text import shell
from pages.expected_card import show_card, show_contributions
from pages.expected_kinds import show_kinds
from pages.expected_look import choose_look, row_of
from pages.expected_position import show_position
from pages.open_status import show_open_status
from pages.skeleton import show_conversation, show_finding, show_question
from pages.tabs import show_tabs

TOPICS = (
    *("youth_with_care", "population", "low_income_children", "single_parent", "benefit"),
    *("social_score", "education_high", "origin_outside_europe", "density"),
)
PART = "expected_part"
PARTS = tuple(
    zip(text.TABS, (show_position, show_kinds, show_contributions, show_card), strict=True)
)

show_question(shell.TITLES["expected"], text.QUESTION)
visit = open_visit()
look = choose_look(visit)
row = row_of(look)
standing = "unknown" if row is None else standing_of(row)
show_finding(text.finding(look.name, look.form, look.when, row, standing))
if row is not None:
    st.caption(text.basis(row, look.outcome.youth, len(look.members), look.counted_in))
open_card = partial(st.session_state.update, {PART: text.TABS[-1]})
st.button(text.HOW, type="tertiary", icon=":material/help:", on_click=open_card)
show_tabs(look, PARTS, PART)
show_open_status(visit, TOPICS, text.NOT_NJI, kind=MUNICIPALITY)
st.markdown(text.TALK)
show_conversation("expected")
