"""Where the data are, how long they stay, the button that wipes all of it, and the log."""

from typing import Final

import streamlit as st

from core.disclosure import is_shared
from core.session import close_data_set, current_level
from core.storage.catalogue import Store
from core.storage.shown import rows_of_log
from core.storage.verifying import list_events, verify_log
from core.text import keeping as text
from pages.kept import SAID
from pages.shelf import current_store, kept_now, wipe_all
from pages.skeleton import show_numbers

MOST_LINES: Final = 50
ASKED: Final = "asked_to_wipe"


def show_keeping() -> None:
    """Show where the data are and who did what; nothing where nothing is kept."""
    store = current_store()
    if store is None:
        return
    with st.expander(text.TITLE):
        st.markdown(f"{text.WHERE}\n{text.kept_for(store.places.retention_days)}")
        if not is_shared(current_level()):
            st.caption(text.FOLDER.format(folder=store.places.home))
        _show_wipe(store)
        _show_log(store)


def _show_wipe(store: Store) -> None:
    if not st.session_state.get(ASKED):
        st.button(text.WIPE, icon=":material/delete_forever:", on_click=_ask)
        return
    st.warning(text.ASK_WIPE)
    with st.container(horizontal=True):
        st.button(text.NO_WIPE, on_click=_take_back)
        if st.button(text.YES_WIPE, type="primary"):
            _wipe(store)


def _wipe(store: Store) -> None:
    if kept_now(store) is not None:
        close_data_set()
    st.session_state[SAID] = text.wiped(wipe_all(store))
    _take_back()
    st.rerun()


def _ask() -> None:
    st.session_state[ASKED] = True


def _take_back() -> None:
    st.session_state.pop(ASKED, None)


def _show_log(store: Store) -> None:
    """Show the log to who asks for it: checking it takes longer as it grows."""
    if not st.toggle(text.LOG_TITLE, key="show_log"):
        return
    lines, verdict = list_events(store, MOST_LINES), verify_log(store)
    if not lines:
        st.markdown(text.LOG_EMPTY)
        return
    st.caption(text.LOG_HELP.format(number=len(lines)))
    said = text.checked(verdict.lines, verdict.problem, verdict.broken_line)
    (st.caption if verdict.is_whole else st.error)(said)
    show_numbers(rows_of_log(lines, exact=not is_shared(current_level())), text.LOG_TITLE)
