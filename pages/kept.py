"""The list of data sets that are kept: open one, read a next delivery of it, or delete it."""

from typing import Final

import streamlit as st

from core.errors import NotStored, StoreTrouble
from core.session import close_data_set, current_data_set, open_sample_region
from core.storage.catalogue import Store
from core.storage.records import Stored, list_stored
from core.storage.shown import rows_of_stored, side_by_side
from core.text import kept as text
from core.text.errors import explain
from pages.agenda import ARROW
from pages.importing import NOTICE
from pages.next_delivery import choose_next
from pages.shelf import about_all, current_store, delete_for_all, open_kept, trouble_with_store
from pages.skeleton import show_numbers

DOOMED: Final = "data_set_to_delete"
SAID: Final = "said_about_kept"
SERIES: Final = "kept_series"
VERSION: Final = "kept_version"
FOLLOWED: Final = "followed_open"


def show_kept(fewest: int) -> None:
    """Show what is kept, newest first; with ``fewest`` above 0 on a shared screen."""
    st.subheader(text.TITLE)
    if said := st.session_state.pop(SAID, None):
        st.success(said)
    store = current_store()
    if store is None:
        trouble = trouble_with_store()
        st.warning(f"{text.NOT_KEPT} {explain(trouble) if trouble else ''}")
        return
    listed = list_stored(store)
    if listed:
        _show_list(store, listed, fewest)
    else:
        _show_empty()


def _show_empty() -> None:
    if current_data_set() is not None:
        st.markdown(text.EMPTY_BESIDE_SAMPLE)
        return
    st.markdown(text.EMPTY)
    if st.button(text.OPEN_SAMPLE, icon=ARROW):
        with st.spinner(text.OPENING):
            open_sample_region()
        st.rerun()


def _show_list(store: Store, listed: tuple[Stored, ...], fewest: int) -> None:
    newest = tuple({one.series: one for one in reversed(listed)}.values())[::-1]
    show_numbers(rows_of_stored(newest, about_all(store, newest), fewest), text.TITLE)
    _follow_open(listed)
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = _choose(listed, newest)
        _show_buttons(store, chosen)
    versions = _versions(listed, chosen.series)
    if len(versions) > 1:
        with st.expander(text.SIDE_BY_SIDE):
            show_numbers(side_by_side(versions, about_all(store, versions), fewest), chosen.title)
    if st.session_state.get(DOOMED) == chosen.id:
        _ask_delete(store, chosen)


def _choose(listed: tuple[Stored, ...], newest: tuple[Stored, ...]) -> Stored:
    """Choose a data set, and one of its deliveries where there are more."""
    titles = {one.series: text.named(one.title, one.imported_at) for one in newest}
    series = st.selectbox(
        text.WHICH, titles, format_func=lambda one: titles[one], width=420, key=SERIES
    )
    versions = _versions(listed, series)
    if len(versions) == 1:
        return versions[0]
    names = {one.id: text.delivered(one.version, newest=one == versions[0]) for one in versions}
    identity = st.selectbox(
        text.WHICH_VERSION,
        names,
        format_func=lambda one: names[one],
        width=200,
        key=f"{VERSION}_{series}",
    )
    return next(one for one in versions if one.id == identity)


def _follow_open(listed: tuple[Stored, ...]) -> None:
    """Choose what is open, each time that something else was opened."""
    data_set, state = current_data_set(), st.session_state
    opened = next((one for one in listed if data_set and one.id == data_set.id), None)
    if opened is not None and state.get(FOLLOWED) != opened.id:
        state[FOLLOWED] = opened.id
        state[SERIES], state[f"{VERSION}_{opened.series}"] = opened.series, opened.id


def _versions(listed: tuple[Stored, ...], series: str) -> tuple[Stored, ...]:
    """Give the deliveries of a data set, the newest first."""
    return tuple(one for one in listed if one.series == series)


def _show_buttons(store: Store, chosen: Stored) -> None:
    is_open = _is_open(chosen)
    label = text.IS_OPEN if is_open else text.OPEN
    if st.button(label, type="primary", disabled=is_open, key="open_kept"):
        _open(store, chosen)
    st.button(text.NEXT_DELIVERY, on_click=choose_next, args=(chosen.id,))
    st.button(text.DELETE, on_click=_doom, args=(chosen.id,), icon=":material/delete:")


def _ask_delete(store: Store, chosen: Stored) -> None:
    with st.container(border=True):
        st.warning(text.ask_delete(chosen.title, chosen.version, is_open=_is_open(chosen)))
        with st.container(horizontal=True):
            st.button(text.NO_DELETE, on_click=_doom, args=("",))
            if st.button(text.YES_DELETE, type="primary"):
                _delete(store, chosen)


def _open(store: Store, chosen: Stored) -> None:
    try:
        open_kept(store, chosen.id)
        st.session_state.pop(NOTICE, None)
    except (NotStored, StoreTrouble) as problem:
        st.error(explain(problem))
    else:
        st.rerun()


def _delete(store: Store, chosen: Stored) -> None:
    """Delete for good; who has it open sees it close."""
    try:
        delete_for_all(store, chosen.id)
    except (NotStored, StoreTrouble) as problem:
        st.error(explain(problem))
        return
    if _is_open(chosen):
        close_data_set()
    st.session_state[SAID] = text.deleted(chosen.title)
    _doom("")
    choose_next("")
    st.rerun()


def _is_open(stored: Stored) -> bool:
    data_set = current_data_set()
    return data_set is not None and data_set.id == stored.id


def _doom(identity: str) -> None:
    st.session_state[DOOMED] = identity
