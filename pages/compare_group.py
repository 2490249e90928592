"""The part of the page Vergelijken that composes the group and says why it is alike."""

from collections.abc import Mapping
from typing import Any

import pandas as pd
import streamlit as st

from core.benchmark.characteristics import (
    characteristics_of,
    standardise,
    years_of_characteristics,
)
from core.benchmark.compositions import MOST_PICKS, NUMBERS, Composition, text_of
from core.benchmark.likeness import find_differences, measure_distances, measure_likeness
from core.benchmark.peers import composition_for, peers_of, start_composition
from core.charts.likeness import chart_likeness
from core.session import PEERS, OpenVisit
from core.text import peer_group as text
from pages.open_status import show_open_status
from pages.skeleton import show_numbers, show_picture

KEYS = ("sizes", "urbanities", "socials", "growths", "nearest", "picks")
TOPICS = (
    *("population", "density", "social_score", "single_parent", "low_income_children"),
    "expected_population",
)


def show_group(visit: OpenVisit) -> None:
    """Let people compose the group, and show who is in it and how much they are alike."""
    characteristics = characteristics_of(visit.shelf)
    st.caption(text.QUESTION)
    _show_choices(visit, characteristics)
    peers = peers_of(visit.shelf, visit.area, visit.peers)
    distances = measure_distances(standardise(characteristics), visit.area, peers)
    finding = text.finding(str(characteristics.loc[visit.area, "name"]), distances)
    st.markdown(f"**{finding}**")
    if peers:
        _show_likeness(visit, characteristics, peers, finding)
        st.subheader(text.MEMBERS_TITLE)
        members = text.rows_of_members(characteristics.loc[peers], distances)
        show_numbers(members, text.MEMBERS_TITLE)
    show_open_status(visit, TOPICS, text.METHOD, "municipality")


def _show_likeness(
    visit: OpenVisit, characteristics: pd.DataFrame, peers: list[str], finding: str
) -> None:
    standardised = standardise(characteristics)
    likeness = measure_likeness(characteristics, standardised, visit.area, peers)
    apart = find_differences(standardised, visit.area, peers)
    picture = chart_likeness(text.dots_of(apart, characteristics), text.own_words(likeness))
    st.subheader(text.WHY_TITLE)
    rows = text.rows_of_likeness(likeness, years_of_characteristics(visit.shelf))
    show_picture(picture, finding, rows, text.LABEL)


def _show_choices(visit: OpenVisit, characteristics: pd.DataFrame) -> None:
    """Draw the criteria as they stand; a change composes another group and lands in the link."""
    chosen = composition_for(characteristics, visit.area, visit.peers)
    for name in KEYS:
        st.session_state[_key(name)] = _as_widget(getattr(chosen, name))
    codes = [code for code in characteristics.index if code != visit.area]
    names = dict(zip(characteristics.index, characteristics["name"], strict=True))
    first, second, third = st.columns(3), st.columns(3), st.container(horizontal=True)
    with first[0]:
        _choose(visit, "sizes", text.SIZE, text.SIZES)
    with first[1]:
        _choose(visit, "urbanities", text.URBANITY, text.URBANITIES)
    with first[2]:
        _choose(visit, "socials", text.SOCIAL, text.SOCIALS, text.SOCIAL_HELP)
    with second[0]:
        _choose(visit, "growths", text.GROWTH, text.GROWTHS, text.GROWTH_HELP)
    with second[1]:
        _choose_number(visit)
    with second[2]:
        _choose_picks(visit, {code: names[code] for code in codes})
    with third:
        st.button(text.START_AGAIN, on_click=_forget, disabled=not visit.peers)


def _choose(
    visit: OpenVisit, name: str, label: str, options: Mapping[Any, str], note: str = ""
) -> None:
    st.multiselect(
        label,
        list(options),
        format_func=lambda option: options[option],
        key=_key(name),
        placeholder=text.ANY,
        help=note or None,
        on_change=_keep,
        args=(visit,),
    )


def _choose_number(visit: OpenVisit) -> None:
    st.selectbox(
        text.NEAREST,
        [0, *NUMBERS],
        format_func=lambda number: str(number) if number else text.EVERYBODY,
        key=_key("nearest"),
        help=text.NEAREST_HELP,
        on_change=_keep,
        args=(visit,),
    )


def _choose_picks(visit: OpenVisit, names: Mapping[str, str]) -> None:
    st.multiselect(
        text.PICKS,
        list(names),
        format_func=lambda code: names.get(code, code),
        key=_key("picks"),
        placeholder=text.NO_PICKS,
        max_selections=MOST_PICKS,
        help=text.PICKS_HELP,
        on_change=_keep,
        args=(visit,),
    )


def _keep(visit: OpenVisit) -> None:
    """Remember the group as it was just composed; the start group needs no words."""
    values: dict[str, Any] = {name: st.session_state[_key(name)] for name in KEYS}
    nearest = values.pop("nearest")
    lists: dict[str, Any] = {name: tuple(sorted(value)) for name, value in values.items()}
    wanted = Composition(nearest=nearest, **lists)
    start = start_composition(characteristics_of(visit.shelf), visit.area)
    st.session_state[PEERS] = "" if wanted == start else text_of(wanted)


def _forget() -> None:
    st.session_state[PEERS] = ""


def _as_widget(value: object) -> object:
    return list(value) if isinstance(value, tuple) else value


def _key(name: str) -> str:
    return f"peers_{name}"
