"""The fields for files and for what their owner knows about them."""

import streamlit as st

from core.errors import DataError, IdentifyingData, problems_of
from core.reading.shown import uncertain
from core.session import current_data_set
from core.text import data as text
from core.text.errors import explain_all
from pages.importing import (
    NOTICE,
    PROBLEM,
    TURN,
    begin_import,
    current_import,
    let_go,
    show_progress,
)
from pages.mapping import ENCRYPTED, ask_missing, ask_uncertain, chosen_so_far
from pages.sides import ask_sides
from pages.uploads import Uploads, names_of, read_uploads


def show_upload() -> None:
    """Ask for files and read them; what is wrong stands below, one sentence a problem."""
    busy = current_import() is not None
    uploads = _ask_files(busy=busy)
    sides = ask_sides(names_of(uploads))
    st.radio(text.ENCRYPTED, (text.NO, text.YES), key=ENCRYPTED, horizontal=True, disabled=busy)
    _show_outcome()
    if busy:
        show_progress()
        return
    label = text.READ_AGAIN if PROBLEM in st.session_state else text.READ
    if st.button(label, type="primary", disabled=not uploads.files):
        choices = chosen_so_far(sides)
        begin_import(uploads, lambda report: read_uploads(uploads, choices, report))
    _show_guesses(uploads)
    st.caption(text.STAYS_HERE)


def _ask_files(*, busy: bool) -> Uploads:
    turn = st.session_state.get(TURN, 0)
    files = st.file_uploader(
        text.FILES, accept_multiple_files=True, key=f"files_{turn}", disabled=busy
    )
    st.caption(text.FILES_HELP)
    with st.expander(text.MORE_FILES):
        names = st.file_uploader(text.NAMES, key=f"names_{turn}", disabled=busy)
        talks = st.file_uploader(text.EVALUATIONS, key=f"talks_{turn}", disabled=busy)
    return Uploads(tuple(files), names, talks)


def _show_outcome() -> None:
    """Say how the last try ended, when it gave no data set."""
    if notice := st.session_state.get(NOTICE):
        st.info(notice)
    if problem := st.session_state.get(PROBLEM):
        _explain(problem)


def _explain(problem: DataError) -> None:
    for sentence in explain_all(problem):
        st.error(sentence)
    if any(isinstance(single, IdentifyingData) for single in problems_of(problem)):
        st.info(text.RAW_MESSAGES)
    ask_missing(problem)


def _show_guesses(uploads: Uploads) -> None:
    """Ask whether guessed columns are right, as long as the files are there to be read again."""
    data_set = current_data_set()
    if uploads.files and data_set is not None and uncertain(data_set.delivery.mappings):
        st.warning(text.GUESSES)
        ask_uncertain(data_set.delivery.mappings)
        st.button(text.COLUMNS_RIGHT, on_click=let_go, args=(uploads,))
