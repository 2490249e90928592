"""Comparison page: the group, spending since 2015, what a difference is made of, and limits."""

import streamlit as st

from core.benchmark.latest import is_provisional
from core.benchmark.peers import peers_of
from core.benchmark.shares import places_of, years_of_places
from core.benchmark.spending import Way, own_and_group
from core.opendata.shelf import figures_of, name_of
from core.session import open_visit
from core.text import comparison as text
from core.text import shell
from pages.areas import require_area
from pages.compare_difference import show_difference
from pages.compare_group import show_group
from pages.compare_ordinary import show_ordinary
from pages.compare_spending import show_spending
from pages.skeleton import show_conversation, show_finding, show_question
from pages.tabs import show_tabs

show_question(shell.TITLES["comparison"], text.QUESTION)
visit = open_visit()
area = require_area(visit)
peers = peers_of(visit.shelf, area, visit.peers)
year, own, group = own_and_group(visit.shelf, Way(), area, peers)
told = year is not None and is_provisional(figures_of(visit.shelf, "spending"), year)
show_finding(text.finding(name_of(visit.shelf, area), year, own, group, provisional=told))
places = places_of(visit.shelf, area)
st.markdown(text.remarkable(places, years_of_places(visit.shelf, places)))

PARTS = (
    (text.TABS["group"], show_group),
    (text.TABS["spending"], show_spending),
    (text.TABS["difference"], show_difference),
    (text.TABS["ordinary"], show_ordinary),
)
show_tabs(visit, PARTS, "comparison_tab")

show_conversation("comparison")
