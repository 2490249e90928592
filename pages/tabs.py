"""Parts of a page side by side as tabs; only the part that is open is counted."""

from collections.abc import Callable, Sequence
from typing import TypeVar

import streamlit as st

V = TypeVar("V")


def show_tabs(visit: V, parts: Sequence[tuple[str, Callable[[V], None]]], key: str) -> None:
    """Show parts of a visit (``Visit`` or ``OpenVisit``) under their names.

    Which one is open stays while other choices are made.
    """
    tabs = st.tabs([name for name, _ in parts], key=key, on_change="rerun")
    for tab, (_, show) in zip(tabs, parts, strict=True):
        if tab.open:
            with tab:
                show(visit)
