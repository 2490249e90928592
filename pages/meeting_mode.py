"""Meeting mode, for a screen that people share: level locked, larger type, no list of cases.

A meeting outlives a reload: a cookie of this browser tells a next visit that it goes on. It can
only lower the level, so that whoever makes one up sees less.
"""

from typing import Final

import streamlit as st

from core.disclosure import Level
from core.levels import level_named, lowest_of
from core.session import CHOSEN_LEVEL, MEETING_LEVEL, REMEMBERED, current_level, server_level
from core.text import levels as text

ASKED: Final = "asked_to_end_meeting"
COOKIE: Final = "tafelstand"
HIGHEST: Final[Level] = "tafel"
"""The highest level of a meeting: above it there are rows about one child."""

LARGER: Final = """<style>
@media screen {
html {font-size: 20px}
[data-testid="stVegaLiteChart"] {width: 85% !important; zoom: 1.176}
}
</style>"""  # a picture measures its room before it is enlarged: 85% times 1.176 is all of it
REMEMBER: Final = (
    "<script>document.cookie = '{name}={value}; path=/; SameSite=Strict{until}'</script>"
)


def is_in_meeting() -> bool:
    """Tell whether a meeting goes on in this visit."""
    return bool(st.session_state.get(MEETING_LEVEL))


def follow_meeting() -> None:
    """Go on with a meeting that was held in this browser when the visit began."""
    held = level_named(st.context.cookies.get(COOKIE))
    if held is not None and MEETING_LEVEL not in st.session_state:
        _hold(held)


def show_larger() -> None:
    """Write larger in a meeting, and let the browser remember whether there is one."""
    if is_in_meeting():
        st.html(LARGER)
        _remember(current_level(), "")
    elif MEETING_LEVEL in st.session_state:
        _remember("", "; Max-Age=0")


def show_switch() -> None:
    """Offer to begin a meeting, or ask first and then end it."""
    if not is_in_meeting():
        st.button(
            text.START_MEETING,
            on_click=_hold,
            type="tertiary",
            icon=":material/groups:",
            help=text.MEETING_HELP,
        )
    elif not st.session_state.get(ASKED):
        st.button(text.END_MEETING, on_click=_ask, type="tertiary", icon=":material/groups:")


def show_question() -> None:
    """Ask whether the meeting is over, once somebody wants to end it."""
    if not (is_in_meeting() and st.session_state.get(ASKED)):
        return
    st.warning(text.ask_end(_level_after()))
    with st.container(horizontal=True):
        st.button(text.STAY, on_click=_stay)
        st.button(text.YES_END, on_click=_end, type="primary")


def _hold(level: Level = HIGHEST) -> None:
    """Lock the level of this visit, or a lower one; what was remembered above it is forgotten."""
    st.session_state[MEETING_LEVEL] = lowest_of(current_level(), [HIGHEST, level])
    st.session_state.pop(REMEMBERED, None)
    _stay()


def _end() -> None:
    if st.session_state.get(ASKED):
        st.session_state[MEETING_LEVEL] = ""
        st.session_state.pop(REMEMBERED, None)
    _stay()


def _ask() -> None:
    st.session_state[ASKED] = True


def _stay() -> None:
    st.session_state.pop(ASKED, None)


def _level_after() -> Level:
    """Give the level that holds when the meeting is over."""
    chosen = st.session_state.get(CHOSEN_LEVEL)
    return lowest_of(server_level(), [chosen] if chosen else [])


def _remember(value: str, until: str) -> None:
    script = REMEMBER.format(name=COOKIE, value=value, until=until)
    st.html(script, unsafe_allow_javascript=True)
