"""Parts of a page side by side as tabs; only the part that is open is counted."""

from collections.abc import Callable, Sequence
from typing import Final, TypeVar

import streamlit as st

V = TypeVar("V")

OPEN_PARTS: Final = "open_parts"
"""Where a visit keeps which part of each page is open: Streamlit forgets it with the page."""


def show_tabs(visit: V, parts: Sequence[tuple[str, Callable[[V], None]]], key: str) -> None:
    """Show parts of a visit (``Visit`` or ``OpenVisit``) under their names.

    Which one is open stays while other choices are made, and while other pages are visited.
    """
    names, state = [name for name, _ in parts], st.session_state
    kept = state.setdefault(OPEN_PARTS, {})
    if key not in state and kept.get(key) in names:
        state[key] = kept[key]
    tabs = st.tabs(names, key=key, on_change="rerun")
    kept[key] = state[key]
    for tab, (_, show) in zip(tabs, parts, strict=True):
        if tab.open:
            with tab:
                show(visit)
