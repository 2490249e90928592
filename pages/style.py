"""How every page looks where the theme has no setting for it: on the screen and on paper.

On paper stands what was on the screen and nothing to press: the choices in words, the finding, the
picture, the numbers and the lines beneath. A picture stays with its finding and on one sheet, and
nothing is wider than the sheet.
"""

from collections.abc import Iterable
from typing import Final

import streamlit as st

ON_SCREEN: Final = """
[data-testid="stSelectbox"] div:has(> input:focus) {outline: 3px solid #154273; outline-offset: 2px}
:is([data-testid="stPageLink-NavLink"], [data-testid="stSidebarNavLink"],
  [data-testid="stTopNavLink"]):focus-visible {outline: 3px solid #154273; outline-offset: 2px}
:is([data-testid="stTextArea"] textarea, [data-testid="stTextInput"] input,
  [data-testid="stNumberInput"] input):focus-visible {outline: 3px solid #154273}
[data-testid="stMultiSelect"]:has(input:focus) {outline: 3px solid #154273; outline-offset: 4px}
[data-testid="stMain"]:focus-visible {outline: 3px solid #154273; outline-offset: -3px}
[data-testid="stSidebar"][data-collapsed="true"] {visibility: hidden}
:is([data-testid="stPageLink"], [data-testid="stButton"], [data-testid="stDownloadButton"],
  [data-testid="stCheckbox"]) :is(p, div, span:not([data-testid="stIconMaterial"])) {
  white-space: normal !important; overflow: visible !important}
[data-testid="stFileUploaderDropzoneInstructions"] {display: none}
[data-testid="stMainBlockContainer"] {max-width: 90rem}
[data-testid="stTable"] td [data-testid="stMarkdownContainer"] {max-width: none}
[data-testid="stElementToolbar"] button:is([aria-label^="Show data"], [aria-label^="Download"],
  [aria-label^="Copy"]) {display: none}
[data-testid="stMetricLabel"] * {white-space: normal !important; overflow: visible !important}
@media (max-width: 900px) {
  [data-testid="stHorizontalBlock"]:has(> [data-testid="stColumn"]:nth-child(4)) {
    flex-wrap: wrap}
  [data-testid="stHorizontalBlock"]:has(> [data-testid="stColumn"]:nth-child(4))
    > [data-testid="stColumn"] {min-width: calc(50% - 1rem)}
}
.st-key-progress [data-stale="true"] {opacity: 1 !important; transition: none !important}
[data-testid="stExpander"] details:not([open])::details-content {
  content-visibility: visible; display: block; block-size: 0; overflow: hidden}
"""
"""The limit of an upload stands in the dropzone in English. What is taken of a picture carries its
card; the buttons on a picture itself would let it leave without. A menu that is folded away takes
no focus, and no name of what can be pressed is cut at the end of its line; on a narrow screen four
things beside each other become two. What is closed is drawn all the same, without height: what was
never drawn cannot be printed. A page is never wider than 1440 pixels (more where letters are
larger): on paper the letters of its pictures would become too small."""

TO_PRESS: Final = (
    *("stHeader", "stToolbar", "stPopover", "stButton", "stDownloadButton", "stLinkButton"),
    *("stElementToolbar", "stTooltipIcon", "stHeaderActionElements", "stFileUploader"),
    *("stPageLink", "stSkeleton", "stStatusWidget", "stSidebar", "stCheckbox", "stIconMaterial"),
    *("stSlider", "stToast", "stSkipToContent", "stAppIframeResizerAnchor", "portal"),
)
"""What has no meaning on paper."""

CHOSEN: Final = ("stSelectbox", "stMultiSelect", "stNumberInput", "stTextInput", "stDateInput")
"""Fields of which the choice stands on paper as words: its name and what was chosen."""

OPTIONS: Final = ("stRadio", "stButtonGroup")
"""Fields of which only the option that was chosen stands on paper."""

SPACED: Final = (
    *("stMarkdown", "stCaptionContainer", "stHeading", "stTable", "stVegaLiteChart", "stMetric"),
    *("stAlert", "stTab", *CHOSEN, *OPTIONS),
)
"""What has some room below it; what was left out takes none."""

WITHOUT_NUMBERS: Final = 'details:not([open]):not(:has([data-testid="stTable"]))'
"""What is closed on the screen and holds no table stays away from the paper."""

LONG: Final = '[data-testid="stTable"]:has(tbody tr:nth-child(31)):not(:has(th:nth-child(6)))'
"""A long table of few columns: it stands beside itself in two, and takes half the sheets."""


WIDE: Final = '[data-testid="stVegaLiteChart"] svg.marks[width^="1"]'
"""A picture that was a thousand pixels wide or more, and becomes half as wide on paper."""

LETTERS: Final = 17.7
"""How high letters are drawn in a picture that was 1280 wide, to be 7 points high on paper.

They need more room than on the screen: beside and above a picture stands room to grow in."""

TIGHT: Final = (11, 11.5, 12, 13.5)
"""Sizes of letters that fill a place of their own, such as a box: they stay about as they are."""

TIGHT_GROWS: Final = 1.12


def _each(names: Iterable[str], inside: str = "") -> str:
    return ", ".join(f'[data-testid="{name}"]{inside}' for name in names)


LETTERS_ON_PAPER: Final = "\n".join(
    f'  {WIDE} text[font-size="{size}px"] {{font-size: {TIGHT_GROWS * size:.1f}px !important}}'
    for size in TIGHT
)

