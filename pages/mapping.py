"""The fields in which the owner says what a column means. Choices last as long as the visit."""

from collections.abc import Mapping
from typing import Final

import streamlit as st

from core.errors import DataError, MissingMeaning, problems_of
from core.reading.choices import ReadingChoices
from core.reading.delivery import FileMapping
from core.reading.shown import uncertain
from core.text import data as text

CHOSEN: Final = "chosen_meanings"
ENCRYPTED: Final = "is_encrypted"


def chosen_so_far(sides: Mapping[str, str]) -> ReadingChoices:
    """Give what the owner said about the files in this visit; ``sides`` says whose they are."""
    encrypted = st.session_state.get(ENCRYPTED) == text.YES
    return ReadingChoices(files=st.session_state.get(CHOSEN, {}), sides=sides, encrypted=encrypted)


def choose_meaning(file: str, heading: str, meaning: str) -> None:
    """Remember what a column of a file means, for the next time it is read."""
    chosen = st.session_state.setdefault(CHOSEN, {})
    chosen[file] = chosen.get(file, {}) | {heading: meaning}


def ask_missing(error: DataError) -> None:
    """Ask which column carries each meaning that was not found."""
    for problem in problems_of(error):
        if isinstance(problem, MissingMeaning):
            for name in filter(text.MEANING_NAMES.get, problem.missing):
                heading = st.selectbox(
                    text.which_column(name, problem.file),
                    problem.headings,
                    index=None,
                    placeholder=text.CHOOSE,
                    key=f"column_{problem.file}_{name}",
                )
                if heading:
                    choose_meaning(problem.file, heading, name)


def ask_uncertain(mappings: tuple[FileMapping, ...]) -> None:
    """Ask whether each guess is right."""
    options = list(text.MEANING_NAMES)
    for file, column in uncertain(mappings):
        meaning = st.selectbox(
            text.is_it_right(column.heading),
            options,
            index=options.index(column.meaning),
            format_func=text.meaning,
            key=f"guess_{file}_{column.place}",
        )
        choose_meaning(file, column.heading, meaning)
