"""The tab of the rules: what each of them found, what cannot be checked, and the fix list."""

import streamlit as st

from core.disclosure import Shape, is_shared, protect
from core.inspection import Inspection, opened_tables, rows_of
from core.quality.fix_list import Owner, fix_list
from core.rows import require_rows
from core.session import Visit
from core.text import general, labels
from core.text import quality as text
from pages.labels import labels_of
from pages.shelf import note_export
from pages.skeleton import show_numbers

LINES = Shape(counts=["lines"])
SHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def show_rules(visit: Visit, inspection: Inspection) -> None:
    """Show the rules by outcome; losses first, and what nobody can know beside it."""
    failed = protect(rows_of(inspection, "failed"), visit.level, LINES)
    show_numbers(labels.label_table(labels_of(visit)), labels.TITLE)
    st.caption(labels.HELP)
    st.markdown(f"**{text.rules_finding(*inspection.counts)}**")
    st.caption(text.WHOLE)
    if failed.empty:
        st.markdown(text.NOTHING_FOUND)
    else:
        show_numbers(text.rows_of_failed(failed), text.RULES_TITLE)
    with st.expander(text.UNCHECKED_TITLE):
        st.caption(text.UNCHECKED_HELP)
        unchecked = rows_of(inspection, "not_checkable")
        show_numbers(text.rows_of_unchecked(unchecked), text.UNCHECKED_TITLE)
    with st.expander(text.PASSED_TITLE):
        show_numbers(text.rows_of_rules(rows_of(inspection, "passed")), text.PASSED_TITLE)
    _show_fix_list(visit, inspection)


def _show_fix_list(visit: Visit, inspection: Inspection) -> None:
    """Offer the lines of one supplier, only where separate lines may be seen."""
    st.subheader(text.FIX_TITLE)
    if is_shared(visit.level):
        st.caption(text.FIX_ONLY_OWN)
        return
    st.caption(text.FIX_HELP)
    named = {code: visit.name("provider", code) for code in inspection.delivered.providers if code}
    codes = sorted(named, key=lambda code: (general.in_order(named[code]), code))
    with st.container(horizontal=True, vertical_alignment="bottom"):
        chosen = st.selectbox(
            text.FIX_CHOOSE, codes, format_func=lambda code: named.get(code, code), width=320
        )
        if chosen and st.button(text.FIX_MAKE):
            note_export("fix_list", "xlsx")
            st.download_button(
                text.FIX_DOWNLOAD,
                fix_list_of(visit, inspection, chosen),
                file_name=text.FIX_FILE,
                mime=SHEET,
                on_click="ignore",
            )


def fix_list_of(visit: Visit, inspection: Inspection, provider: str) -> bytes:
    """Write the lines that a provider should mend. Raises ``PermissionError`` at shared levels."""
    require_rows(visit.level)
    return fix_list(opened_tables(visit.data_set, inspection), Owner("provider", provider))
