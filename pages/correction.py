"""The field in which the owner has any column of a file read as something else."""

import streamlit as st

from core.reading.delivery import FileMapping
from core.text import data as text
from pages.mapping import choose_meaning


def show_correction(mappings: tuple[FileMapping, ...]) -> None:
    """Offer every column of every file, and every meaning it can have."""
    with st.expander(text.CORRECT_TITLE), st.form("correction", border=False):
        st.caption(text.CORRECT_HELP)
        columns = {
            f"{mapping.file}: {column.heading}": (mapping.file, column.heading)
            for mapping in mappings
            for column in mapping.columns
            if column.heading
        }
        chosen = st.selectbox(text.COLUMN, columns, key="corrected_column")
        meaning = st.selectbox(
            text.MEANING, text.MEANING_NAMES, format_func=text.meaning, key="corrected_meaning"
        )
        if st.form_submit_button(text.KEEP):
            choose_meaning(*columns[chosen], meaning)
            st.success(text.KEPT)
