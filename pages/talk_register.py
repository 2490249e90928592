"""The part of Regie op drie that is the register of talks: counts, a list to read, and entries."""

import tempfile
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

import pandas as pd
import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from core.disclosure import MINIMUM_PERSONS, Grid, Margins, Shape, is_shared, publish_table
from core.errors import DataError
from core.frames import Frame
from core.reading.supplements import read_evaluations
from core.rows import require_rows
from core.session import Visit, remembered
from core.storage.talks import FORM, Talk
from core.text import talks as text
from core.text.data import few
from core.text.general import literal
from core.text.talk_words import CONCLUSIONS, PARTIES, YOUTH_PRESENT
from core.trajectories.after_talks import count_fitting, count_parties, count_talks
from pages.refusals import sentences_of
from pages.skeleton import show_numbers
from pages.talk_fields import ask_talk
from pages.talk_store import correct_talk, lasts, take_list, talks_of, withdraw_talk
from pages.talk_worklist import numbers_of
from pages.uploads import Uploads, free, safe_name

TALKS = Shape(counts=["talks"])
SAID = "said_about_talks"
TURN = "talk_list_turn"


def show_register(visit: Visit) -> None:
    """Show what talks told, read a list of them, and for the own side what was recorded."""
    st.markdown(text.QUESTION)
    if said := st.session_state.pop(SAID, None):
        st.success(said)
    if visit.analysis.evaluations is None:
        st.markdown(text.NONE)
    else:
        _show_counts(visit, visit.analysis.evaluations)
    _show_file(visit)
    if not is_shared(visit.level):
        _show_entries(visit)


def _show_counts(visit: Visit, evaluations: Frame) -> None:
    youth, conclusions, roles = remembered(
        visit, "talk_counts", lambda: _counted(visit, evaluations)
    )
    st.markdown(f"**{text.finding(youth)}**")
    left, middle, right = st.columns(3)
    with left:
        show_numbers(text.youth_table(youth), text.YOUTH)
    with middle:
        show_numbers(text.conclusion_table(conclusions), text.CONCLUSION)
    with right:
        if roles["talks"].fillna(0).sum():
            show_numbers(text.party_table(roles), text.PARTY)
        else:
            st.caption(text.NO_PARTIES)
    fits = remembered(visit, "talks_that_fit", lambda: _fitting(visit, evaluations))
    st.caption(text.fitting(fits))
    only_form = not visit.data_set.has_evaluations
    st.caption(f"{text.COUNT_NOTE} {text.ONLY_FORM if only_form else ''}")


def _counted(visit: Visit, evaluations: Frame) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    def published(counted: Frame, column: str, values: list[str]) -> pd.DataFrame:
        grid = Grid({column: values})
        return publish_table(counted, visit.level, TALKS, Margins([column]), grid)

    return (
        published(count_talks(evaluations, "youth_present"), "youth_present", list(YOUTH_PRESENT)),
        published(count_talks(evaluations, "conclusion"), "conclusion", list(CONCLUSIONS)),
        published(count_parties(evaluations), "party", list(PARTIES)),
    )


def _fitting(visit: Visit, evaluations: Frame) -> pd.DataFrame:
    counted = count_fitting(evaluations, visit.analysis.chained)
    grid = Grid({"fits": ("yes", "no")})
    return publish_table(counted, visit.level, TALKS, Margins(["fits"]), grid)


def _show_file(visit: Visit) -> None:
    with st.expander(text.FILE_TITLE):
        turn = st.session_state.get(TURN, 0)
        file = st.file_uploader(text.FILE, key=f"talk_list_{turn}")
        st.caption(f"{text.FILE_HELP} {text.LASTS if lasts(visit) else text.NOT_LASTING}")
        if st.button(text.READ, disabled=file is None) and file is not None:
            _read(visit, file)


def _read(visit: Visit, file: UploadedFile) -> None:
    """Read a list and free the upload; what is wrong with it is one sentence."""
    try:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / safe_name(file.name)
            path.write_bytes(file.getbuffer())
            rows = read_evaluations(path)
    except DataError as problem:
        st.error(literal(" ".join(sentences_of(problem))))
        return
    finally:
        free(Uploads((file,)))
    if not rows:
        st.error(text.EMPTY_LIST)
        return
    take_list(visit, [Talk(**row) for row in rows])  # type: ignore[arg-type]
    fewest = MINIMUM_PERSONS if is_shared(visit.level) else 0
    st.session_state[SAID] = text.read_told(few(len(rows), fewest))
    st.session_state[TURN] = st.session_state.get(TURN, 0) + 1
    st.rerun()


def _show_entries(visit: Visit) -> None:
    """List what was filled in one by one, and let it be corrected or removed."""
    st.subheader(text.ENTRIES)
    entries = entries_of(visit)
    if not entries:
        st.markdown(text.NO_ENTRIES)
        return
    show_numbers(text.entries_table(entries, numbers_of(visit)), text.ENTRIES)
    names = {row["number"]: text.entry(place, row) for place, row in enumerate(entries, start=1)}
    chosen = st.selectbox(text.WHICH, names, format_func=names.__getitem__, width=420)
    talk = next(Talk(**row) for row in entries if row["number"] == chosen)
    corrected = ask_talk(f"talk_{chosen}", text.CORRECT, talk)
    if corrected is not None:
        correct_talk(visit, replace(corrected, client_id=talk.client_id, number=talk.number))
        _say(text.SAVED)
    if st.button(text.REMOVE, icon=":material/delete:"):
        withdraw_talk(visit, talk.number)
        _say(text.REMOVED)


def entries_of(visit: Visit) -> list[dict[str, Any]]:
    """List the talks filled in one by one. Raises ``PermissionError`` at shared levels."""
    require_rows(visit.level)
    return [asdict(talk) for talk in talks_of(visit) if talk.source == FORM]


def _say(words: str) -> None:
    st.session_state[SAID] = words
    st.rerun()
