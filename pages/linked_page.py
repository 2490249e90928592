"""What a link says of one page: its open part and the other choices that decide its picture.

They are set before the page runs. Each field takes only what it offers at this level, so that a
link never shows more than a visitor could have chosen; what it did not take is told afterwards.
"""

from collections.abc import Mapping, Sequence
from typing import Final

import streamlit as st

from core.choice_words import read_word, word_of
from core.disclosure import may_name_providers
from core.page_choices import PageChoice, choices_on
from core.sequences.odds import AGES
from core.session import current_level
from core.text import (
    chains,
    comparison,
    decomposition,
    districts,
    expected,
    municipality,
    odds,
    providers,
    quality,
    referrers,
    spending,
    stacking,
    steps,
    triggers,
)
from core.text import shell as text

PLACES: Final[Mapping[str, Sequence[object]]] = {
    "chains_tab": tuple(chains.TABS.values()),
    "stacking_tab": tuple(stacking.TABS.values()),
    "steps_tab": tuple(steps.TABS.values()),
    "triggers_tab": tuple(triggers.TABS.values()),
    "municipality_tab": municipality.TABS,
    "comparison_tab": tuple(comparison.TABS.values()),
    "expected_part": expected.TABS,
    "districts_tab": tuple(districts.TABS.values()),
    "referrers_tab": referrers.TABS,
    "providers_tab": tuple(providers.TABS.values()),
    "quality_tab": quality.TABS,
    "odds_alike": (
        *((None, None), *((age, None) for age in AGES)),
        *((None, referrer) for referrer in odds.REFERRERS),
    ),
    "spending_way": spending.WAYS,
    "difference_way": (decomposition.YEARS, decomposition.GROUP, decomposition.OWN),
}
"""What stands in the list of a page, in the order of the words of its choice."""

ASKED: Final = "asked_of_page"
"""Where a visit keeps what the link it followed asked of the page, until that has run."""


def parameters_here(address: str) -> tuple[str, ...]:
    """List the parameters that the page with an address knows."""
    return tuple(choice.parameter for choice in choices_on(address))


def page_words(address: str) -> dict[str, str]:
    """Write the choices of the page that has just run as parameters."""
    state = st.session_state
    words = {
        choice.parameter: word_of(choice, state[_key(choice)], PLACES.get(choice.key, ()))
        for choice in choices_on(address)
        if _key(choice) in state
    }
    return {parameter: word for parameter, word in words.items() if word}


def follow_page(address: str, came: Mapping[str, str]) -> list[str]:
    """Set what a link asks of its page; returns a sentence for what nobody can choose here."""
    asked: dict[str, object] = {}
    refused = False
    for choice in choices_on(address):
        word = came.get(choice.parameter, "")
        value = read_word(choice, word, PLACES.get(choice.key, ()))
        if value is None or not _is_allowed(choice):
            refused = refused or bool(word)
            continue
        st.session_state[_key(choice)] = asked[_key(choice)] = value
    st.session_state[ASKED] = asked
    return [text.DEAD_CHOICE] if refused else []


def untaken() -> list[str]:
    """Say, once the page has run, that a field did not take what the link asked of it."""
    asked, state = st.session_state.pop(ASKED, {}), st.session_state
    dropped = [key for key, value in asked.items() if key in state and state[key] != value]
    return [text.DEAD_CHOICE] if dropped else []


def _key(choice: PageChoice) -> str:
    """Give where the session keeps a choice; the help of a mirror is kept for each provider."""
    return choice.key.format(mirror_provider=st.session_state.get("mirror_provider", ""))


def _is_allowed(choice: PageChoice) -> bool:
    """Tell whether people at this level may make a choice: not of a provider without a name."""
    return "provider" not in choice.kind or may_name_providers(current_level())
