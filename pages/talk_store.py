"""Talks that a visit records: in the store with their data set, or else in this visit only."""

from collections.abc import Sequence
from dataclasses import replace

import streamlit as st

from core.datasets import take_talks
from core.errors import NotStored
from core.session import OWN_TALKS, Visit, own_data_set
from core.storage.catalogue import Store
from core.storage.places import current_actor, now
from core.storage.talks import (
    FILE,
    Talk,
    add_talks,
    change_talk,
    list_talks,
    remove_talks,
    replace_list,
)
from pages.shelf import current_store, why_not_kept


def lasts(visit: Visit) -> bool:
    """Tell whether what is recorded here is kept with the data set."""
    return _store_of(visit) is not None


def talks_of(visit: Visit) -> tuple[Talk, ...]:
    """List the recorded talks of the data set that is open."""
    store = _store_of(visit)
    if store is None:
        return tuple(st.session_state.get(OWN_TALKS, ()))
    try:
        return list_talks(store, visit.data_set.id)
    except NotStored:
        return ()


def is_recorded(visit: Visit, talk: Talk) -> bool:
    """Tell whether a talk about the same client on the same day was recorded before."""
    told = (talk.client_id, talk.date)
    return any((one.client_id, one.date) == told for one in talks_of(visit))


def record_talk(visit: Visit, talk: Talk) -> None:
    """Record one talk, and judge every third start again."""
    store = _store_of(visit)
    if store is None:
        _keep_own([*talks_of(visit), talk])
    else:
        add_talks(store, visit.data_set.id, [talk], current_actor())
    _judge(visit)


def correct_talk(visit: Visit, talk: Talk) -> None:
    """Put a talk in the place of the one with its number."""
    store = _store_of(visit)
    if store is None:
        _keep_own([talk if one.number == talk.number else one for one in talks_of(visit)])
    else:
        change_talk(store, visit.data_set.id, talk, current_actor())
    _judge(visit)


def withdraw_talk(visit: Visit, number: int) -> None:
    """Remove a recorded talk for good."""
    store = _store_of(visit)
    if store is None:
        _keep_own([one for one in talks_of(visit) if one.number != number])
    else:
        remove_talks(store, visit.data_set.id, [number], current_actor())
    _judge(visit)


def take_list(visit: Visit, talks: Sequence[Talk]) -> None:
    """Put a list in the place of the list before it; what was filled in one by one stays."""
    store = _store_of(visit)
    if store is None:
        filled_in = [one for one in talks_of(visit) if one.source != FILE]
        _keep_own([*filled_in, *(replace(one, source=FILE) for one in talks)])
    else:
        replace_list(store, visit.data_set.id, talks, current_actor())
    _judge(visit)


def _store_of(visit: Visit) -> Store | None:
    """Give the store when it holds the data set that is open."""
    store = current_store()
    kept = store is not None and why_not_kept(store, visit.data_set.id) is None
    return store if kept else None


def _keep_own(talks: Sequence[Talk]) -> None:
    """Keep talks in this visit, numbered, with who recorded them and when."""
    highest = max((one.number for one in talks), default=0)
    at, actor = now(), current_actor()
    st.session_state[OWN_TALKS] = tuple(
        one
        if one.number
        else replace(one, number=highest + place, recorded_at=at, recorded_by=actor)
        for place, one in enumerate(talks, start=1)
    )


def _judge(visit: Visit) -> None:
    """Judge the triggers by all talks; the sample region is everybody's, so by a copy of it."""
    take_talks(own_data_set(visit.data_set), [one.as_row() for one in talks_of(visit)])
