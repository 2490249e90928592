"""In front of every page with numbers: whether they may stand beside what was answered before.

At the levels where numbers are exact nothing is guarded, because whoever is there has the rows.
"""

from typing import Final

import streamlit as st

from core.disclosure import is_shared
from core.links import ADDRESS_OF, Choices, parameters_of, text_of_rules
from core.session import Visit, current_data_set, current_level, current_rules, require_visit
from core.text import general, shell
from core.text import guarded as text
from pages.answered import find_forbidding
from pages.unregistered import is_unregistered, refuse_unregistered

WITHHELD: Final = "withheld"
"""Where a visit keeps, for the page that now runs, whether its numbers are withheld."""

OWN: Final = ("data", "gemeente", "periode", "regels", *ADDRESS_OF.values())
"""What a choice says in an address."""

WITHOUT_NUMBERS: Final = (shell.ADDRESSES["start"], shell.ADDRESSES["rules"])
"""Pages that can do without their numbers: where people open data and choose rules."""

NOT_BY_SELECTION: Final = (shell.ADDRESSES["data"], "privacy")
"""Pages of which no number follows a selection."""


def may_answer(address: str) -> bool:
    """Tell whether a page may run; where its numbers are withheld, say why and what to choose.

    A page that can do without them runs, and asks ``is_withheld``.
    """
    st.session_state[WITHHELD] = False
    if current_data_set() is None or not is_shared(current_level()):
        return True
    if address in NOT_BY_SELECTION:
        return True
    st.session_state[WITHHELD] = _refuse()
    return not is_withheld() or address in WITHOUT_NUMBERS


def is_withheld() -> bool:
    """Tell whether the page that now runs has to leave its numbers out."""
    return bool(st.session_state.get(WITHHELD))


def _refuse() -> bool:
    """Say why there are no numbers, if that is so."""
    if is_unregistered():
        refuse_unregistered()
        return True
    visit = require_visit()
    earlier = find_forbidding(visit)
    if earlier is not None:
        _offer(visit, earlier)
    return earlier is not None


def _offer(visit: Visit, earlier: Choices) -> None:
    is_other = earlier.data != visit.data_set.id
    st.warning(text.refusal(is_other_delivery=is_other))
    place = earlier.municipality
    words = [
        visit.name("municipality", place) if place else shell.ALL_MUNICIPALITIES,
        general.period(earlier.first_year, earlier.last_year),
        *([visit.name(earlier.dimension, earlier.value)] if earlier.value else []),
        *([text.OTHER_DELIVERY] if is_other else []),
        *([text.OTHER_RULES] if earlier.rules != text_of_rules(current_rules()) else []),
    ]
    st.button(text.earlier(words), type="primary", on_click=_go_back, args=[earlier])


def _go_back(earlier: Choices) -> None:
    """Choose what was chosen earlier, as if its link was opened; what it does not say stays."""
    said = {name: word for name, word in st.query_params.to_dict().items() if name not in OWN}
    st.query_params.from_dict(said | parameters_of(earlier))
