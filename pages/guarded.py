"""In front of every page with numbers: whether they may stand beside what was answered before.

At the levels where numbers are exact nothing is guarded, because whoever is there has the rows.
"""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from typing import Final

import streamlit as st

from core.disclosure import is_shared
from core.errors import DataError
from core.links import ADDRESS_OF, Choices, parameters_of, text_of_rules
from core.session import Visit, current_data_set, current_level, current_rules, require_visit
from core.text import general, shell
from core.text import guarded as text
from core.text.errors import explain
from core.trajectories.selection import Selection
from pages.agenda import ARROW, SCRIPTS
from pages.answered import (
    choices_in,
    ever_of,
    everything,
    find_forbidding,
    may_stand,
    whole_of,
)
from pages.ledger import OUT_OF_REACH
from pages.unregistered import is_unregistered, refuse_unregistered

REFUSAL: Final = "refusal"
"""Where a visit keeps, for the page that now runs, what says why its numbers are withheld."""

CAN_GO_ON: Final = "can_go_on"
"""Where a visit keeps whether the page that now runs can do without its numbers."""

OWN: Final = ("data", "gemeente", "periode", "regels", *ADDRESS_OF.values())
"""What a choice says in an address."""

WITHOUT_NUMBERS: Final = (shell.ADDRESSES["start"], shell.ADDRESSES["rules"])
"""Pages that can do without their numbers: where people open data and choose rules."""

NOT_BY_SELECTION: Final = (shell.ADDRESSES["data"], "privacy")
"""Pages of which no number follows a selection."""

WHOLE: Final = (shell.ADDRESSES["quality"],)
"""Pages that tell of the delivery as a whole beside the selection."""

EVER: Final = (shell.ADDRESSES["chains"], shell.ADDRESSES["triggers"])
"""Pages that tell of today or of all care, whatever the years that are chosen."""


def judge_page(address: str) -> None:
    """Judge the numbers of a page before it runs."""
    st.session_state[CAN_GO_ON] = address in WITHOUT_NUMBERS
    guarded = current_data_set() is not None and is_shared(current_level())
    is_free = not guarded or address in NOT_BY_SELECTION
    st.session_state[REFUSAL] = None if is_free else _refusal(address)


def is_withheld() -> bool:
    """Tell whether the page that now runs has to leave its numbers out."""
    return bool(st.session_state.get(REFUSAL))


def stop_if_withheld() -> None:
    """Say why a page has no numbers and what to choose, and stop it if it is nothing without."""
    if is_withheld():
        st.session_state[REFUSAL]()
        if not st.session_state[CAN_GO_ON]:
            st.stop()


def _refusal(address: str) -> Callable[[], None] | None:
    """Give what says why there are no numbers; None when there are."""
    if is_unregistered():
        return refuse_unregistered
    visit = require_visit()
    for asked in _asked(visit, address):
        try:
            earlier = find_forbidding(asked)
        except OUT_OF_REACH as problem:
            return partial(_tell, problem)
        if earlier:
            if not _comes_back(asked, earlier, address):
                return partial(_offer, asked, earlier)
            words = text.WHOLE_TOO_NEAR if address in WHOLE else text.EVER_TOO_NEAR
            return partial(_offer_elsewhere, asked, earlier, words)
    return None


def _comes_back(asked: Visit, earlier: Choices, address: str) -> bool:
    """Tell whether a page that went back to an earlier choice would ask the same once more."""
    same, back = choices_in(asked), _selection_of(earlier)
    is_same_data = (earlier.data, earlier.rules) == (same.data, same.rules)
    if not is_same_data or back == asked.selection:
        return False
    again = _asked(replace(asked, selection=back), address)
    return asked.selection in [one.selection for one in again]


def _asked(visit: Visit, address: str) -> list[Visit]:
    """List what a page tells of, the widest first: a narrower one has a way back to it."""
    whole = [whole_of(visit)] if address in WHOLE else []
    ever = [ever_of(visit)] if address in EVER else []
    return [*whole, *ever, visit]


def _tell(problem: DataError) -> None:
    """Say that nobody can tell what was answered before, and why."""
    st.warning(f"{text.OUT_OF_REACH} {explain(problem)}")
    st.button(text.AGAIN, type="primary")


def _offer(visit: Visit, earlier: Choices) -> None:
    """Offer the earlier choice, and all years where those may be answered."""
    asked, whole = choices_in(visit), everything(visit)
    every_year = replace(asked, first_year=whole.first_year, last_year=whole.last_year)
    st.warning(
        text.refusal(
            is_other_delivery=earlier.data != asked.data,
            is_other_rules=replace(earlier, rules=asked.rules) == asked,
        )
    )
    with st.container(horizontal=True):
        back = text.earlier(_words(visit, earlier))
        st.button(back, type="primary", on_click=_go_back, args=[earlier])
        is_new = every_year not in (asked, earlier)
        if is_new and may_stand(ever_of(visit)):
            st.button(text.EVERY_YEAR, on_click=_go_back, args=[every_year])


def _offer_elsewhere(visit: Visit, earlier: Choices, why: str) -> None:
    """Say why a page would refuse the earlier choice too, and link to where that has numbers."""
    st.warning(why)
    label = text.elsewhere(_words(visit, earlier))
    st.page_link(SCRIPTS["start"], label=label, icon=ARROW, query_params=parameters_of(earlier))


def _selection_of(choices: Choices) -> Selection:
    """Read the selection in a choice that was answered earlier."""
    return Selection(
        first_year=choices.first_year,
        last_year=choices.last_year,
        municipality=choices.municipality,
        dimension=choices.dimension,
        value=choices.value,
    )


def _words(visit: Visit, earlier: Choices) -> list[str]:
    """Say what is in an earlier choice."""
    place = earlier.municipality
    return [
        visit.name("municipality", place) if place else shell.ALL_MUNICIPALITIES,
        general.period(earlier.first_year, earlier.last_year),
        *([visit.name(earlier.dimension, earlier.value)] if earlier.value else []),
        *([text.OTHER_DELIVERY] if earlier.data != visit.data_set.id else []),
        *([text.OTHER_RULES] if earlier.rules != text_of_rules(current_rules()) else []),
    ]


def _go_back(earlier: Choices) -> None:
    """Choose what was chosen earlier, as if its link was opened; what it does not say stays."""
    said = {name: word for name, word in st.query_params.to_dict().items() if name not in OWN}
    st.query_params.from_dict(said | parameters_of(earlier))
