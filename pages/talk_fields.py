"""The fields of one talk: choices from lists only, nothing to type about a child."""

from datetime import UTC, date, datetime
from typing import Final

import streamlit as st

from core.storage.talks import Talk
from core.talk_codes import BETWEEN, PARTIES
from core.text import talks as text
from core.text.talk_words import CONCLUSIONS, YOUTH_PRESENT
from core.text.talk_words import PARTIES as PARTY_LABELS
from core.trajectories.calendar import date_of, day_number

FIRST: Final = date(1990, 1, 1)
"""The form judges the day itself: Streamlit would say in English that it cannot be."""


def empty_talk(as_of: int) -> Talk:
    """Give a talk to begin with: today, or the last day that is looked at when that is earlier."""
    return Talk("", min(as_of, day_number(datetime.now(UTC).date())))


def ask_talk(key: str, label: str, told: Talk) -> Talk | None:
    """Ask for a talk, filled in as the one told; None until the button with the label is pressed.

    The client of the answer is empty: that is chosen elsewhere.
    """
    youths, conclusions = list(YOUTH_PRESENT), list(CONCLUSIONS)
    with st.form(f"form_{key}"):
        left, middle, right = st.columns(3)
        day = left.date_input(
            text.DATE,
            value=date_of(told.date),
            min_value=date.min,
            max_value=date.max,
            format="DD-MM-YYYY",
        )
        youth = middle.selectbox(
            text.YOUTH,
            youths,
            index=youths.index(told.youth_present),
            format_func=YOUTH_PRESENT.__getitem__,
        )
        conclusion = right.selectbox(
            text.CONCLUSION,
            conclusions,
            index=conclusions.index(told.conclusion),
            format_func=CONCLUSIONS.__getitem__,
        )
        roles = st.multiselect(
            text.PARTY,
            PARTIES,
            default=[role for role in told.parties.split(BETWEEN) if role in PARTIES],
            format_func=PARTY_LABELS.__getitem__,
            placeholder=text.CHOOSE_PARTIES,
        )
        pressed = st.form_submit_button(label, type="primary")
    if not pressed:
        return None
    last = max(datetime.now(UTC).date(), date_of(told.date))
    if not isinstance(day, date) or not FIRST <= day <= last:
        st.error(text.wrong_day(FIRST, last))
        return None
    there = BETWEEN.join(role for role in PARTIES if role in roles)
    return Talk("", day_number(day), youth, conclusion, there)
