"""The part of the page Trajectreeksen on which routes resemble each other."""

from functools import partial

import pandas as pd
import streamlit as st

from core.charts.kinds import chart_kinds
from core.disclosure import MINIMUM_PERSONS, Shape, publish_from
from core.sequences.followed import (
    MONTHS_FOLLOWED,
    count_followed_routes,
    find_followed_amounts,
)
from core.sequences.typology import find_groups_of_routes
from core.session import Visit, observed_chains, remembered
from core.text import kind_examples as examples
from core.text import kinds as text
from pages.labels import label_of
from pages.skeleton import show_finding, show_numbers, show_picture

GROUPS = Shape(
    counts=["chains", "rises", "falls", "no_rise", "no_fall"],
    averages={"mean_days": "chains"},
    percentiles={"median_length": 0.5},
    amounts=["amount_cents"],
)
FIELDS_IN_A_ROW = 4


def groups_of(visit: Visit) -> pd.DataFrame:
    """Give the published groups of routes, divided once."""
    return remembered(visit, "kinds", lambda: _published(visit))


def show_kinds(visit: Visit) -> None:
    """Show the groups of routes with their shares, an invented example each, and how sure it is."""
    groups = groups_of(visit)
    shown = text.chosen_groups(groups)
    st.caption(text.QUESTION)
    show_finding(text.finding(groups))
    st.markdown(f"**{text.NO_LABEL}**")
    if shown.empty:
        st.markdown(text.TRY_WIDER)
    else:
        _show_groups(visit, groups)
    _show_indices(groups)


def _show_groups(visit: Visit, groups: pd.DataFrame) -> None:
    names = _given_names(text.chosen_groups(groups))
    labels = text.names_of(text.chosen_groups(groups), names)
    picture = chart_kinds(groups, visit.rules.ladder, labels)
    rows = text.rows_of_groups(groups, names)
    show_picture(picture, text.finding(groups), rows, label_of(visit, "order", "duration"))
    st.caption(f"{text.METHOD} {text.RETURNS_NOTE}")
    st.subheader(examples.EXAMPLES_TITLE)
    st.caption(examples.EXAMPLES_NOTE)
    show_numbers(examples.rows_of_examples(groups, names), examples.EXAMPLES_TITLE)
    _ask_names(text.chosen_groups(groups))


def _show_indices(groups: pd.DataFrame) -> None:
    if not groups.empty:
        with st.expander(examples.INDICES_TITLE):
            show_numbers(examples.rows_of_indices(groups), examples.INDICES_TITLE)
            st.caption(examples.INDICES_NOTE)


def _ask_names(shown: pd.DataFrame) -> None:
    """Offer a field for the name of each group, some beside each other."""
    with st.expander(text.NAMES_TITLE):
        st.caption(text.NAMES_NOTE)
        columns = st.columns(FIELDS_IN_A_ROW)
        for place, (group, form, length) in enumerate(
            zip(shown["group"], shown["main_form"], shown["median_length"], strict=True)
        ):
            columns[place % FIELDS_IN_A_ROW].text_input(
                text.NAME_OF.format(letter=text.letter(group)),
                placeholder=text.plain_name(form, length),
                key=_key(text.letter(group)),
                max_chars=60,
                persist_state="session",
            )


def _given_names(shown: pd.DataFrame) -> dict[str, str]:
    letters = map(text.letter, shown["group"])
    return {letter: str(st.session_state.get(_key(letter)) or "") for letter in letters}


def _key(letter: str) -> str:
    return f"kind_name_{letter}"


def _published(visit: Visit) -> pd.DataFrame:
    observed = observed_chains(visit)
    routes = count_followed_routes(observed, visit.rules, MONTHS_FOLLOWED)
    amounts = find_followed_amounts(observed, visit.rules, MONTHS_FOLLOWED)
    levels = dict(visit.rules.ladder)
    divide = partial(find_groups_of_routes, levels=levels, fewest=MINIMUM_PERSONS)
    return publish_from([routes, amounts], divide, visit.level, GROUPS)
