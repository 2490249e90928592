"""Deel deze weergave: a full link with everything that decides the picture written out.

The address bar is short: what stands at its default is not in it. A link that is passed on says
all of it, so that a later default, a later month or another edition changes nothing in what it
shows. It is written when the page has run: only then its own choices are known.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final
from urllib.parse import urlencode, urlsplit

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from core.benchmark.characteristics import characteristics_of
from core.benchmark.compositions import text_of
from core.benchmark.peers import composition_for
from core.levels import USUAL, lowest_of
from core.links import Choices, parameters_of, text_of_all_rules
from core.opendata.shelf import Shelf, name_of
from core.session import (
    OpenVisit,
    Visit,
    current_data_set,
    current_rules,
    is_sample,
    open_visit,
    remembered,
    require_visit,
)
from core.text import general, opendata, shell
from core.text import sharing as text
from core.trajectories.calendar import date_of
from pages.address import options_of, own_choices
from pages.linked_page import page_words
from pages.shelf import current_store, kept_now

OPEN_PAGES: Final = tuple(
    shell.ADDRESSES[name]
    for name in ("municipality", "comparison", "expected", "districts", "referrers")
)
"""Pages with figures of open data, of which a link fixes region, group and edition."""


def show_share(place: DeltaGenerator, address: str) -> None:
    """Offer the link of the view that stands on the page now; nothing where nothing is chosen."""
    choices = frozen_choices(address)
    if choices == Choices():
        return
    with place, st.popover(shell.SHARE, icon=":material/share:"):
        st.markdown(text.held(_held(choices, page_words(address))))
        st.code(full_link(address, choices), language=None)
        st.caption(f"{text.WHO} {text.ELSEWHERE if _is_of_this_visit() else ''}")
        st.caption(f"{text.NEWER if choices.data else ''} {text.NEVER}")


def full_link(address: str, choices: Choices) -> str:
    """Write the link of a page with all that decides its picture."""
    here = urlsplit(st.context.url or "")
    server = f"{here.scheme}://{here.netloc}" if here.netloc else ""
    return f"{server}/{address}?{urlencode(parameters_of(choices) | page_words(address))}"


def frozen_choices(address: str) -> Choices:
    """Give the choices as they stand, with everything written out that defaults left open."""
    chosen = _of_open_data(open_visit()) if address in OPEN_PAGES else Choices()
    if current_data_set() is None:
        return chosen
    visit = require_visit()
    forms = remembered(visit, "named_forms", lambda: _named_forms(visit))
    rules = text_of_all_rules(current_rules(), visit.rules, forms)
    return replace(own_choices(chosen), rules=rules)


def _named_forms(visit: Visit) -> tuple[str, ...]:
    """List the care forms that a table may name: a link leaves the house, at any level."""
    at_table = replace(visit, level=lowest_of(visit.level, [USUAL]))
    return tuple(options_of(at_table, "care_form"))


def _of_open_data(visit: OpenVisit) -> Choices:
    if not visit.area:
        return Choices()
    peers = _group_of(visit.shelf, visit.area, visit.peers)
    return Choices(area=visit.area, peers=peers, edition=visit.shelf.edition)


def _group_of(shelf: Shelf, area: str, words: str) -> str:
    """Write how the group is composed, also where it is the one with which everybody starts."""
    characteristics = characteristics_of(shelf)
    if area not in characteristics.index:
        return words
    return text_of(composition_for(characteristics, area, words))


def _held(choices: Choices, words: dict[str, str]) -> Sequence[str]:
    visit = require_visit() if choices.data else None
    return [
        *(_of_data(visit) if visit else ()),
        *(_of_area(choices) if choices.area else ()),
        *([text.PAGE] if words else ()),
    ]


def _of_data(visit: Visit) -> Sequence[str]:
    selection = visit.selection
    place, dimension = selection.municipality, selection.dimension
    chosen = [visit.name("municipality", place)] if place else []
    if dimension:
        value = visit.name(dimension, selection.value)
        chosen.append(f"{shell.DIMENSION_NAMES[dimension]} {value}")
    return [
        text.DATA.format(title=visit.data_set.title),
        text.PERIOD.format(years=visit.years),
        *([text.CHOSEN.format(chosen=general.listed(chosen))] if chosen else []),
        text.RULES.format(day=general.day(date_of(visit.rules.as_of))),
    ]


def _of_area(choices: Choices) -> Sequence[str]:
    shelf = open_visit().shelf
    return [
        text.AREA.format(area=name_of(shelf, choices.area)),
        text.EDITION.format(edition=opendata.edition_name(choices.edition)),
    ]


def _is_of_this_visit() -> bool:
    """Tell whether the data that are open exist in this visit only."""
    data_set, store = current_data_set(), current_store()
    if data_set is None or is_sample(data_set):
        return False
    return store is None or kept_now(store) is None
