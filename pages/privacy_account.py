"""The account on the screen and as a document: the same parts, in the same order."""

from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from functools import partial

import streamlit as st

from core.export.parts import Opening, Part
from core.text import general, shell
from core.text import privacy as text
from core.text.file_names import ACCOUNT, file_name
from pages.incidents import made_or_told
from pages.note import DOCX
from pages.shelf import exports_noted
from pages.skeleton import show_numbers


def show_parts(parts: Sequence[Part]) -> None:
    """Show every part: its title, what it is about, its list and its table."""
    for part in parts:
        st.subheader(part.title)
        st.markdown(part.about)
        if part.listed:
            st.markdown(text.bullets([general.literal(words) for words in part.listed]))
        if part.table is not None:
            show_numbers(part.table, part.title)


def offer_account(title: str, finding: str, parts: Sequence[Part]) -> None:
    """Offer all parts as one document, made when it is asked for."""
    opening = Opening(title, text.QUESTION, finding, datetime.now(UTC).date())
    st.download_button(
        text.DOWNLOAD,
        partial(_made, opening, parts, exports_noted()),
        file_name((shell.ADDRESSES["privacy"], ""), ACCOUNT, "", opening.made_on, "docx"),
        DOCX,
        key="account",
        on_click="ignore",
        icon=":material/description:",
        help=text.DOWNLOAD_HELP,
    )


@made_or_told
def _made(opening: Opening, parts: Sequence[Part], note: Callable[[str, str], None]) -> bytes:
    """Write the account when it is asked for, and note in the log that it leaves."""
    from core.export.account import write_account  # noqa: PLC0415 - heavy, and needed for this only

    note("privacy", "docx")
    return write_account(opening, parts)
