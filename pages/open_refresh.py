"""Refreshing open data from a page: a button, progress while other pages work, and the outcome."""

from datetime import UTC, datetime
from typing import Final, cast

import streamlit as st

from core.errors import DataError, StoreTrouble
from core.opendata.command import refresh_into
from core.opendata.editions import folder_of, known_shelves
from core.opendata.publications import next_publication
from core.opendata.refreshing import Outcome
from core.opendata.shelf import Shelf
from core.session import EDITION, current_level
from core.storage.places import places_of
from core.text import opendata as words
from core.text import refreshing as text
from core.text.errors import explain
from pages.background import Overdue, Report, Stopped, Task, begin

TASK: Final = "refresh_task"
SAID: Final = "said_about_refresh"
PROGRESS: Final = "progress"
"""The name by which the style of the shell knows the progress: it never fades."""
POLL_SECONDS: Final = 1.0
MOST_SECONDS: Final = 2 * 60 * 60.0
ONLOOKERS: Final = ("openbaar", "raad")
"""Levels of whom a server asks nothing of others."""


def show_refresh(shelf: Shelf) -> None:
    """Show which edition is in use, the choice of another, and the button that fetches anew."""
    _choose_edition(shelf)
    st.caption(text.coming(next_publication(datetime.now(UTC).date())))
    if current_level() in ONLOOKERS:
        st.caption(text.NOT_HERE)
        return
    st.markdown(text.ASK)
    busy = current_refresh() is not None
    st.button(text.START, icon=":material/sync:", disabled=busy, on_click=_begin)


def follow_refresh() -> None:
    """Show how far a refresh is, or what came of it; nothing when there was none."""
    _finish()
    if said := st.session_state.pop(SAID, None):
        st.info(said)
    if current_refresh() is not None:
        _show_progress()


def current_refresh() -> Task[Outcome] | None:
    """Give the refresh that goes on in this visit, if any."""
    return cast("Task[Outcome] | None", st.session_state.get(TASK))


def _choose_edition(shelf: Shelf) -> None:
    """Let a visitor choose between the editions on this machine, when there are more."""
    names = {one.edition: words.edition_name(one.edition) for one in known_shelves()}
    if len(names) == 1:
        st.markdown(text.in_use(names[shelf.edition]))
        return
    chosen = st.selectbox(
        text.USE_WHICH,
        names,
        index=list(names).index(shelf.edition),
        format_func=lambda edition: names[edition],
        width=420,
    )
    if chosen != shelf.edition:
        st.session_state[EDITION] = chosen
        st.rerun()


def _begin() -> None:
    try:
        folder = folder_of(places_of().home)
    except StoreTrouble as trouble:
        st.session_state[SAID] = explain(trouble)
        return

    def work(report: Report) -> Outcome:
        return refresh_into(folder, report)

    st.session_state[TASK] = begin(work, most_seconds=MOST_SECONDS)


@st.fragment(run_every=POLL_SECONDS)
def _show_progress() -> None:
    """Show how far the refresh is, with the button that stops it; look again every second."""
    task = current_refresh()
    if task is None or task.is_done:
        st.rerun()
        return
    step, share = task.progress
    with st.container(border=True, key=f"{PROGRESS}_refresh"):
        st.progress(share, text=text.progress(step))
        if task.is_stopping:
            st.caption(text.STOPPING)
        stopping = task.is_stopping
        st.button(text.STOP, icon=":material/stop_circle:", disabled=stopping, on_click=task.stop)


def _finish() -> None:
    """Use what a refresh brought once it is done, or remember what was wrong with it."""
    task = current_refresh()
    if task is None or not task.is_done:
        return
    del st.session_state[TASK]
    try:
        outcome = task.outcome.result()
    except Overdue:
        st.session_state[SAID] = text.TOO_LONG
    except Stopped:
        st.session_state[SAID] = text.STOPPED
    except DataError as problem:
        st.session_state[SAID] = explain(problem)
    else:
        shelf = outcome.shelf
        st.session_state[EDITION] = shelf.edition
        st.session_state[SAID] = text.done(shelf.edition, len(outcome.sources), len(outcome.absent))
        st.rerun()  # so that all round the page is about these figures too
