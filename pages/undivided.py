"""The codes that nobody has put under a care form yet, each with a field to do so."""

import tempfile
from pathlib import Path
from typing import Final

import streamlit as st

from core.datasets import DataSet, declarations_of
from core.disclosure import Shape, publish
from core.errors import DataError
from core.reading.shown import words_of_unmatched
from core.reading.supplements import read_codes, write_codes
from core.reading.undivided import LABELS, count_undivided
from core.session import current_level
from core.text import undivided as text
from pages.importing import last_import, read_again
from pages.own_codes import known_codes, learn_codes, with_codes
from pages.refusals import sentences_of
from pages.shelf import note_export
from pages.uploads import Uploads

MOST_AT_ONCE: Final = 20
COLUMNS: Final = 2
KEEP_KEY: Final = "kept_codes"
Place = tuple[str, str, object]
"""A municipality, a code, and the number of lines as it may be shown."""


def show_undivided(data_set: DataSet, fewest: int, uploads: Uploads, *, is_told: bool) -> None:
    """Show what is still to be divided, take answers, and read the files again when they are there.

    Below ``fewest`` lines a number is only few; 0 where exact numbers may be seen. Where the size
    of the delivery is not told, codes and their lines are not either: one child could add a code.
    """
    st.subheader(text.TITLE)
    delivery = data_set.delivery
    st.markdown(words_of_unmatched(delivery, fewest))
    if delivery.unmatched and is_told:
        _show_choices(data_set, uploads)
    elif delivery.unmatched:
        st.caption(text.TOO_NEAR)
    _show_files()


def _show_choices(data_set: DataSet, uploads: Uploads) -> None:
    codes = [unmatched.code for unmatched in data_set.delivery.unmatched]
    counted = publish(
        count_undivided(declarations_of(data_set), codes), current_level(), Shape(["lines"])
    )
    shown = counted.dropna(subset=["clients"]).sort_values(
        ["lines", "municipality", "care_form"], ascending=[False, True, True]
    )
    known = known_codes()
    cells = [shown[name].tolist() for name in ("municipality", "care_form", "lines")]
    places: list[Place] = [
        (municipality, code, lines)
        for municipality, code, lines in zip(*cells, strict=True)
        if code not in known.get(municipality, {})
    ]
    if places:
        st.caption(text.HELP)
        _ask(places[:MOST_AT_ONCE], uploads)
    words = (text.too_few(len(counted) - len(shown)), text.more(len(places) - MOST_AT_ONCE))
    st.caption(" ".join(filter(None, words)))
    if st.session_state.pop(KEEP_KEY, False):
        st.success(text.KEPT)


def _ask(places: list[Place], uploads: Uploads) -> None:
    """Ask for the care form of each code, by fields that a keyboard reaches."""
    with st.form("undivided", border=True):
        chosen = {}
        for first in range(0, len(places), COLUMNS):
            row = places[first : first + COLUMNS]
            for column, place in zip(st.columns(COLUMNS), row, strict=False):
                municipality, code, _ = place
                chosen[municipality, code] = column.selectbox(
                    text.label(*place),
                    LABELS,
                    index=None,
                    placeholder=text.CHOOSE,
                    key=f"form_{municipality}_{code}",
                )
        label = text.READ_AGAIN if last_import(uploads) else text.KEEP
        if st.form_submit_button(label):
            _learn({place: form for place, form in chosen.items() if form}, uploads)


def _learn(chosen: dict[tuple[str, str], str], uploads: Uploads) -> None:
    codes: dict[str, dict[str, str]] = {}
    for (municipality, code), form in chosen.items():
        codes.setdefault(municipality, {})[code] = form
    learn_codes(codes)
    last = last_import(uploads)
    if last is not None:
        read_again(uploads, with_codes(last.choices))
    st.session_state[KEEP_KEY] = True
    st.rerun()


def _show_files() -> None:
    """Let the codes go out and come in as a file, for who rather works in Excel."""
    known = known_codes()
    with st.expander(text.FILES):
        st.caption(text.divided(sum(map(len, known.values()))))
        st.download_button(text.DOWNLOAD, write_codes(known), text.NAME, "text/csv", on_click=_note)
        file = st.file_uploader(text.UPLOAD, key="codes_file")
        if st.button(text.TAKE, disabled=file is None) and file is not None:
            _take(file.getvalue())


def _note() -> None:
    note_export("codes", "csv")


def _take(content: bytes) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / text.NAME
        path.write_bytes(content)
        try:
            learn_codes(read_codes(path))
        except DataError as problem:
            for sentence in sentences_of(problem):
                st.error(sentence)
            return
    st.session_state[KEEP_KEY] = True
    st.rerun()
