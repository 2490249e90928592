"""The part of Verwacht en werkelijk on help, protection and probation, and forms beneath."""

import streamlit as st

from core.charts.expected import chart_kinds
from core.expected.outcomes import DIVISIONS
from core.expected.use import standing_of
from core.text import expected_kinds as text
from pages.expected_look import Look, of_form, row_of
from pages.skeleton import show_picture


def show_kinds(look: Look) -> None:
    """Show the three kinds of youth care side by side, and after a click the forms of one."""
    division = st.segmented_control(
        text.DIVISION,
        list(text.DIVISIONS),
        format_func=lambda name: text.DIVISIONS[name],
        default="kinds",
        required=True,
        key="expected_division",
        persist_state="session",
    )
    found = [(form, row_of(of_form(look, form))) for form in DIVISIONS[str(division)]]
    rows = text.kind_rows(
        [(form, row, "unknown" if row is None else standing_of(row)) for form, row in found]
    )
    said = text.kinds_finding(rows, look.name, look.when)
    st.subheader(said)
    show_picture(chart_kinds(rows), said, text.kind_table(rows), text.NOTE)
