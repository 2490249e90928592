"""What stands above every page: the shared filters with the link that carries them, the level."""

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from core.session import (
    AREA,
    close_data_set,
    current_data_set,
    current_level,
    server_level,
)
from core.text import levels
from core.text import shell as text
from pages.address import (
    filter_options,
    forget_address,
    keep_in_address,
    offered_dimensions,
)
from pages.meeting_mode import is_in_meeting, show_larger, show_question, show_switch


def show_filters() -> DeltaGenerator:
    """Show the filters, where data are open, and the level; keep the address in step with them.

    Returns the place of the link, which is written when the page has run.
    """
    share = None
    if current_data_set() is None:
        keep_in_address()
    else:
        share = _show_line()
    beside_level = _show_level()
    show_larger()
    return share or beside_level


def _show_level() -> DeltaGenerator:
    """Say on every page, and on paper, at which level it was made and of which data."""
    data_set = current_data_set()
    level = levels.level_line(current_level(), server_level(), in_meeting=is_in_meeting())
    with st.container(horizontal=True, vertical_alignment="center", key="level"):
        st.caption(f"{level} · {data_set.title}" if data_set else level, width="content")
        place = st.container(width="content")
        show_switch()
    show_question()
    return place


def _show_line() -> DeltaGenerator:
    options = filter_options()
    with st.container(horizontal=True, vertical_alignment="bottom", key="filters"):
        st.selectbox(
            text.MUNICIPALITY,
            options.municipality,
            format_func=lambda code: options.names.get(code, text.ALL_MUNICIPALITIES),
            key="municipality",
            on_change=_follow_municipality,
            width=200,
        )
        st.selectbox(text.FIRST_YEAR, options.years, key="from_year", width=110)
        st.selectbox(text.LAST_YEAR, options.years, key="to_year", width=110)
        dimension = st.selectbox(
            text.DIMENSION,
            ["", *offered_dimensions(current_level())],
            format_func=lambda name: text.DIMENSION_NAMES.get(name, text.NO_DIMENSION),
            key="dimension",
            width=170,
        )
        if dimension:
            st.selectbox(
                text.DIMENSION_NAMES[dimension],
                options.value,
                format_func=lambda code: options.names.get(code, code),
                index=None,
                placeholder=text.CHOOSE,
                key="value",
                width=220,
            )
        keep_in_address()
        place = st.container(width="content")
        st.button(text.CLEAR, on_click=_clear)
    return place


def _follow_municipality() -> None:
    """Let the pages of open data follow a choice of municipality that is made here."""
    if st.session_state["municipality"]:
        st.session_state[AREA] = ""


def _clear() -> None:
    """Forget the data, and the address with them: a reload must not open them again."""
    close_data_set()
    forget_address()
