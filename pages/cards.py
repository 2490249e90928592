"""The card of a view: what it says about itself once it has left the screen.

A card is made when a view is shown, from the visit; the line under the page, which comes later,
tells what was counted or which tables of open data are behind it.
"""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Final, cast

import pandas as pd
import streamlit as st

from core.export.card import Card
from core.opendata.shelf import name_of
from core.page_choices import choices_on
from core.session import (
    OpenVisit,
    Visit,
    current_data_set,
    current_level,
    open_visit,
    require_visit,
)
from core.text import general, opendata, shell, status
from core.text import taking as text
from core.trajectories.calendar import date_of

PART: Final = "deel"
"""The parameter of a link that names the open part of a page."""

PAGE: Final = "page_on_screen"
"""Where a visit keeps the address, the title and the question of the page that now runs."""


VISITED: Final = "visit_of_page"
"""Where a visit keeps what the page that now runs looks at."""


def open_page(address: str) -> None:
    """Keep the address of the page that begins to run."""
    st.session_state[PAGE] = (address, "", "")
    st.session_state.pop(VISITED, None)


def name_page(title: str, question: str) -> None:
    """Keep the title and the question of the page that now runs."""
    address = st.session_state.get(PAGE, ("", "", ""))[0]
    st.session_state[PAGE] = (address, title, question)


def card_of(finding: str, label: str) -> Card:
    """Make the card of a view on the page that now runs, by what is known before its last line."""
    if current_data_set() is None:
        return open_card(finding, label, open_visit(), pd.DataFrame(), "")
    return own_card(finding, label, _visit(), "")


def _visit() -> Visit:
    """Look once in a run of a page at what is open, however many views there are."""
    if VISITED not in st.session_state:
        st.session_state[VISITED] = require_visit()
    return cast("Visit", st.session_state[VISITED])


def own_card(finding: str, label: str, visit: Visit, basis: str) -> Card:
    """Make the card of a view on declarations; ``basis`` says what was counted."""
    as_of = general.day(date_of(visit.rules.as_of))
    standing = status.standing(visit.selection.end_day, visit.rules)
    return replace(
        _blank(finding),
        filters=text.filters_said(_chosen(visit), _chosen_here(visit)),
        period=visit.years,
        definition=text.counted(basis, status.definition(visit.rules)),
        source=text.declared(visit.data_set.title, as_of),
        status=_joined(standing, label),
        protection=text.protection_said(visit.level),
    )


def open_card(finding: str, label: str, visit: OpenVisit, sources: pd.DataFrame, note: str) -> Card:
    """Make the card of a view on open data; ``note`` says what is told and how."""
    return replace(
        _blank(finding),
        filters=text.area_said(
            _name_of_area(visit), _chosen_here(visit.own), own_group=bool(visit.peers)
        ),
        period=text.years_said(sources),
        definition=_joined(note, label) or text.AS_PUBLISHED,
        source=text.published(sources),
        status=text.sureness(sources, fictitious=visit.shelf.fictitious),
        protection=_joined(opendata.ROUNDED, text.protection_said(visit.level)),
    )


def beside_own(card: Card, own: Visit) -> Card:
    """Add to the card of a view on open data what the own numbers in it stand on."""
    beside = own_card("", "", own, "")
    return replace(
        card,
        filters=text.beside_own(card.filters, beside.filters),
        period=text.beside_own(card.period, beside.period),
        definition=text.beside_own(card.definition, beside.definition),
        source=text.beside_own(card.source, beside.source),
    )


def _blank(finding: str) -> Card:
    """Give a card that knows its page, its finding and the day, and nothing else yet."""
    address, title, question = st.session_state.get(PAGE, ("", "", ""))
    return Card(
        page=address,
        title=title or general.APP,
        question=text.plain(question),
        finding=text.plain(finding),
        filters=text.NO_CHOICE,
        period="",
        definition="",
        source="",
        status="",
        protection=text.protection_said(current_level()),
        made_on=datetime.now(UTC).date(),
    )


def _chosen(visit: Visit) -> list[tuple[str, str]]:
    selection = visit.selection
    choices = []
    if selection.municipality:
        name = visit.name("municipality", selection.municipality)
        choices.append((shell.MUNICIPALITY, name))
    if selection.dimension:
        name = visit.name(selection.dimension, selection.value)
        choices.append((shell.DIMENSION_NAMES[selection.dimension], name))
    return choices


def _chosen_here(visit: Visit | None) -> list[tuple[str, str]]:
    """Name the choices of the page itself that have a name: its open part, years and providers."""
    state, said = st.session_state, []
    for choice in choices_on(state.get(PAGE, ("", "", ""))[0]):
        value = state.get(choice.key)
        if value and choice.kind == "year":
            said.append((choice.parameter, str(value)))
        elif value and choice.kind == "provider" and visit is not None:
            said.append((choice.parameter, visit.name("provider", str(value))))
        elif isinstance(value, str) and choice.parameter == PART:
            said.append((text.PART, value))
    return said


def place_on_screen() -> tuple[str, str]:
    """Give the address of the page that now runs, and the part of it that is open, if any."""
    address, state = st.session_state.get(PAGE, ("", "", ""))[0], st.session_state
    open_parts = (state.get(one.key) for one in choices_on(address) if one.parameter == PART)
    return address, next((part for part in open_parts if isinstance(part, str)), "")


def _name_of_area(visit: OpenVisit) -> str:
    return name_of(visit.shelf, visit.area) if visit.area else ""


def _joined(*words: str) -> str:
    return " ".join(text.plain(part) for part in words if part)
