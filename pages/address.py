"""The address of a page: follow it once when it is new, and keep it in step with the choices.

Values are codes that stand in the data; whatever else an address says is refused with a sentence.
"""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

import streamlit as st

from core.datasets import DataSet, declarations_of, first_and_last_year, is_possible
from core.disclosure import Level, is_shared, may_name_providers
from core.errors import WrongRules
from core.links import (
    Choices,
    choices_of,
    parameters_of,
    rules_of_text,
    text_of_rules,
    unread,
)
from core.loosening import loosened
from core.session import (
    YEAR_KEYS,
    Visit,
    choose_rules,
    current_data_set,
    current_level,
    current_rules,
    require_visit,
)
from core.text import general
from core.text import shell as text
from core.trajectories.rules import Rules, start_rules
from core.trajectories.selection import DIMENSIONS
from pages.ledger import OUT_OF_REACH
from pages.linked_area import area_choices, follow_area
from pages.linked_data import close_what_is_gone, follow_data
from pages.linked_page import follow_page, parameters_here
from pages.offered import values_in, values_of
from pages.unregistered import note_unregistered

WRITTEN: Final = "written_address"
"""Where a visit remembers the address that it wrote itself."""


@dataclass(frozen=True, slots=True)
class FilterOptions:
    """What each shared filter offers, as codes, and the names to show for them."""

    years: tuple[int, ...]
    municipality: tuple[str, ...]
    value: tuple[str, ...]
    names: Mapping[str, str]


def filter_options() -> FilterOptions:
    """List what the shared filters offer; at shared levels only values of ten persons or more."""
    visit = require_visit()
    first, last = first_and_last_year(visit.data_set, visit.rules)
    dimension = st.session_state.get("dimension") or ""
    municipalities = options_of(visit, "municipality")
    values = options_of(visit, dimension) if dimension else {}
    return FilterOptions(
        tuple(range(first, last + 1)),
        ("", *municipalities),
        tuple(values),
        municipalities | values,
    )


def offered_dimensions(level: Level) -> tuple[str, ...]:
    """List by what else people at a level choose: by provider only where they may read names."""
    named = may_name_providers(level)
    return tuple(name for name in DIMENSIONS if named or name != "provider")


def arrive(address: str) -> list[str]:
    """Follow a link once when it is new, and say in Dutch what could not be followed.

    ``address`` is that of the page: what a link says of one page is understood there only.
    """
    came = st.query_params.to_dict()
    problems = close_what_is_gone()
    if came and came != st.session_state.get(WRITTEN):
        problems += _follow(came, address)
    _forget_dead_filters()
    return problems


def keep_in_address() -> None:
    """Write the choices as they stand into the address, so that it can be shared.

    While there are none, because nothing is open, an address stays as it came.
    """
    parameters = _parameters()
    if not parameters:
        return
    if st.query_params.to_dict() != parameters:
        st.query_params.from_dict(parameters)
    st.session_state[WRITTEN] = parameters


def forget_address() -> None:
    """Take every choice out of the address."""
    st.query_params.clear()
    st.session_state.pop(WRITTEN, None)


def _parameters() -> dict[str, str]:
    """Write the choices as they stand; without declarations only those of open data."""
    chosen = area_choices()
    return parameters_of(chosen if current_data_set() is None else own_choices(chosen))


def own_choices(chosen: Choices) -> Choices:
    """Add to the choices of open data those of the declarations that are open."""
    visit = require_visit()
    selection = visit.selection
    return replace(
        chosen,
        data=visit.data_set.id,
        municipality=selection.municipality,
        first_year=selection.first_year,
        last_year=selection.last_year,
        dimension=selection.dimension,
        value=selection.value,
        rules=text_of_rules(current_rules()),
    )


def _follow(came: Mapping[str, str], address: str) -> list[str]:
    """Open what a link asks for; returns a sentence for each thing that is not there."""
    choices = choices_of(came)
    problems = [text.DEAD_VALUE] if unread(came, parameters_here(address)) else []
    problems += follow_data(choices.data)
    problems += follow_area(choices)
    if not _follow_rules(choices.rules):
        problems.append(text.DEAD_RULES)
    st.session_state[WRITTEN] = dict(came)
    problems += follow_page(address, came)
    if choices.dimension and choices.dimension not in offered_dimensions(current_level()):
        problems.append(text.NOT_AT_LEVEL)
        choices = replace(choices, dimension="", value="")
    _seed_filters(choices)
    problems += _dead_filters(choices)
    note_unregistered(asked=bool({text.DEAD_VALUE, text.DEAD_RULES}.intersection(problems)))
    return list(dict.fromkeys(problems))


def _follow_rules(words: str) -> bool:
    """Choose the rules of a link, or else the defaults; tell whether a screen offers them."""
    data_set = current_data_set()
    try:
        rules = rules_of_text(words)
    except WrongRules:
        rules = None
    followed = rules is not None and (data_set is None or _is_offered(data_set, rules))
    chosen = rules if rules is not None and followed else start_rules()
    choose_rules(chosen if data_set is None else loosened(data_set, chosen))
    return followed


def _is_offered(data_set: DataSet, rules: Rules) -> bool:
    """Tell whether a screen at this level offers rules: a rung only of forms that it may name.

    That a link with the rung of a rare form is followed would tell that somebody has that form.
    """
    if not is_possible(data_set, rules):
        return False
    level = current_level()
    if not (rules.ladder and is_shared(level)):
        return True
    try:
        named = values_in(data_set, level, "care_form", declarations_of(data_set), "declarations")
    except OUT_OF_REACH:
        return False
    return {form for form, _ in rules.ladder} <= set(named)


def _seed_filters(choices: Choices) -> None:
    """Set the filters to what a link says, before they are drawn."""
    state = st.session_state
    state["municipality"] = choices.municipality
    state["dimension"], state["value"] = choices.dimension, choices.value
    if choices.first_year:
        state[YEAR_KEYS[0]], state[YEAR_KEYS[1]] = choices.first_year, choices.last_year


def _dead_filters(choices: Choices) -> list[str]:
    """Say that a link chose something these data do not hold, once data are open."""
    if current_data_set() is None:
        return []
    options = filter_options()
    dead = (
        choices.municipality not in options.municipality
        or (choices.value and choices.value not in options.value)
        or (choices.first_year and choices.first_year not in options.years)
    )
    return [text.DEAD_VALUE] if dead else []


def _forget_dead_filters() -> None:
    """Put filters back that hold a value which these data, or this level, do not offer."""
    if current_data_set() is None:
        return
    options, state = filter_options(), st.session_state
    dimensions = ("", *offered_dimensions(current_level()))
    offered = {"municipality": options.municipality, "dimension": dimensions}
    state.update({name: "" for name, values in offered.items() if state.get(name) not in values})
    if state.get("value") not in options.value:
        state["value"] = None
    for key, year in zip(YEAR_KEYS, (options.years[0], options.years[-1]), strict=True):
        if state.get(key) not in options.years:
            state[key] = year


def options_of(visit: Visit, column: str) -> dict[str, str]:
    """Give the values of a column that a filter may offer, with their names, in order of name."""
    if column in DIMENSIONS and column not in offered_dimensions(visit.level):
        return {}
    named = {code: visit.name(column, code) for code in values_of(visit, column)}
    return dict(sorted(named.items(), key=lambda item: general.in_order(item[1])))
