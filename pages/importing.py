"""An import as it goes on: begun by a button, followed by its progress, stopped when asked."""

from dataclasses import dataclass
from typing import Final, cast

import streamlit as st

from core.errors import DataError, MissingMeaning, problems_of
from core.reading.choices import ReadingChoices
from core.session import open_data_set
from core.text import kept
from core.text import uploading as text
from pages.background import Overdue, Report, Stopped, Task, begin
from pages.next_delivery import choose_next
from pages.questions import is_settled
from pages.shelf import current_store, delete_for_all, open_imported
from pages.uploads import Asked, Imported, Uploads, free, import_uploads

TASK: Final = "import_task"
ASKED: Final = "import_asked"
LAST: Final = "last_import"
TURN: Final = "upload_turn"
PROBLEM: Final = "upload_problem"
NOTICE: Final = "upload_notice"
PROGRESS: Final = "progress"
"""The name by which the style of the shell knows the progress: it never fades."""
PATIENCE_SECONDS: Final = 1.0
"""What takes no longer is simply there: nobody needs to see the progress of it."""
POLL_SECONDS: Final = 0.5


@dataclass(frozen=True, slots=True)
class Last:
    """What was imported last in this visit: the uploads, how they were read, and what they became.

    ``after`` is the data set of which they are a version, ``stored`` the data set that they
    became, when nobody had read them before this visit.
    """

    files: tuple[str, ...]
    choices: ReadingChoices
    title: str = ""
    after: str = ""
    stored: str = ""


def current_import() -> Task[Imported] | None:
    """Give the import that goes on in this visit, if any."""
    return cast("Task[Imported] | None", st.session_state.get(TASK))


def last_import(uploads: Uploads) -> Last | None:
    """Give what these same uploads became when they were read before in this visit."""
    last = cast("Last | None", st.session_state.get(LAST))
    return last if last and last.files == _ids(uploads) else None


def begin_import(uploads: Uploads, asked: Asked) -> None:
    """Begin to read files; what was said about an earlier try is forgotten."""
    for key in (PROBLEM, NOTICE):
        st.session_state.pop(key, None)
    store = current_store()

    def work(report: Report) -> Imported:
        return import_uploads(store, uploads, asked, report)

    st.session_state[ASKED] = (uploads, asked)
    st.session_state[TASK] = begin(work, PATIENCE_SECONDS)
    st.rerun()


def read_again(uploads: Uploads, choices: ReadingChoices) -> None:
    """Read the same uploads by other choices, in the place of what they became before."""
    last = last_import(uploads)
    if last is not None:
        begin_import(uploads, Asked(choices, last.title, last.after, last.stored))


def finish_import() -> None:
    """Open what an import gave once it is done, or remember what was wrong with it."""
    task = current_import()
    if task is None or not task.is_done:
        return
    del st.session_state[TASK]
    uploads, asked = cast("tuple[Uploads, Asked]", st.session_state.pop(ASKED))
    try:
        _open(task.outcome.result(), uploads, asked)
    except Overdue:
        st.session_state[NOTICE] = text.TOO_LONG
        let_go(uploads)
    except Stopped:
        st.session_state[NOTICE] = text.STOPPED
        let_go(uploads)
    except DataError as problem:
        _refuse(problem, uploads)
    else:
        st.rerun()  # so that all round the page is about these data too


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
    if task.is_stopping:
        task.stop()
    step, share = task.progress
    with st.container(border=True, key=PROGRESS):
        st.progress(share, text=text.progress(step, share))
        st.caption(text.STOPPING if task.is_stopping else text.waited(round(task.seconds)))
        st.button(
            text.STOP,
            icon=":material/stop_circle:",
            disabled=task.is_stopping,
            on_click=task.stop,
        )


def _open(imported: Imported, uploads: Uploads, asked: Asked) -> None:
    """Open what was read, and free the files unless a choice may still change how they are."""
    store, stored = current_store(), imported.stored
    own = stored is not None and (stored.is_new or stored.stored.id == asked.instead)
    st.session_state[LAST] = Last(
        _ids(uploads),
        imported.choices,
        asked.title,
        asked.after,
        stored.stored.id if stored is not None and own else "",
    )
    if imported.own is not None:
        open_data_set(imported.own)
    elif store is not None and stored is not None:
        open_imported(store, stored)
        choose_next("")
        if asked.instead not in {"", stored.stored.id}:
            delete_for_all(store, asked.instead)
        if not stored.is_new:
            st.session_state[NOTICE] = kept.already(stored.stored.imported_at)
    if is_settled(imported.delivery, imported.choices):
        let_go(uploads)


def _refuse(problem: DataError, uploads: Uploads) -> None:
    """Remember the problem, and free the files unless a choice of columns may mend them."""
    st.session_state[PROBLEM] = problem
    if any(not isinstance(single, MissingMeaning) for single in problems_of(problem)):
        let_go(uploads)


def _ids(uploads: Uploads) -> tuple[str, ...]:
    return tuple(file.file_id for file in uploads.files)
