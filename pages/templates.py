"""Templates to download: one for each side, as a workbook and as text."""

from functools import partial

import streamlit as st

from core.reading.templates import KINDS, SIDES, name_of_template, template
from core.text import templates as names
from core.text import uploading as text


def show_templates() -> None:
    """Offer the template of each side; a file is only made when somebody asks for it."""
    with st.expander(text.TEMPLATES_TITLE):
        st.caption(text.TEMPLATES_HELP)
        for side in SIDES:
            _show_template(side)


def _show_template(side: str) -> None:
    with st.container(horizontal=True):
        for kind in KINDS:
            st.download_button(
                text.template(names.TITLES[side], kind),
                partial(template, side, kind),
                name_of_template(side, kind),
                on_click="ignore",
                key=f"template_{side}_{kind}",
            )
