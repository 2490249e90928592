"""The lines under a picture of open data: its sources, how sure they are, and their limits."""

from collections.abc import Sequence
from datetime import UTC, datetime

import pandas as pd
import streamlit as st

from core.opendata.publications import fetched_on, find_newer, sources_behind
from core.session import OpenVisit
from core.text import opendata as text
from pages.taking import settle_open


def show_open_status(
    visit: OpenVisit, topics: Sequence[str], note: str = "", kind: str = ""
) -> None:
    """Say where the figures of some topics come from, and what they may not be used for.

    ``note`` is one more sentence, of the page itself; ``kind`` leaves out the tables that have no
    figures of such regions.
    """
    sources = sources_behind(visit.shelf, topics, kind)
    settle_open(visit, sources, text.told(topics, note))
    if visit.shelf.fictitious:
        st.markdown(text.INVENTED)
    else:
        _show_newer(sources)
    st.caption(" ".join(part for part in (text.NOT_FOR, text.ROUNDED, note) if part))
    st.caption(text.under(sources))


def _show_newer(sources: pd.DataFrame) -> None:
    """Say when something newer was published since the figures were fetched."""
    fetched = fetched_on(sources)
    published = find_newer(fetched, datetime.now(UTC).date()) if fetched else None
    if fetched and published:
        st.info(text.newer(published, fetched))
