"""Whether the table agrees on the figures: asked before they are discussed, and kept with them."""

from datetime import date

import streamlit as st

from core.session import Visit
from core.storage.catalogue import Store
from core.storage.remembered import recall, remember
from core.text import general
from core.text import quality as text
from pages.shelf import current_store, kept_now

KIND = "agreed_figures"
ANSWER = "agreed_answer"


def show_agreement(visit: Visit) -> None:
    """Show what was agreed about the open data set, and let the table agree on it."""
    st.subheader(text.AGREE_TITLE)
    store = current_store()
    if store is None or kept_now(store) is None:
        st.caption(text.NOT_KEPT)
        return
    st.caption(text.AGREE_HELP)
    agreed = recall(store, KIND, visit.data_set.id)
    st.markdown(_told(agreed))
    st.radio(text.AGREE_CHOOSE, [*text.AGREE_ANSWERS], format_func=_answer, key=ANSWER)
    st.button(text.AGREE_KEEP, on_click=_keep, args=(store, visit.data_set.id))


def _told(agreed: dict[str, str] | None) -> str:
    if agreed is None:
        return text.NOT_AGREED
    return text.agreed_on(agreed["answer"], general.day(date.fromisoformat(agreed["day"])))


def _answer(name: str) -> str:
    return text.AGREE_ANSWERS[name]


def _keep(store: Store, identity: str) -> None:
    today = date.today().isoformat()  # noqa: DTZ011 - the day as it is where the table sits
    remember(store, KIND, identity, {"answer": st.session_state[ANSWER], "day": today})
