"""The note at the foot of a page: what stands here and what people wrote, on one sheet to take."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Final

import streamlit as st

from core.export.card import View
from core.text import general
from core.text import note as text
from core.text.file_names import NOTE, file_name
from core.text.taking import word_of
from pages.cards import PAGE, place_on_screen
from pages.incidents import made_or_told
from pages.shelf import exports_noted
from pages.taking import offered_views

ANSWERS: Final = "answers"
FINDING: Final = "finding_on_screen"
DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def keep_finding(sentence: str) -> None:
    """Keep the finding of the page that now runs, for its note."""
    st.session_state[FINDING] = (_page(), sentence)


def keep_answers(page: str) -> None:
    """Take over what people wrote on a page under each question, also for a note asked for later.

    A note is made away from its page, and has to hold what was written last.
    """
    answers, state = _answers(page), st.session_state
    for name, question in general.QUESTIONS.items():
        answers[question] = state.get(f"{page}_{name}") or ""


def offer_note(page: str) -> None:
    """Offer the note of the page that now runs; nothing when it shows no picture and no table."""
    views = offered_views()
    if not views:
        return
    keep_answers(page)
    card = views[0].card
    st.download_button(
        text.TAKE,
        partial(_made, views, _answers(page), _finding(), exports_noted()),
        file_name(place_on_screen(), NOTE, card.period, card.made_on, "docx"),
        DOCX,
        key=f"note_{page}",
        on_click="ignore",
        icon=":material/description:",
        help=text.TAKE_HELP,
    )


def _answers(page: str) -> dict[str, str]:
    """Give what a visit keeps of a page: one value, that later changes with what is written."""
    kept: dict[str, str] = st.session_state.setdefault(f"{page}_{ANSWERS}", {})
    return kept


def _page() -> str:
    """Give the address of the page that now runs."""
    return str(st.session_state.get(PAGE, ("", "", ""))[0])


def _finding() -> str:
    """Give the finding of the page that now runs; none where it has none."""
    page, sentence = st.session_state.get(FINDING, ("", ""))
    return str(sentence) if page == _page() else ""


@made_or_told
def _made(
    views: Sequence[View],
    answers: Mapping[str, str],
    finding: str,
    note: Callable[[str, str], None],
) -> bytes:
    """Make the note when it is asked for, and note in the log that it leaves."""
    from core.export.note import write_note  # noqa: PLC0415 - heavy, and needed for this only

    note(word_of(views[0].card.page), "docx")
    return write_note(views, answers, finding)
