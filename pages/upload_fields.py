"""The fields for files, and the way from an upload to an open data set."""

from typing import Final

import streamlit as st

from core.datasets import DataSet
from core.errors import DataError, IdentifyingData, MissingMeaning, problems_of
from core.reading.shown import uncertain
from core.session import current_data_set, open_data_set
from core.text import data as text
from core.text.errors import explain_all
from pages.mapping import ENCRYPTED, ask_missing, ask_uncertain, chosen_so_far
from pages.uploads import Uploads, free, read_uploads

TURN: Final = "upload_turn"
PROBLEM: Final = "upload_problem"


def show_upload() -> None:
    """Ask for files and read them; what is wrong stands below, one sentence a problem."""
    uploads = _ask_files()
    st.radio(text.ENCRYPTED, (text.NO, text.YES), key=ENCRYPTED, horizontal=True)
    problem = st.session_state.get(PROBLEM)
    if problem is not None:
        _explain(problem)
    label = text.READ_AGAIN if problem is not None else text.READ
    if st.button(label, type="primary", disabled=not uploads.files):
        _read(uploads)
    data_set = current_data_set()
    if uploads.files and data_set is not None and uncertain(data_set.delivery.mappings):
        st.warning(text.GUESSES)
        ask_uncertain(data_set.delivery.mappings)
        st.button(text.COLUMNS_RIGHT, on_click=_let_go, args=(uploads,))
    st.caption(text.STAYS_HERE)


def _ask_files() -> Uploads:
    turn = st.session_state.get(TURN, 0)
    files = st.file_uploader(text.FILES, accept_multiple_files=True, key=f"files_{turn}")
    st.caption(text.FILES_HELP)
    with st.expander(text.MORE_FILES):
        names = st.file_uploader(text.NAMES, key=f"names_{turn}")
        talks = st.file_uploader(text.EVALUATIONS, key=f"talks_{turn}")
    return Uploads(tuple(files), names, talks)


def _explain(problem: DataError) -> None:
    for sentence in explain_all(problem):
        st.error(sentence)
    if any(isinstance(single, IdentifyingData) for single in problems_of(problem)):
        st.info(text.RAW_MESSAGES)
    ask_missing(problem)


def _read(uploads: Uploads) -> None:
    """Read and open the files; a file that may be mended by a choice of columns is kept so long."""
    st.session_state.pop(PROBLEM, None)
    bar = st.progress(0.0, text=text.reading(""))

    def report(step: str, share: float) -> None:
        bar.progress(min(share, 1.0), text=text.reading(step))

    try:
        data_set = read_uploads(uploads, chosen_so_far(), report)
    except DataError as problem:
        st.session_state[PROBLEM] = problem
        if any(not isinstance(single, MissingMeaning) for single in problems_of(problem)):
            _let_go(uploads)
    else:
        _open(data_set, uploads)
    st.rerun()


def _open(data_set: DataSet, uploads: Uploads) -> None:
    """Open what was read, and free the files unless a column still has to be judged."""
    open_data_set(data_set)
    if not uncertain(data_set.delivery.mappings):
        _let_go(uploads)


def _let_go(uploads: Uploads) -> None:
    """Free the files and empty the fields."""
    free(uploads)
    st.session_state[TURN] = st.session_state.get(TURN, 0) + 1
