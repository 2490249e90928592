"""The field of the last day that is looked at: what the data propose, or another month end."""

import streamlit as st

from core.datasets import DataSet, first_and_last_start
from core.session import choose_rules, current_rules
from core.text import rules as text
from core.trajectories.choosing import month_ends_around, with_as_of
from core.trajectories.rules import AUTO

KEY = "rule_as_of"


def show_as_of(data_set: DataSet, proposed: int) -> None:
    """Offer the proposed day and the month ends round it; a change counts at once."""
    first, _ = first_and_last_start(data_set)
    chosen = current_rules().as_of
    st.session_state[KEY] = chosen
    st.selectbox(
        text.AS_OF,
        tuple(dict.fromkeys((AUTO, *month_ends_around(proposed, first), chosen))),
        format_func=lambda day: text.as_of_option(day, proposed),
        help=text.AS_OF_HELP,
        key=KEY,
        width=360,
        on_change=lambda: choose_rules(with_as_of(current_rules(), st.session_state[KEY])),
    )
