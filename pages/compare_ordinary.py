"""The part of the page Vergelijken that asks whether a difference is an ordinary one."""

import streamlit as st

from core.benchmark.funnel import Funnel, draw_limits, place_regions
from core.benchmark.peers import peers_of
from core.benchmark.shares import MEASURES, funnel_of, shares_of
from core.charts.funnel import chart_funnel
from core.opendata.shelf import name_of, regions_of
from core.session import OpenVisit
from core.text import funnel as text
from pages.open_status import show_open_status
from pages.skeleton import show_picture


def show_ordinary(visit: OpenVisit) -> None:
    """Draw a share of every municipality in a funnel, and say in words where ours lies."""
    st.caption(text.QUESTION)
    measure = st.segmented_control(
        text.CHOOSE,
        list(text.MEASURES),
        format_func=text.MEASURES.__getitem__,
        default="help",
        required=True,
        key="funnel_measure",
        persist_state="session",
    )
    funnel = funnel_of(visit.shelf, measure or "help")
    if funnel is None:
        st.markdown(text.NO_FUNNEL)
    else:
        _show_funnel(visit, measure or "help", funnel)
    st.markdown(text.WHY_NO_SPENDING)
    used = MEASURES[measure or "help"]
    show_open_status(visit, (used.share, used.whole), text.LIMITS, "municipality")


def _show_funnel(visit: OpenVisit, measure: str, funnel: Funnel) -> None:
    counted = shares_of(visit.shelf, measure)
    placed = place_regions(counted, funnel)
    own = placed[placed["region"] == visit.area]
    finding = text.finding(
        name_of(visit.shelf, visit.area), None if own.empty else own.iloc[0], measure
    )
    st.markdown(f"**{finding}** {text.position(placed['place'])}")
    regions = regions_of(visit.shelf, "municipality")
    names = dict(zip(regions["region"], regions["name"], strict=True))
    peers = peers_of(visit.shelf, visit.area, visit.peers)
    dots = text.dots_of(placed, names, visit.area, peers)
    limits = draw_limits(funnel, placed["whole"].min(), placed["whole"].max())
    first = counted.iloc[0]
    label = text.label(int(first["year"]), len(placed), provisional=bool(first["provisional"]))
    show_picture(chart_funnel(dots, limits, measure), finding, text.rows_of_dots(dots), label)
    with st.expander(text.METHOD_TITLE):
        st.markdown(text.method(funnel.dispersion))
