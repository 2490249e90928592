"""How every page looks where the theme has no setting for it: on the screen and on paper.

On paper stands what was on the screen and nothing to press: the finding, the picture, the numbers
and the lines beneath. A picture stays with its finding, and nothing is wider than the sheet.
"""

from typing import Final

import streamlit as st

ON_SCREEN: Final = """
[data-testid="stSelectbox"] div:has(> input:focus) {outline: 3px solid #154273; outline-offset: 2px}
[data-testid="stFileUploaderDropzoneInstructions"] {display: none}
[data-testid="stTable"] td [data-testid="stMarkdownContainer"] {max-width: none}
.st-key-progress [data-stale="true"] {opacity: 1 !important; transition: none !important}
"""
"""The limit of an upload stands in the dropzone in English."""

ON_PAPER: Final = """
@page {size: A4 landscape; margin: 12mm}
@media print {
  .st-key-filters {display: none}
}
"""


def show_style() -> None:
    """Write the style into the page; it takes no room."""
    st.html(f"<style>{ON_SCREEN}{ON_PAPER}</style>")
