"""The fields for files and for what their owner knows about them."""

import streamlit as st

from core.errors import DataError, IdentifyingData, problems_of
from core.reading.choices import ReadingChoices
from core.session import current_data_set
from core.text import data as text
from core.text import kept, uploading
from core.text.general import literal
from pages.importing import (
    NOTICE,
    PROBLEM,
    TURN,
    begin_import,
    current_import,
    last_import,
    let_go,
    read_again,
    show_progress,
)
from pages.mapping import ENCRYPTED, ask_missing, ask_uncertain, chosen_so_far
from pages.next_delivery import show_next, title_of_next, version_of
from pages.own_codes import with_codes
from pages.questions import ask_open, is_settled, with_answers
from pages.refusals import sentences_of
from pages.shelf import current_store
from pages.sides import ask_sides
from pages.templates import show_templates
from pages.uploads import Asked, Uploads, harmless, names_of

TITLE_KEY = "set_title"
MOST_BOXES = 3
"""Problems that stand in the open; of a folder of messages as sent there are as many as files."""


def show_upload() -> Uploads:
    """Ask for files and read them; what is wrong stands below, one sentence a problem."""
    st.subheader(uploading.UPLOAD_TITLE)
    busy = current_import() is not None
    show_next()
    uploads = _ask_files()
    choices = _ask_about(uploads)
    _show_outcome()
    if busy:
        show_progress()  # in the place of the button: there the eyes are
    else:
        _show_button(uploads, choices)
        _show_open(uploads)
    return uploads


def _ask_files() -> Uploads:
    turn = st.session_state.get(TURN, 0)
    files = st.file_uploader(text.FILES, accept_multiple_files=True, key=f"files_{turn}")
    st.caption(text.FILES_HELP)
    more, templates = st.columns(2)
    with more, st.expander(text.MORE_FILES):
        names = st.file_uploader(text.NAMES, key=f"names_{turn}")
        talks = st.file_uploader(text.EVALUATIONS, key=f"talks_{turn}")
        merged = st.file_uploader(uploading.ORGANISATIONS, key=f"merged_{turn}")
    with templates:
        show_templates()
    return Uploads(tuple(files), names, talks, merged)


def _ask_about(uploads: Uploads) -> ReadingChoices:
    """Ask whose files these are and whether their numbers are pseudonyms, once there are files."""
    sides = ask_sides(names_of(uploads))
    if uploads.files:
        options = (text.NO, text.YES)
        st.radio(text.ENCRYPTED, options, key=ENCRYPTED, horizontal=True)
    return with_codes(with_answers(chosen_so_far(sides)))


def _show_button(uploads: Uploads, choices: ReadingChoices) -> None:
    last = last_import(uploads)
    if uploads.files and last is None and not version_of():
        st.text_input(
            uploading.SET_TITLE,
            key=TITLE_KEY,
            help=uploading.SET_TITLE_HELP,
            max_chars=80,
            width=420,
        )
    again = PROBLEM in st.session_state or last is not None
    label = text.READ_AGAIN if again else text.READ
    if st.button(label, type="primary", disabled=not uploads.files):
        read_again(uploads, choices)
        title = title_of_next() or harmless(st.session_state.get(TITLE_KEY, ""))
        begin_import(uploads, Asked(choices, title, version_of()))
    st.caption(uploading.KEPT_HERE if current_store() else f"{text.STAYS_HERE} {kept.NOT_KEPT}")


def _show_outcome() -> None:
    """Say how the last try ended, when it gave no new data set."""
    if notice := st.session_state.get(NOTICE):
        st.info(notice)
    if problem := st.session_state.get(PROBLEM):
        _explain(problem)


def _explain(problem: DataError) -> None:
    sentences = sentences_of(problem)
    for sentence in sentences[:MOST_BOXES]:
        st.error(literal(sentence))
    if more := sentences[MOST_BOXES:]:
        with st.expander(uploading.more_problems(len(more))):
            for sentence in more:
                st.markdown(literal(sentence))
    if any(isinstance(single, IdentifyingData) for single in problems_of(problem)):
        st.info(text.RAW_MESSAGES)
    ask_missing(problem)


def _show_open(uploads: Uploads) -> None:
    """Ask what reading left open, as long as the files are there to be read again."""
    data_set, last = current_data_set(), last_import(uploads)
    if data_set is None or last is None or is_settled(data_set.delivery, last.choices):
        return
    with st.container(border=True):
        st.markdown(f"**{uploading.OPEN_TITLE}**")
        st.caption(uploading.OPEN_HELP)
        if data_set.delivery.unmatched:
            st.markdown(uploading.CODES_OPEN)
        ask_uncertain(data_set.delivery.mappings)
        ask_open(data_set.delivery, last.choices)
        st.button(text.COLUMNS_RIGHT, on_click=let_go, args=(uploads,))
