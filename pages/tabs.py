"""Parts of a page side by side as tabs; only the part that is open is counted."""

from collections.abc import Callable, Sequence

import streamlit as st

from core.session import Visit

Part = tuple[str, Callable[[Visit], None]]


def show_tabs(visit: Visit, parts: Sequence[Part], key: str) -> None:
    """Show parts under their names. Which one is open stays while other choices are made."""
    tabs = st.tabs([name for name, _ in parts], key=key, on_change="rerun")
    for tab, (_, show) in zip(tabs, parts, strict=True):
        if tab.open:
            with tab:
                show(visit)
