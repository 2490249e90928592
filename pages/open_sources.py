"""The sources of open data: every table with its licence, the figures to download, refreshing."""

from collections.abc import Callable
from pathlib import Path
from typing import Final

import pandas as pd
import streamlit as st

from core.opendata.recorded import recorded_figures
from core.opendata.shelf import Shelf, absent_of, breaks_of, figures_of, sources_of
from core.opendata.topics import TOPICS
from core.session import current_shelf
from core.text import opendata as words
from core.text import recorded
from core.text import refreshing as text
from pages.open_refresh import follow_refresh, show_refresh
from pages.skeleton import show_numbers
from pages.tabs import show_tabs

CSV: Final = "text/csv"
MARKDOWN: Final = "text/markdown"
PAPER: Final = Path(__file__).parents[1] / "docs" / "opendata.md"
OPENED: Final = "open_data_sources"


def show_open_sources() -> None:
    """Show where open data come from, closed until somebody wants to know."""
    follow_refresh()
    box = st.expander(text.TITLE, key=OPENED, on_change="rerun")
    if box.open:
        with box:
            st.markdown(text.ABOUT)
            show_tabs(current_shelf(), PARTS, "open_data_parts")


def _show_sources(shelf: Shelf) -> None:
    """Show every table of the edition, those that could not be had, and the white paper."""
    if shelf.fictitious:
        st.markdown(words.INVENTED)
    table = words.sources_table(sources_of(shelf))
    with st.container(horizontal=True):
        _offer(text.DOWNLOAD_SOURCES, text.SOURCES_CSV, lambda: _csv(sources_of(shelf)))
        st.download_button(
            text.DOWNLOAD_PAPER, PAPER.read_bytes, text.PAPER, MARKDOWN, on_click="ignore"
        )
    show_numbers(table, text.TITLE)
    absent = absent_of(shelf)
    if not absent.empty:
        st.subheader(text.ABSENT_TITLE)
        show_numbers(words.absent_table(absent), text.ABSENT_TITLE)


def _show_figures(shelf: Shelf) -> None:
    """Offer the figures of a topic, or of all of them, as the vocabulary writes them."""
    names = words.TOPIC_NAMES
    topic = st.selectbox(
        text.TOPIC, TOPICS, format_func=lambda one: names[one], width=420, key="open_topic"
    )
    rows = figures_of(shelf, topic)
    st.caption(text.contents(len(rows), topic))
    _offer(
        text.DOWNLOAD_FIGURES,
        f"{topic}.csv",
        lambda: _csv(figures_of(shelf, topic).assign(topic=topic)),
    )


def _show_breaks(shelf: Shelf) -> None:
    """Show the years from which figures are counted otherwise."""
    show_numbers(words.breaks_table(breaks_of(shelf)), text.BREAKS)


def _show_recorded(_shelf: Shelf) -> None:
    """Show the real figures that were checked, apart from any edition."""
    st.markdown(text.RECORDED_ABOUT)
    figures = recorded_figures()
    _offer(text.DOWNLOAD_FIGURES, text.RECORDED_CSV, lambda: _csv(figures))
    show_numbers(recorded.figures_table(figures), text.RECORDED)


def _offer(label: str, name: str, make: Callable[[], bytes]) -> None:
    st.download_button(label, make, name, CSV, on_click="ignore", icon=":material/download:")


def _csv(rows: pd.DataFrame) -> bytes:
    return rows.to_csv(index=False).encode()


PARTS: Final = (
    (text.SOURCES, _show_sources),
    (text.DATA, _show_figures),
    (text.BREAKS, _show_breaks),
    (text.RECORDED, _show_recorded),
    (text.REFRESH, show_refresh),
)
