"""The fields in which the owner says whose files these are: of a municipality or a provider."""

from collections.abc import Mapping, Sequence
from typing import Final

import streamlit as st

from core.text import uploading as text

SIDE: Final = "side"


def ask_sides(files: Sequence[str]) -> Mapping[str, str]:
    """Ask whose files these are, of all at once or one by one; a file nobody knows has no side."""
    if not files:
        return {}
    several = [text.PER_FILE] if len(files) > 1 else []
    chosen = st.radio(
        text.SIDE,
        [*text.SIDES, *several],
        format_func=lambda side: text.SIDES.get(side, side),
        key=SIDE,
        horizontal=True,
        help=text.SIDE_HELP,
    )
    if chosen != text.PER_FILE:
        return dict.fromkeys(files, chosen) if chosen else {}
    asked = {file: _ask_side(file, place) for place, file in enumerate(files)}
    return {file: side for file, side in asked.items() if side}


def _ask_side(file: str, place: int) -> str:
    return st.selectbox(
        text.whose(file),
        text.SIDES,
        format_func=lambda side: text.SIDES[side],
        key=f"{SIDE}_{place}_{file}",
        width=420,
    )
