"""Referrers page: who refers, to which first care form, and how often more help follows."""

import streamlit as st

from core.charts.referrers import chart_first_forms, chart_followed, chart_shares
from core.charts.theme import in_ladder_order
from core.disclosure import MINIMUM_PERSONS, Shape, publish
from core.session import require_visit
from core.text import referrers as text
from core.text import shell, status
from core.trajectories import referrals as model
from core.trajectories.grids import merge_rare
from pages.skeleton import (
    show_conversation,
    show_finding,
    show_picture,
    show_question,
    show_status,
)

visit = require_visit()
level, rules, chained = visit.level, visit.rules, visit.analysis.chained
show_question(shell.TITLES["referrers"], text.QUESTION)
rare = (text.OTHER_REFERRERS, MINIMUM_PERSONS)
trajectories, chains = Shape(counts=["trajectories"]), Shape(counts=["chains"])

referrals = model.find_referrals(chained, visit.selection)
named = merge_rare(referrals, "referrer", *rare)
delivered = publish(model.count_delivered(named), level, trajectories)
finding = text.finding(delivered, visit.years)
show_finding(finding)
firsts = model.find_first_trajectories(chained, visit.selection, *rare)

who, where, what_follows = st.tabs(text.TABS)
with who:
    shares = publish(model.count_referrals(referrals, *rare), level, trajectories)
    rows = text.trend_rows(shares)
    show_picture(chart_shares(rows), finding, text.trend_table(rows))
    st.caption(text.WHO_NOTE)
with where:
    counted = model.count_first_forms(firsts, text.OTHER_FORMS, MINIMUM_PERSONS)
    forms = publish(counted, level, chains)
    cells = text.form_rows(forms, in_ladder_order(forms["care_form"], rules.ladder))
    said = text.form_finding(cells)
    st.markdown(f"**{said}**")
    show_picture(chart_first_forms(cells), said, text.form_table(cells))
    st.caption(text.WHERE_NOTE)
with what_follows:
    followed = publish(model.count_followed(chained, firsts, rules), level, chains)
    results = text.follow_rows(followed)
    seen = text.follow_finding(results, rules)
    st.markdown(f"**{seen}**")
    show_picture(chart_followed(results), seen, text.follow_table(results))
    st.caption(text.FOLLOW_NOTE)

show_status(visit, status.BY_START)
show_conversation("referrers")
