"""Of which stored data set the next files are a new delivery, when somebody asked for that."""

import streamlit as st

from core.errors import NotStored
from core.storage.records import find_stored, list_stored
from core.text import kept as text
from pages.shelf import current_store, newest_of

AFTER = "next_delivery_of"


def version_of() -> str:
    """Give the id of the data set that the next files are a version of; empty for a new one."""
    return str(st.session_state.get(AFTER, ""))


def choose_next(identity: str) -> None:
    """Read a next delivery of a stored data set from now on; empty for a data set of its own."""
    st.session_state[AFTER] = identity


def title_of_next() -> str:
    """Give the title of the data set that the next files are a version of."""
    store = current_store()
    stored = [one for one in list_stored(store) if one.id == version_of()] if store else []
    return stored[0].title if stored else ""


def show_next() -> None:
    """Say what the next files become, and offer to change one's mind."""
    store, after = current_store(), version_of()
    if store is None or not after:
        return
    try:
        stored = find_stored(store, after)
    except NotStored:
        choose_next("")
        return
    newest = newest_of(store, stored.series) or stored
    with st.container(horizontal=True, vertical_alignment="center"):
        st.info(text.next_of(stored.title, newest.version + 1))
        st.button(text.CANCEL_NEXT, on_click=choose_next, args=("",))
