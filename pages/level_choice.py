"""The choice of a level for one visit, on the start page: that of the server, or a lower one."""

from typing import Final

import streamlit as st

from core.levels import levels_below
from core.session import current_level, lower_level, server_level
from core.text import levels as text
from pages.meeting_mode import is_in_meeting

FIELD: Final = "level_choice"
"""The field follows the level that holds: what stands in it by itself changes nothing."""


def show_level_choice() -> None:
    """Show the level that holds, and offer the lower ones unless a meeting locks it."""
    offered = levels_below(server_level())
    st.session_state[FIELD] = current_level()
    st.selectbox(
        text.CHOOSE,
        offered if current_level() in offered else (current_level(), *offered),
        format_func=text.option,
        key=FIELD,
        on_change=_choose,
        disabled=is_in_meeting(),
        help=text.CHOOSE_HELP,
        width=320,
    )
    st.caption(text.SEES[current_level()])


def _choose() -> None:
    lower_level(st.session_state[FIELD])
