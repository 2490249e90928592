"""Whether a visit may have the numbers it asks for, by what was answered before it.

Data that are stored have the ledger of the installation. The sample region, and data that are
nowhere else, have one in the visit: nobody else can lay those beside one's own.
"""

import secrets
from dataclasses import replace
from typing import Final
from urllib.parse import parse_qsl, urlencode

import streamlit as st

from core.datasets import first_and_last_year
from core.disclosure import is_shared
from core.errors import NotStored, StoreTrouble
from core.frames import Frame
from core.links import Choices, choices_of, parameters_of, text_of_rules
from core.protection.asking import answer_in, ask, empty_book
from core.protection.guard import Population
from core.protection.policy import policy
from core.protection.registry import KEY_BYTES
from core.session import Visit, current_rules
from core.storage.answered import answer, key_of_persons
from core.storage.catalogue import Store
from core.text import guarded as text
from core.trajectories.populations import find_populations
from core.trajectories.rules import Rules
from core.trajectories.selection import Selection
from pages.shelf import current_store, kept_now

BOOK: Final = "answered"
"""Where a visit keeps the ledger of data that are in no store."""

ALLOWED: Final = "allowed"
"""Where a visit keeps what it was answered: the same question is not judged twice."""


def find_forbidding(visit: Visit, rules: Rules | None = None) -> Choices | None:
    """Give the earlier choice that forbids this one; None when it may be answered.

    ``rules`` are those behind the analysis of the visit, where they are not the chosen ones.
    """
    store = current_store()
    kept = kept_now(store) if store is not None else None
    allowed: set[object] = st.session_state.setdefault(ALLOWED, set())
    asked = (visit.data_set.id, kept, visit.rules, visit.selection)
    if asked in allowed:
        return None
    near = _judge(visit, rules or current_rules(), store if kept else None)
    if near is None:
        allowed.add(asked)
        return None
    if near.size < policy().threshold:  # going back there would show nothing
        return _everything(visit)
    return choices_of(dict(parse_qsl(near.choice)))


def judged(own: Visit, selection: Selection) -> Visit | None:
    """Narrow the own declarations to what a page of open data lays beside its figures.

    That region or year is not among the shared filters, so that it is asked apart. Where the guard
    refuses it there is a sentence, and None.
    """
    narrowed = replace(own, selection=selection)
    if is_shared(own.level) and find_forbidding(narrowed) is not None:
        st.caption(text.NOT_BESIDE)
        return None
    return narrowed


def _everything(visit: Visit) -> Choices:
    """Choose all years and nothing else, under the rules as they are."""
    first, last = first_and_last_year(visit.data_set, visit.rules)
    return Choices(
        data=visit.data_set.id,
        first_year=first,
        last_year=last,
        rules=text_of_rules(current_rules()),
    )


def _judge(visit: Visit, rules: Rules, store: Store | None) -> Population | None:
    choice = _choice(visit, rules)
    if store is None:
        return _judge_in_visit(visit, choice)
    try:
        return _judge_in_store(visit, choice, store)
    except (NotStored, StoreTrouble):  # nothing can be written now, but what is open stays open
        return _judge_in_visit(visit, choice)


def _judge_in_store(visit: Visit, choice: str, store: Store) -> Population | None:
    key = key_of_persons(store)
    asked = ask(_populations(visit), choice, key)
    return answer(store, visit.data_set.id, asked, policy().threshold)


def _judge_in_visit(visit: Visit, choice: str) -> Population | None:
    key, book = st.session_state.get(BOOK) or (secrets.token_bytes(KEY_BYTES), empty_book())
    asked = ask(_populations(visit), choice, key)
    book, near = answer_in(book, asked, policy().threshold)
    st.session_state[BOOK] = (key, book)
    return near


def _populations(visit: Visit) -> Frame:
    analysis = visit.analysis
    return find_populations(analysis.trajectories, analysis.chained, visit.selection)


def _choice(visit: Visit, rules: Rules) -> str:
    """Write what is asked as the parameters of a link, for whoever is sent back to it."""
    chosen = visit.selection
    choices = Choices(
        data=visit.data_set.id,
        municipality=chosen.municipality,
        first_year=chosen.first_year,
        last_year=chosen.last_year,
        dimension=chosen.dimension,
        value=chosen.value,
        rules=text_of_rules(rules),
    )
    return urlencode(parameters_of(choices))
