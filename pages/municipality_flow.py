"""The part of the picture of a municipality on stock and flow."""

import streamlit as st

from core.benchmark.flows import IN_FORCE, TOPICS, WITH_CARE, measure_flows
from core.charts.municipality_groups import chart_flows
from core.opendata.shelf import breaks_of, figures_of, name_of
from core.session import OpenVisit
from core.text import municipality_flow as text
from pages.answered import ever_of, judged
from pages.municipality_figures import KIND
from pages.municipality_own import own_visit
from pages.open_status import show_open_status
from pages.skeleton import show_finding, show_picture
from pages.stock import show_stock


def show_flow(visit: OpenVisit) -> None:
    """Show what began, ended and ran on as published, and the stock of the own declarations."""
    figures = {topic: figures_of(visit.shelf, topic) for topic in (*TOPICS, IN_FORCE, WITH_CARE)}
    breaks = breaks_of(visit.shelf, TOPICS[0])
    flows = measure_flows(figures, visit.area, breaks)
    name = name_of(visit.shelf, visit.area)
    if flows.empty:
        show_finding(text.not_published(name))
    else:
        finding = text.finding(flows, name)
        show_finding(finding)
        picture = chart_flows(text.bars_of(flows))
        show_picture(picture, finding, text.table_of(flows), text.LABEL)
    show_open_status(visit, [TOPICS[0], IN_FORCE, WITH_CARE], kind=KIND)
    own = own_visit(visit)
    if own is not None:
        st.subheader(text.OWN_TITLE)
        st.markdown(text.WHY)
        if judged(own, ever_of(own).selection) is not None:  # the stock is built on every year
            show_stock(own)
