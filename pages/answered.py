"""Whether a visit may have the numbers it asks for, by what was answered before it."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final
from urllib.parse import parse_qsl, urlencode

import streamlit as st

from core.datasets import first_and_last_year
from core.disclosure import is_shared, may_name_providers
from core.links import Choices, choices_of, parameters_of, text_of_rules
from core.protection.asking import answer_in
from core.protection.guard import Population
from core.protection.policy import policy
from core.session import Visit, current_rules
from core.storage.answered import answer
from core.text import guarded as text
from core.trajectories.populations import find_populations
from core.trajectories.rules import Rules
from core.trajectories.selection import Selection
from pages.ledger import OUT_OF_REACH, ask_ledger, times_forgotten

ALLOWED: Final = "allowed"
"""Where a visit keeps what it was answered: until something is deleted it is not judged twice."""


def find_forbidding(
    visit: Visit, rules: Rules | None = None, places: Sequence[str] = ()
) -> Choices | None:
    """Give the earlier choice that forbids this one; None when it may be answered.

    One that names a provider, made where that may be read, is not given where it may not.
    ``rules`` are those behind the analysis of the visit, where they are not the chosen ones;
    ``places`` are municipalities of which a page counts only what happened there. Raises one of
    ``OUT_OF_REACH``: then nothing may be answered.
    """
    allowed: set[object] = st.session_state.setdefault(ALLOWED, set())
    identity = visit.data_set.id
    asked = (identity, times_forgotten(identity), visit.rules, visit.selection, *places)
    if asked in allowed:
        return None
    near = _judge(visit, rules, places)
    if near is None:
        allowed.add(asked)
        return None
    if near.size < policy().threshold or not near.choice:  # nothing to go back to
        return everything(visit)
    earlier = choices_of(dict(parse_qsl(near.choice)))
    is_named = earlier.dimension == "provider" and not may_name_providers(visit.level)
    return everything(visit) if is_named else earlier


def may_stand(visit: Visit, rules: Rules | None = None, places: Sequence[str] = ()) -> bool:
    """Tell whether numbers of a selection may stand beside those of the page itself.

    Not where the guard refuses them, nor where it cannot be asked.
    """
    if not is_shared(visit.level):
        return True
    try:
        return find_forbidding(visit, rules, places) is None
    except OUT_OF_REACH:
        return False


def judged(own: Visit, selection: Selection, places: Sequence[str] = ()) -> Visit | None:
    """Narrow the own declarations to what a page of open data lays beside its figures.

    That region or year is not among the shared filters, so that it is asked apart. Where the guard
    refuses it there is a sentence, and None.
    """
    narrowed = replace(own, selection=selection)
    if not may_stand(narrowed, places=places):
        st.caption(text.NOT_BESIDE)
        return None
    return narrowed


def whole_of(visit: Visit) -> Visit:
    """Widen a visit to the delivery as a whole, whatever is selected."""
    years = first_and_last_year(visit.data_set, visit.rules)
    return replace(visit, selection=Selection(*years))


def ever_of(visit: Visit) -> Visit:
    """Widen a visit to all years, with the other choices as they are."""
    first, last = first_and_last_year(visit.data_set, visit.rules)
    return replace(visit, selection=replace(visit.selection, first_year=first, last_year=last))


def everything(visit: Visit) -> Choices:
    """Choose all years and nothing else, under the rules as they are."""
    first, last = first_and_last_year(visit.data_set, visit.rules)
    return Choices(
        data=visit.data_set.id,
        first_year=first,
        last_year=last,
        rules=text_of_rules(current_rules()),
    )


def choices_in(visit: Visit, rules: Rules | None = None) -> Choices:
    """Give what is asked as the choices of a link, for whoever is sent back to it."""
    chosen = visit.selection
    return Choices(
        data=visit.data_set.id,
        municipality=chosen.municipality,
        first_year=chosen.first_year,
        last_year=chosen.last_year,
        dimension=chosen.dimension,
        value=chosen.value,
        rules=text_of_rules(rules or current_rules()),
    )


def _judge(visit: Visit, rules: Rules | None, places: Sequence[str]) -> Population | None:
    analysis = visit.analysis
    persons = find_populations(analysis.trajectories, analysis.chained, visit.selection, places)
    is_region = bool(places) and not visit.selection.municipality
    choices = choices_in(visit, rules)
    choice = "" if is_region else urlencode(parameters_of(choices))
    return ask_ledger(visit.data_set.id, persons, choice, answer, answer_in)
