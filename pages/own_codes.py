"""What own codes mean, as it was chosen here before: for good where data are kept, else a visit."""

from dataclasses import replace
from typing import Final, cast

import streamlit as st

from core.reading.choices import ReadingChoices
from core.reading.undivided import Codes, by_place, for_all, joined
from core.storage.remembered import recall_all, remember
from pages.shelf import current_store

KIND: Final = "codes"
HERE: Final = "own_codes"


def known_codes() -> Codes:
    """Give all own codes that were put under a care form, by municipality."""
    store = current_store()
    if store is None:
        return cast("Codes", st.session_state.get(HERE, {}))
    return recall_all(store, KIND)


def with_codes(choices: ReadingChoices) -> ReadingChoices:
    """Add what own codes mean to how files are read."""
    codes = known_codes()
    return replace(choices, care_forms=for_all(codes), municipalities=by_place(codes))


def learn_codes(codes: Codes) -> None:
    """Remember what own codes mean, beside what is known already; a new answer counts."""
    store, together = current_store(), joined(known_codes(), codes)
    if store is None:
        st.session_state[HERE] = together
        return
    for municipality in codes:
        remember(store, KIND, municipality, together[municipality])
