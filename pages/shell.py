"""What surrounds every page: the menu, the level, the shared filters and the link to pass on."""

from pathlib import Path

import streamlit as st

from core.session import current_data_set
from core.text import general
from pages.address import arrive, keep_in_address
from pages.filters import show_filters
from pages.incidents import run_or_tell
from pages.registry import navigation
from pages.style import show_style

ICON = Path(__file__).parents[1] / "docs" / "icon.png"
IN_DUTCH = "<script>document.documentElement.lang = 'nl'</script>"  # Streamlit says English

st.set_page_config(page_title=general.APP, page_icon=str(ICON), layout="wide")
st.html(IN_DUTCH, unsafe_allow_javascript=True)
show_style()
page = st.navigation(navigation(), position="top")


def show_page() -> None:
    """Follow the address, show the shared filters when there are data, and run the page."""
    for problem in arrive():
        st.warning(problem)
    if current_data_set() is not None:
        show_filters(page.url_path)
    else:
        keep_in_address()
    page.run()


run_or_tell(show_page)
