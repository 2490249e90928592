"""What surrounds every page: the menu, the level, the shared filters and the link to pass on."""

from pathlib import Path

import streamlit as st

from core.session import current_data_set
from core.text import general
from pages.address import arrive, keep_in_address
from pages.filters import show_filters
from pages.incidents import run_or_tell
from pages.registry import navigation

ICON = Path(__file__).parents[1] / "docs" / "icon.png"
IN_DUTCH = "<script>document.documentElement.lang = 'nl'</script>"  # Streamlit says English
STYLE = """<style>
[data-testid="stSelectbox"] div:has(> input:focus) {outline: 3px solid #154273; outline-offset: 2px}
[data-testid="stFileUploaderDropzoneInstructions"] {display: none}
[data-testid="stTable"] td [data-testid="stMarkdownContainer"] {max-width: none}
.st-key-progress [data-stale="true"] {opacity: 1 !important; transition: none !important}
@media print {.st-key-filters {display: none}}
</style>"""  # the theme has no setting for these; the limit of an upload stands there in English

st.set_page_config(page_title=general.APP, page_icon=str(ICON), layout="wide")
st.html(IN_DUTCH, unsafe_allow_javascript=True)
st.html(STYLE)
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
