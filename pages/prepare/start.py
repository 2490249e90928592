"""Start page: who is at the table, with which data, and what those data are and are not."""

import streamlit as st

from core.session import current_data_set, is_sample, open_sample_region
from core.text import meetings
from core.text import start as text
from pages.agenda import ARROW, show_agenda
from pages.basics import show_basics
from pages.guarded import is_withheld
from pages.level_choice import show_level_choice
from pages.skeleton import show_question

show_question(text.TITLE, text.QUESTION)
data_set = current_data_set()
table, data = st.columns([3, 2], gap="large")
with table:
    chosen = st.selectbox(
        text.CHOOSE_TABLE, meetings.names(), key="meeting_table", persist_state="session"
    )
    show_agenda(meetings.table_named(chosen))
with data:
    st.subheader(text.DATA_TITLE)
    st.markdown(text.open_now(data_set.title if data_set else ""))
    is_open = data_set is not None and is_sample(data_set)
    if st.button(text.OPEN_SAMPLE, type="primary", disabled=is_open):
        with st.spinner(text.OPENING):
            open_sample_region()
        st.rerun()
    st.caption(text.SAMPLE_HELP)
    st.page_link("prepare/data.py", label=text.READ_OWN, icon=ARROW)
    show_level_choice()
    st.warning(text.NOT_YET_SAFE)

if data_set is not None and not is_withheld():
    show_basics()

limits, privacy = st.columns(2, gap="large")
with limits:
    st.subheader(text.LIMITS_TITLE)
    st.markdown(text.bullets(text.LIMITS))
with privacy:
    st.subheader(text.PRIVACY_TITLE)
    st.markdown(text.PRIVACY_FIRST)
    st.markdown(text.bullets(text.PRIVACY))
