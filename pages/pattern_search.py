"""The search for a pattern in the order of help, in plain words or put together from lists."""

from collections.abc import Sequence
from functools import partial
from typing import Final

import pandas as pd
import streamlit as st

from core.disclosure import (
    Grid,
    Margins,
    Shape,
    fill_rows,
    is_shared,
    publish_from,
    publish_table_from,
)
from core.sequences.asking import LONGEST_TEXT, read_pattern
from core.sequences.matching import OUTCOMES, count_pattern
from core.sequences.patterns import Misread, Pattern
from core.sequences.places import places_of
from core.session import Visit, observed_chains, remembered
from core.text import general
from core.text import patterns as text
from pages.labels import label_of
from pages.offered import values_of
from pages.skeleton import show_finding, show_numbers

FIELD: Final = "pattern_words"
MONTHS: Final = "pattern_months"
CHAINS = Shape(counts=["chains"], amounts=["amount_cents"])
FOLLOWED: Final = ("found", "absent")
MARGINS = Margins(["part", "outcome"], [["part"], []])
"""Whatever the pattern, those who follow it and those who do not have the same costs together."""


def show_search(visit: Visit) -> None:
    """Ask for a pattern, say what was understood, and count who follows it."""
    st.caption(text.QUESTION)
    labels = remembered(visit, "pattern_labels", lambda: _labels(visit))
    _show_examples()
    words = st.text_input(
        text.FIELD,
        key=FIELD,
        help=text.FIELD_HELP,
        placeholder=text.EXAMPLES[0],
        max_chars=LONGEST_TEXT,
        persist_state="session",
    )
    _show_builder(labels)
    pattern = read_pattern(words or "", places_of(labels, visit.rules.ladder))
    if isinstance(pattern, Misread):
        st.info(text.explain(pattern, labels))
    elif is_shared(visit.level) and not pattern.is_registered:
        st.info(text.NOT_REGISTERED)
    else:
        _show_found(visit, pattern)


def _show_examples() -> None:
    """Offer patterns that fill the field."""
    st.caption(text.EXAMPLES_LABEL)
    with st.container(horizontal=True):
        for number, example in enumerate(text.EXAMPLES):
            st.button(example, key=f"pattern_{number}", on_click=_fill, args=(example,))


def _show_builder(labels: list[str]) -> None:
    """Put a step together from lists, and add it to the words in the field."""
    with st.expander(text.BUILDER):
        first, link, time, following = st.columns(4)
        options = text.options(labels)
        before = first.selectbox(text.BUILDER_FIRST, options, index=1)
        how = link.selectbox(text.BUILDER_LINK, [*text.LINKS, text.NOT_LINK])
        limit = time.selectbox(text.BUILDER_TIME, text.TIMES)
        place = following.selectbox(text.BUILDER_NEXT, options, index=3)
        made = text.composed(before, how, limit, place)
        longer = text.composed(st.session_state.get(FIELD) or "", how, limit, place)
        with st.container(horizontal=True):
            st.button(text.BUILDER_SET, on_click=_fill, args=(made,))
            st.button(text.BUILDER_ADD, on_click=_fill, args=(longer,))


def _show_found(visit: Visit, pattern: Pattern) -> None:
    """Say how many chains follow a pattern, over an equal stretch of time."""
    months = _chosen_months()
    counts = _remembered(visit, pattern, months)
    finding = text.finding(counts, months)
    show_finding(finding)
    st.caption(general.literal(text.described(pattern)))
    show_numbers(text.table_of(counts), finding)
    st.caption(f"{text.NOTE} {label_of(visit, 'order')}")


def _chosen_months() -> int:
    chosen = st.segmented_control(
        text.MONTHS_LABEL,
        list(text.MONTHS),
        default=24,
        format_func=text.MONTHS.__getitem__,
        key=MONTHS,
    )
    return chosen or 24


def _remembered(visit: Visit, pattern: Pattern, months: int) -> pd.DataFrame:
    """Remember the latest pattern only: people try many."""
    latest: dict[tuple[Pattern, int], pd.DataFrame] = remembered(visit, "pattern", dict)
    if (pattern, months) not in latest:
        latest.clear()
        latest[pattern, months] = _counted(visit, pattern, months)
    return latest[pattern, months]


def _counted(visit: Visit, pattern: Pattern, months: int) -> pd.DataFrame:
    """Count who follows a pattern; of the costs not what the rest of the same sum would tell.

    A count is left out here only because it is small itself, as the finding says of it.
    """
    counted = count_pattern(observed_chains(visit), visit.rules, months, pattern)
    outcomes = [name for name in OUTCOMES if pattern.needs_end or name != "open"]
    divide = partial(_divided, outcomes=outcomes)
    counts = publish_from([counted], divide, visit.level, CHAINS)
    costs = publish_table_from([counted], divide, visit.level, CHAINS, MARGINS)
    return counts.assign(amount_cents=costs["amount_cents"])


def _divided(counts: pd.DataFrame, outcomes: Sequence[str]) -> pd.DataFrame:
    filled = fill_rows(counts, Grid({"outcome": outcomes}))
    followed = filled["outcome"].isin(FOLLOWED)
    return filled.assign(part=filled["outcome"].mask(followed, "followed"))


def _labels(visit: Visit) -> list[str]:
    """List the care forms in the data; at shared levels those of enough young people."""
    return list(values_of(visit, "care_form"))


def _fill(words: str) -> None:
    st.session_state[FIELD] = words
