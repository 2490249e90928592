"""The store as this server has it open, and the stored data sets that visitors look at."""

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from functools import partial
from typing import Final

import streamlit as st

from core.datasets import DataSet
from core.disclosure import Level
from core.errors import NotStored, StoreTrouble
from core.session import current_data_set, current_level, open_data_set
from core.storage.about import About, look_about
from core.storage.arriving import clean_leftovers
from core.storage.catalogue import Store, record
from core.storage.deleting import delete_everything, delete_expired, delete_stored
from core.storage.importing import ImportOutcome
from core.storage.log import Event
from core.storage.migrating import open_store
from core.storage.places import Places, current_actor, places_of
from core.storage.records import Stored, find_stored, list_versions
from core.storage.stored import open_stored
from core.text import kept as text

MOST_OPEN: Final = 8
"""Stored data sets that stay open at once, for all visitors; the one not used longest leaves."""
MOST_KNOWN: Final = 1_000


def current_store() -> Store | None:
    """Give the store; None where nothing can be kept, and then all is gone with the visit."""
    return None if trouble_with_store() else _shared_store()


def trouble_with_store() -> StoreTrouble | None:
    """Say what is wrong where nothing can be kept."""
    try:
        _tidy(_shared_store(), str(_shared_store().places.home), datetime.now(UTC).date())
    except StoreTrouble as trouble:
        return trouble
    return None


def open_kept(store: Store, identity: str) -> Stored:
    """Open a stored data set in this visit, and note it. Raises ``NotStored`` that says why not."""
    stored = find_stored(store, identity)
    open_data_set(_opened(store, str(store.places.home), identity))
    record(store, Event(current_actor(), "open", identity))
    return stored


def note_export(view: str, written: str) -> None:
    """Note in the log that something left the app: which view of which data, in which format."""
    exports_noted()(view, written)


def exports_noted() -> Callable[[str, str], None]:
    """Give what notes an export of this visit later on, also away from its page."""
    data_set = current_data_set()
    identity = data_set.id if data_set else ""
    return partial(_note_export, current_store(), identity, current_level())


def _note_export(store: Store | None, identity: str, level: Level, view: str, written: str) -> None:
    if store is not None:
        known = identity if why_not_kept(store, identity) is None else ""
        details = {"view": view, "format": written, "level": level}
        record(store, Event(current_actor(), "export", known, details=details))


def opened(store: Store, identity: str) -> DataSet:
    """Open a stored data set beside the one of this visit. Raises ``NotStored``."""
    return _opened(store, str(store.places.home), identity)


def open_imported(store: Store, outcome: ImportOutcome) -> None:
    """Open what was just read; only in this visit its columns have examples to judge them by."""
    shared = _opened(store, str(store.places.home), outcome.stored.id)
    open_data_set(replace(shared, delivery=outcome.delivery))


def delete_for_all(store: Store, identity: str) -> Stored:
    """Delete a stored data set; whoever has it open sees it close at the next thing they do."""
    stored = delete_stored(store, identity, current_actor())
    _opened.clear(store, str(store.places.home), identity)
    return stored


def wipe_all(store: Store) -> int:
    """Delete all that is kept and all that is remembered; gives the number of data sets."""
    number = delete_everything(store, current_actor())
    _opened.clear()
    _about.clear()
    return number


def kept_now(store: Store) -> Stored | None:
    """Give the data set of this visit as the store knows it; None when it was never stored."""
    data_set = current_data_set()
    try:
        return find_stored(store, data_set.id) if data_set else None
    except NotStored:
        return None


def why_not_kept(store: Store, identity: str) -> NotStored | None:
    """Say why a data set is not kept here; None when it is."""
    try:
        find_stored(store, identity)
    except NotStored as problem:
        return problem
    return None


def why_gone(store: Store, identity: str) -> NotStored | None:
    """Say why a data set that was kept here is no longer; None when it is, or never was."""
    problem = why_not_kept(store, identity)
    return problem if problem is not None and problem.reason != "never" else None


def newest_of(store: Store, series: str) -> Stored | None:
    """Give the newest version of a data set; None when there is no version any more."""
    versions = list_versions(store, series)
    return versions[-1] if versions else None


def kept_about(data_set: DataSet) -> tuple[str, ...]:
    """Give the sides that delivered a stored data set; none for one that is not stored."""
    store = current_store()
    if store is None or why_not_kept(store, data_set.id) is not None:
        return ()
    return _about(store, str(store.places.home), data_set.id).sides


def about_all(store: Store, listed: tuple[Stored, ...]) -> tuple[About, ...]:
    """Look in each stored data set, once for all visitors."""
    return tuple(_about(store, str(store.places.home), one.id) for one in listed)


def _shared_store() -> Store:
    return _open_store(places_of())


@st.cache_resource(show_spinner=False, max_entries=MOST_OPEN, hash_funcs={Places: repr})
def _open_store(places: Places) -> Store:
    return open_store(places)


@st.cache_resource(show_spinner=False, max_entries=MOST_OPEN)
def _tidy(_store: Store, home: str, today: date) -> str:
    """Once a day: remove what dead imports left, and the data sets whose time has come."""
    clean_leftovers(_store, current_actor())
    delete_expired(_store, today, current_actor())
    return home


@st.cache_resource(show_spinner=False, max_entries=MOST_OPEN)
def _opened(_store: Store, home: str, identity: str) -> DataSet:
    """Open a stored data set once for all visitors; ``home`` tells stores of one server apart."""
    del home
    stored = find_stored(_store, identity)
    return replace(open_stored(_store, identity), title=text.titled(stored.title, stored.version))


@st.cache_resource(show_spinner=False, max_entries=MOST_KNOWN)
def _about(_store: Store, home: str, identity: str) -> About:
    del home
    return look_about(_store, identity)
