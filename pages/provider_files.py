"""The small files of Aanbieders: a template, an upload, and what was read, for this visit only."""

import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from core.errors import DataError
from core.opening import SAMPLE_FOLDER
from core.reading.small_files import write_lines
from core.session import Visit, is_sample
from core.text import provider_files as text
from core.text.general import literal
from pages.refusals import sentences_of
from pages.uploads import Uploads, free, safe_name

Row = Mapping[str, str | int | None]


@dataclass(frozen=True, slots=True)
class SmallFile:
    """A kind of small file: its name, what stands above and below the upload, and its reader.

    ``lines`` are those of the template, headings first; the sample region has a file ``name``.
    """

    name: str
    title: str
    about: str
    lines: Sequence[Sequence[str]]
    read: Callable[[Path], Sequence[Row]]


@dataclass(frozen=True, slots=True)
class Supplied:
    """What was read of a file, for which data set, and what the file is called."""

    data_set: str
    name: str
    rows: tuple[Row, ...]


def supplied_rows(visit: Visit, file: SmallFile) -> tuple[Row, ...]:
    """Ask for a file, and give the rows of what was read; empty as long as there is nothing."""
    supplied = st.session_state.get(_key(file))
    if supplied is not None and supplied.data_set == visit.data_set.id:
        _show_supplied(file, supplied)
        return tuple(supplied.rows)
    _ask(visit, file)
    return ()


def _show_supplied(file: SmallFile, supplied: Supplied) -> None:
    with st.container(horizontal=True, vertical_alignment="center"):
        st.caption(literal(text.SUPPLIED.format(name=supplied.name)))
        if st.button(text.FORGET, key=f"forget_{file.name}"):
            st.session_state.pop(_key(file))
            st.rerun()


def _ask(visit: Visit, file: SmallFile) -> None:
    st.markdown(f"**{file.title}**")
    st.caption(f"{file.about} {text.STAYS}")
    uploaded = st.file_uploader(file.title, key=f"upload_{file.name}", label_visibility="collapsed")
    with st.container(horizontal=True):
        if st.button(text.READ, key=f"read_{file.name}", disabled=uploaded is None) and uploaded:
            _read_upload(visit, file, uploaded)
        st.download_button(
            text.TEMPLATE, write_lines(file.lines), f"sjabloon-{file.name}", on_click="ignore"
        )
        if is_sample(visit.data_set) and st.button(text.USE_SAMPLE, key=f"sample_{file.name}"):
            _keep(visit, file, text.SAMPLE_NAME, file.read(SAMPLE_FOLDER / file.name))


def _read_upload(visit: Visit, file: SmallFile, uploaded: UploadedFile) -> None:
    """Read a file and free the upload; what is wrong with it is one sentence."""
    try:
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / safe_name(uploaded.name)
            path.write_bytes(uploaded.getbuffer())
            rows = file.read(path)
    except DataError as problem:
        st.error(literal(" ".join(sentences_of(problem))))
        return
    finally:
        free(Uploads((uploaded,)))
    _keep(visit, file, safe_name(uploaded.name), rows)


def _keep(visit: Visit, file: SmallFile, name: str, rows: Sequence[Row]) -> None:
    if not rows:
        st.error(text.EMPTY)
        return
    st.session_state[_key(file)] = Supplied(visit.data_set.id, name, tuple(rows))
    st.rerun()


def _key(file: SmallFile) -> str:
    return f"supplied_{file.name}"
