"""Links that ask for something nobody can choose: they show no numbers until that is settled."""

import streamlit as st

from core.text import guarded as text

UNREGISTERED = "unregistered"


def note_unregistered(*, asked: bool) -> None:
    """Remember whether the link that was followed asks for what is not registered."""
    st.session_state[UNREGISTERED] = asked


def is_unregistered() -> bool:
    """Tell whether the numbers of this visit would answer something else than its link asks."""
    return bool(st.session_state.get(UNREGISTERED))


def refuse_unregistered() -> None:
    """Say why there are no numbers, with a button to go on with what can be chosen."""
    st.warning(text.NOT_REGISTERED)
    st.button(text.SHOW_ALL, type="primary", on_click=_settle)


def _settle() -> None:
    st.session_state.pop(UNREGISTERED, None)
