"""Districts page: young people, use of help, circumstances, and what may be expected there."""

import streamlit as st

from core.session import open_visit
from core.text import districts as text
from core.text import shell
from pages.areas import require_area
from pages.district_circumstances import show_circumstances
from pages.district_expected import show_expected
from pages.district_places import places_in
from pages.district_schemes import show_schemes
from pages.district_use import show_use
from pages.ending import end_page
from pages.skeleton import show_conversation, show_finding, show_question
from pages.tabs import show_tabs

show_question(shell.TITLES["districts"], text.QUESTION)
visit = open_visit()
places = places_in(visit, require_area(visit))
if places.use.empty:
    st.info(text.NO_DISTRICTS)
    end_page()
show_finding(text.finding(places.use, places.whole, places.care))

PARTS = (
    (text.TABS["use"], show_use),
    (text.TABS["circumstances"], show_circumstances),
    (text.TABS["expected"], show_expected),
    (text.TABS["schemes"], show_schemes),
)
show_tabs(places, PARTS, "districts_tab")

show_conversation("districts")
