"""The tab of the repairs: a switch for each, what it does, and what it changes in the figures."""

from dataclasses import replace

import streamlit as st

from core.disclosure import Shape, protect
from core.session import Visit, choose_rules, current_rules
from core.text import headlines
from core.text import quality as text
from core.text import repairs as words
from core.trajectories.rules import REPAIRS
from pages.headlines import headlines_of
from pages.inspected import counted_repairs
from pages.skeleton import show_numbers

KEY = "repair_{}"
COUNTS = Shape(counts=["lines", "dropped"])


def show_repairs(visit: Visit) -> None:
    """Show what every repair would do, its switch, and what the chosen ones change."""
    chosen = current_rules().repairs
    st.markdown(f"**{text.repairs_finding(len(chosen))}**")
    st.caption(text.REPAIRS_HELP)
    for name in REPAIRS:
        _show_switch(name)
    counts = protect(counted_repairs(visit), visit.level, COUNTS)
    show_numbers(text.rows_of_repairs(counts), text.REPAIRS_TITLE)
    if chosen:
        st.subheader(text.EFFECT_TITLE)
        own = current_rules()
        rows = {
            text.WITHOUT: headlines_of(visit, replace(own, repairs=())),
            text.WITH: headlines_of(visit, own),
        }
        show_numbers(headlines.rows_of_choices(rows, text.REPAIR), text.EFFECT_TITLE)
        if any(one.is_refused for one in rows.values()):
            st.caption(headlines.REFUSED)


def _show_switch(name: str) -> None:
    key = KEY.format(name)
    st.session_state[key] = name in current_rules().repairs
    st.toggle(
        words.NAMES[name],
        key=key,
        help=words.MEANINGS[name],
        on_change=_switch,
        args=(name,),
    )


def _switch(name: str) -> None:
    """Choose a repair or leave it; the order is always that of the list."""
    own = current_rules()
    chosen = {*own.repairs} ^ {name}
    choose_rules(replace(own, repairs=tuple(r for r in REPAIRS if r in chosen)))
