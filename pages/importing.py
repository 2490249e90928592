"""An import as it goes on: begun by a button, followed by its progress, stopped when asked."""

from collections.abc import Callable
from typing import Final, cast

import streamlit as st

from core.datasets import DataSet
from core.errors import DataError, MissingMeaning, problems_of
from core.reading.shown import uncertain
from core.session import open_data_set
from core.text import uploading as text
from pages.background import Report, Stopped, Task, begin
from pages.uploads import Uploads, free

TASK: Final = "import_task"
UPLOADS: Final = "import_uploads"
TURN: Final = "upload_turn"
PROBLEM: Final = "upload_problem"
NOTICE: Final = "upload_notice"
PATIENCE_SECONDS: Final = 1.0
"""What takes no longer is simply there: nobody needs to see the progress of it."""
POLL_SECONDS: Final = 0.5


def current_import() -> Task[DataSet] | None:
    """Give the import that goes on in this visit, if any."""
    return cast("Task[DataSet] | None", st.session_state.get(TASK))


def begin_import(uploads: Uploads, work: Callable[[Report], DataSet]) -> None:
    """Begin to read files; what was said about an earlier try is forgotten."""
    for key in (PROBLEM, NOTICE):
        st.session_state.pop(key, None)
    st.session_state[UPLOADS] = uploads
    st.session_state[TASK] = begin(work, PATIENCE_SECONDS)
    st.rerun()


def finish_import() -> None:
    """Open what an import gave once it is done, or remember what was wrong with it."""
    task = current_import()
    if task is None or not task.is_done:
        return
    del st.session_state[TASK]
    uploads = cast("Uploads", st.session_state.pop(UPLOADS))
    try:
        _open(task.outcome.result(), uploads)
    except Stopped:
        st.session_state[NOTICE] = text.STOPPED
    except DataError as problem:
        _refuse(problem, uploads)


def _open(data_set: DataSet, uploads: Uploads) -> None:
    """Open what was read, and free the files unless a column still has to be judged."""
    open_data_set(data_set)
    if not uncertain(data_set.delivery.mappings):
        let_go(uploads)


def _refuse(problem: DataError, uploads: Uploads) -> None:
    """Remember the problem, and free the files unless a choice of columns may mend them."""
    st.session_state[PROBLEM] = problem
    if any(not isinstance(single, MissingMeaning) for single in problems_of(problem)):
        let_go(uploads)


def let_go(uploads: Uploads) -> None:
    """Free the files and empty the fields."""
    free(uploads)
    st.session_state[TURN] = st.session_state.get(TURN, 0) + 1


@st.fragment(run_every=POLL_SECONDS)
def show_progress() -> None:
    """Show how far the import is, with the button that stops it; look again twice a second."""
    task = current_import()
    if task is None or task.is_done:
        st.rerun()
        return
    step, share = task.progress
    st.progress(share, text=text.progress(step, share))
    st.caption(text.STOPPING if task.stop.is_set() else text.waited(round(task.seconds)))
    st.button(
        text.STOP,
        icon=":material/stop_circle:",
        disabled=task.stop.is_set(),
        on_click=task.stop.set,
    )
