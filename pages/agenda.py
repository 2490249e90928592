"""The agenda of a meeting: its moments in order, each with the page it is about."""

import streamlit as st

from core.text import shell, start
from core.text.meetings import MeetingTable, Moment
from pages.registry import PAGES

ARROW = ":material/arrow_forward:"
SCRIPTS = {name: f"{section}/{name}.py" for section, names in PAGES.items() for name in names}


def show_agenda(table: MeetingTable) -> None:
    """Show who sits at a table, and its agenda with links to the pages."""
    st.markdown(start.about(table))
    for moment in table.agenda:
        _show_moment(moment)
    st.markdown(start.result(table))


def _show_moment(moment: Moment) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        st.markdown(start.minutes(moment.minutes), width=64)
        st.markdown(moment.topic, width="content")
        if moment.page in SCRIPTS:
            st.page_link(SCRIPTS[moment.page], label=shell.TITLES[moment.page], icon=ARROW)
