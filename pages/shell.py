"""What surrounds every page: the menu, the level, the shared filters and the link to pass on."""

from pathlib import Path

import streamlit as st

from core.text import general
from pages.address import arrive
from pages.ending import run_to_its_end
from pages.filters import show_filters
from pages.guarded import is_withheld, judge_page
from pages.history import ONE_ENTRY
from pages.incidents import run_or_tell
from pages.linked_page import untaken
from pages.meeting_mode import follow_meeting
from pages.registry import navigation
from pages.sharing import show_share
from pages.style import show_style
from pages.taking import begin_page

ICON = Path(__file__).parents[1] / "docs" / "icon.png"
IN_DUTCH = "<script>document.documentElement.lang = 'nl'</script>"  # Streamlit says English

st.set_page_config(page_title=general.APP, page_icon=str(ICON), layout="wide")
st.html(IN_DUTCH + ONE_ENTRY, unsafe_allow_javascript=True)
show_style()
page = st.navigation(navigation(), position="top")


def show_page() -> None:
    """Follow the address, show the level and the shared filters, and run the page."""
    follow_meeting()
    said = st.container()
    for problem in arrive(page.url_path):
        said.warning(problem)
    share = show_filters()
    begin_page(page.url_path)
    judge_page(page.url_path)
    try:
        run_to_its_end(page.run)
    finally:  # a page may stop halfway, and then what stands on it can be shared too
        for problem in untaken():
            said.warning(problem)
        if not is_withheld():
            show_share(share, page.url_path)


run_or_tell(show_page)
