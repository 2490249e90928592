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
[data-testid="stElementToolbar"] button:is([aria-label^="Show data"], [aria-label^="Download"],
  [aria-label^="Copy"]) {display: none}
[data-testid="stMetricLabel"] * {white-space: normal !important; overflow: visible !important}
@media (max-width: 900px) {
  .st-key-conversation [data-testid="stHorizontalBlock"] {flex-wrap: wrap}
  .st-key-conversation [data-testid="stColumn"] {min-width: calc(50% - 1rem)}
}
.st-key-progress [data-stale="true"] {opacity: 1 !important; transition: none !important}
[data-testid="stExpander"] details:not([open])::details-content {
  content-visibility: visible; display: block; block-size: 0; overflow: hidden}
"""
"""The limit of an upload stands in the dropzone in English. What is taken of a picture carries its
card; the buttons on a picture itself would let it leave without. What is closed is drawn all the
same, without height: what was never drawn cannot be printed."""

TO_PRESS: Final = (
    *("stHeader", "stToolbar", "stPopover", "stButton", "stDownloadButton", "stLinkButton"),
    *("stElementToolbar", "stTooltipIcon", "stHeaderActionElements", "stFileUploader"),
    *("stPageLink", "stSkeleton", "stStatusWidget", "stSidebar", "stCheckbox", "stIconMaterial"),
)
"""What has no meaning on paper."""

WITHOUT_NUMBERS: Final = 'details:not([open]):not(:has([data-testid="stTable"]))'
"""What is closed on the screen and holds no table stays away from the paper."""

ON_PAPER: Final = f"""
@page {{size: A4 landscape; margin: 11mm}}
@media print {{
  html {{font-size: 12.5px; print-color-adjust: exact}}
  :root, body, [data-testid="stApp"], [data-testid="stMain"] {{background: #fff; color: #000}}
  {", ".join(f'[data-testid="{name}"]' for name in TO_PRESS)},
  [data-testid="stTab"][aria-selected="false"], {WITHOUT_NUMBERS}, .st-key-filters {{
    display: none !important}}
  [data-testid="stMainBlockContainer"] {{padding: 0 !important; max-width: none !important}}
  [data-testid="stVerticalBlock"], [data-testid="stMain"], [data-testid="stAppViewContainer"] {{
    display: block !important}}
  [data-testid="stVerticalBlock"] > * {{margin-bottom: 0.5rem; max-width: 100% !important}}
  [data-testid="stCaptionContainer"], [data-testid="stCaptionContainer"] * {{
    color: #000 !important}}
  h1, h2, h3, h4 {{padding: 0.2rem 0 !important; break-after: avoid}}
  p, li, tr, [data-testid="stMetric"], [data-testid="stVegaLiteChart"],
  .st-key-conversation {{break-inside: avoid}}
  thead {{display: table-header-group}}
  [data-testid="stElementContainer"]:has(h1, h2, h3, h4) {{break-after: avoid}}
  [data-testid="stFullScreenFrame"], [data-testid="stVegaLiteChart"] {{
    width: 100% !important; height: auto !important; overflow: visible !important}}
  [data-testid="stVegaLiteChart"] svg.marks {{width: 100%; height: auto; max-height: 150mm}}
  [data-testid="stExpander"] details {{border: 0 !important}}
  [data-testid="stExpander"] details:not([open])::details-content {{
    block-size: auto; overflow: visible}}
  [data-testid="stTable"] > div {{overflow: visible !important; border: 0 !important}}
  [data-testid="stTable"] table {{
    display: table !important; width: 100% !important; font-size: 0.9rem}}
  [data-testid="stTable"] td, [data-testid="stTable"] th {{
    padding: 0.15rem 0.4rem !important; white-space: normal !important; color: #000 !important;
    overflow-wrap: anywhere}}
  textarea {{border: 1px solid #000 !important; background: #fff !important}}
}}
"""


def show_style() -> None:
    """Write the style into the page; it takes no room."""
    st.html(f"<style>{ON_SCREEN}{ON_PAPER}</style>")
