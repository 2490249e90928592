"""Whether pseudonyms of two organisations fit, and the agreement about the key."""

from datetime import date
from typing import Final, cast

import streamlit as st

from core.datasets import DataSet
from core.storage.catalogue import Store
from core.storage.remembered import recall, remember
from core.text import project_key as text
from pages.shelf import current_store, kept_about
from pages.uploads import harmless

KIND: Final = "project_key"
NOT_LINKABLE: Final = "sides_not_linkable"
LONGEST_NAME: Final = 80


def show_project_key(data_set: DataSet | None) -> None:
    """Explain the key, say whether the two sides fit in these data, and record the agreement."""
    store = current_store()
    with st.expander(text.TITLE):
        st.markdown(text.EXPLAINED)
        if data_set is not None:
            _show_fit(data_set)
        if store is not None:
            _show_agreement(store)


def _show_fit(data_set: DataSet) -> None:
    if any(finding.rule == NOT_LINKABLE for finding in data_set.delivery.findings):
        st.warning(text.APART)
    elif len(kept_about(data_set)) > 1:
        st.markdown(text.TOGETHER)


def _show_agreement(store: Store) -> None:
    told = cast("dict[str, str] | None", recall(store, KIND, ""))
    st.markdown(text.agreed(told["keeper"], told["day"]) if told else text.NONE)
    with (
        st.form("project_key", border=False),
        st.container(horizontal=True, vertical_alignment="bottom"),
    ):
        keeper = st.text_input(text.KEEPER, max_chars=LONGEST_NAME, width=360, key="key_keeper")
        day = st.date_input(text.AGREED_ON, format="DD-MM-YYYY", width=200, key="key_day")
        if st.form_submit_button(text.KEEP) and harmless(keeper) and isinstance(day, date):
            remember(store, KIND, "", {"keeper": harmless(keeper), "day": day.isoformat()})
            st.rerun()
