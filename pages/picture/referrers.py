"""Referrers page: who refers, to which first care form, and how often more help follows."""

import streamlit as st

from core.charts.referrers import chart_first_forms, chart_followed, chart_shares
from core.charts.theme import in_ladder_order
from core.session import require_visit
from core.text import referrers as text
from core.text import shell, status
from pages.referrals import first_forms, what_follows, who_refers
from pages.skeleton import (
    show_conversation,
    show_finding,
    show_picture,
    show_question,
    show_status,
)

visit = require_visit()
show_question(shell.TITLES["referrers"], text.QUESTION)
numbers = who_refers(visit)
finding = text.finding(numbers["delivered"], visit.years)
show_finding(finding)

who, where, next_ones = st.tabs(text.TABS, key="referrers_tab", on_change="rerun")
with who:
    if who.open:
        rows = text.trend_rows(numbers["by_year"])
        show_picture(chart_shares(rows), finding, text.trend_table(rows))
        st.caption(text.WHO_NOTE)
with where:
    if where.open:
        forms = first_forms(visit)
        cells = text.form_rows(forms, in_ladder_order(forms["care_form"], visit.rules.ladder))
        said = text.form_finding(cells)
        st.markdown(f"**{said}**")
        show_picture(chart_first_forms(cells), said, text.form_table(cells))
        st.caption(text.WHERE_NOTE)
with next_ones:
    if next_ones.open:
        results = text.follow_rows(what_follows(visit))
        seen = text.follow_finding(results, visit.rules)
        st.markdown(f"**{seen}**")
        show_picture(chart_followed(results), seen, text.follow_table(results))
        st.caption(text.FOLLOW_NOTE)

show_status(visit, status.BY_START)
show_conversation("referrers")