ON_PAPER: Final = f"""
@page {{size: A4 portrait; margin: 10mm 7mm}}
@media print {{
  html {{font-size: 11px; print-color-adjust: exact}}
  :root, body, [data-testid="stApp"], [data-testid="stMain"] {{background: #fff; color: #000}}
  {_each(TO_PRESS)}, [data-testid="stTab"][aria-selected="false"], {WITHOUT_NUMBERS},
  [class*="st-key-taking_"], [class*="st-key-numbers_"] summary,
  {_each(CHOSEN, " :is(button, svg)")},
  [data-testid="stElementContainer"]:empty, [data-testid="stRadioOption"]:not([data-selected]),
  [data-testid="stRadioOption"] > div > div:first-child:not([data-testid]),
  [data-testid="stButtonGroup"] button:not([data-selected]) {{display: none !important}}
  [data-testid="stMainBlockContainer"] {{padding: 0 !important; max-width: none !important}}
  [data-testid="stVerticalBlock"], [data-testid="stMain"], [data-testid="stAppViewContainer"],
  [data-testid="stTabs"] {{
    display: block !important; height: auto !important; overflow: visible !important}}
  [data-testid="stVerticalBlock"] > * {{
    margin: 0 !important; max-width: 100% !important; min-height: 0 !important}}
  {_each(SPACED)} {{margin-bottom: 0.35rem}}
  [data-testid="stCaptionContainer"], [data-testid="stCaptionContainer"] * {{
    color: #000 !important; opacity: 1 !important; line-height: 1.3 !important}}
  {_each((*CHOSEN, *OPTIONS))} {{
    display: flex !important; gap: 0.3rem; align-items: baseline; flex-wrap: wrap}}
  {_each((*CHOSEN, *OPTIONS), " *")} {{
    border: 0 !important; background: none !important; padding: 0 !important;
    min-height: 0 !important; height: auto !important; font-size: 0.9rem !important;
    color: #000 !important; box-shadow: none !important; overflow: visible !important;
    text-overflow: clip !important; max-width: none !important}}
  {_each((*CHOSEN, *OPTIONS), ' [data-testid="stWidgetLabel"] p')} {{font-weight: 600}}
  {_each(CHOSEN, " input")} {{field-sizing: content; width: auto !important}}
  .st-key-filters {{gap: 0 1.5rem !important}}
  .st-key-filters > * {{width: auto !important; flex: none !important}}
  [data-testid="stMarkdownContainer"] {{margin: 0 !important}}
  [data-testid="stMarkdownContainer"] :is(p, ul, li) {{
    margin-top: 0 !important; margin-bottom: 0.1rem !important; line-height: 1.3 !important}}
  h1, h2, h3, h4 {{padding: 0.1rem 0 !important; margin: 0 !important; break-after: avoid;
    line-height: 1.2 !important}}
  h1 {{font-size: 1.6rem !important}}
  h2 {{font-size: 1.35rem !important}}
  h3, h4 {{font-size: 1.1rem !important}}
  p, li, tr, [data-testid="stMetric"], [data-testid="stVegaLiteChart"],
  [data-testid="stFullScreenFrame"]:has(svg), .st-key-conversation {{break-inside: avoid}}
  thead {{display: table-header-group}}
  [data-testid="stElementContainer"]:has(h1, h2, h3, h4) {{break-after: avoid}}
  [data-testid="stFullScreenFrame"], [data-testid="stVegaLiteChart"] {{
    width: 100% !important; height: auto !important; overflow: visible !important}}
  [data-testid="stVegaLiteChart"] svg.marks {{width: 100%; height: auto; max-height: 225mm}}
  [data-testid="stVegaLiteChart"]:has(svg.marks[width^="1"]) {{
    padding: 1.1rem 3% 0.5rem 6% !important; box-sizing: border-box}}
  {WIDE} {{overflow: visible}}
  {WIDE} text {{font-size: {LETTERS}px !important; letter-spacing: -0.25px}}
  {WIDE} .role-axis-title text[transform*="rotate(-90)"] {{translate: -20px 0}}
{LETTERS_ON_PAPER}
  [data-testid="stExpander"] details {{border: 0 !important}}
  [data-testid="stExpander"] summary, [data-testid="stExpanderDetails"] {{
    padding: 0.1rem 0 !important; min-height: 0 !important}}
  [data-testid="stExpander"] details:not([open])::details-content {{
    block-size: auto; overflow: visible}}
  [data-testid="stTable"] > div {{overflow: visible !important; border: 0 !important}}
  [data-testid="stTable"] table {{
    display: table !important; width: 100% !important; font-size: 0.85rem}}
  [data-testid="stTable"] td, [data-testid="stTable"] th {{
    padding: 0.05rem 0.3rem !important; white-space: normal !important; color: #000 !important;
    line-height: 1.2 !important; overflow-wrap: anywhere}}
  [data-testid="stTable"] :is(td, th) * {{
    line-height: 1.2 !important; font-size: inherit !important; margin: 0 !important}}
  [data-testid="stTabPanel"] {{padding: 0 !important}}
  {LONG} {{columns: 2; column-gap: 4mm}}
  {LONG} table {{font-size: 0.85rem}}
  {LONG} :is(td, th) {{overflow-wrap: break-word; padding: 0.05rem 0.12rem !important}}
  {LONG} :is(td:first-child, td:first-child *) {{white-space: nowrap !important}}
  [data-testid="stTextArea"] textarea {{
    border: 1px solid #000 !important; background: #fff !important}}
}}
"""


def show_style() -> None:
    """Write the style into the page; it takes no room."""
    st.html(f"<style>{ON_SCREEN}{ON_PAPER}</style>")
