"""The part of the page Verwijzers with a mirror for each kind of referrer."""

import pandas as pd
import streamlit as st

from core.charts.referral_mirror import chart_band
from core.disclosure import Margins, Shape, publish_table_from
from core.frames import Frame, hold
from core.referrals import limits, starts
from core.session import Visit, remembered
from core.text import referral_mirror as text
from core.text import referrers as who
from pages.labels import label_of
from pages.referrals import who_refers
from pages.skeleton import show_picture

SIDES = Shape(counts=["trajectories"], within=["quarter"])
SUMS = Margins(["year", "quarter", "side"], [["quarter"], ["year", "side"]])
"""All starts of a quarter, and those of a referrer in a year, stand in other parts."""


def show_mirror(visit: Visit) -> None:
    """Draw the quarters of one kind of referrer beside the band of their normal variation."""
    offered = text.choices(who_refers(visit)["delivered"]["referrer"].tolist())
    if visit.selection.dimension == "referrer":
        st.markdown(who.ONE_REFERRER)
        return
    if not offered:
        st.markdown(text.NO_REFERRERS)
        return
    with st.container(horizontal=True, vertical_alignment="bottom"):
        referrer = st.selectbox(text.REFERRER, offered, key="mirror_referrer", width=320)
        measure = st.selectbox(
            text.MEASURE,
            list(text.MEASURES),
            format_func=lambda name: text.MEASURES[name],
            key="mirror_measure",
            width=320,
        )
    band = limits.measure_band(sides_of(visit, referrer, measure))
    said = text.finding(band, referrer, measure, limits.FEWEST_QUARTERS)
    st.markdown(f"**{said}**")
    if band["share"].notna().any():
        rows = text.chart_rows(band)
        label = label_of(visit, "referrer", "freshness")
        show_picture(chart_band(rows, measure), said, text.table_rows(band), label)
    st.caption(f"{text.NOTE} {text.VISIBLE_TO}")


def sides_of(visit: Visit, referrer: str, measure: str) -> pd.DataFrame:
    """Publish the two sides of every quarter for a referrer."""
    counted = {"share": _of_all, "again": _again}[measure]
    name = f"mirror_{measure}_{referrer}"
    return remembered(visit, name, lambda: _published(visit, counted(visit, referrer)))


def _published(visit: Visit, counted: Frame) -> pd.DataFrame:
    sides = publish_table_from([counted], starts.with_years, visit.level, SIDES, SUMS)
    return sides.drop(columns="year")


def _of_all(visit: Visit, referrer: str) -> Frame:
    chained, selection, rules = visit.analysis.chained, visit.selection, visit.rules
    held = remembered(
        visit,
        "quarter_starts",
        lambda: hold(starts.find_quarter_starts(chained, selection, rules)),
    )
    return starts.count_referrer_sides(held, referrer)


def _again(visit: Visit, referrer: str) -> Frame:
    chained, selection, rules = visit.analysis.chained, visit.selection, visit.rules
    held = remembered(
        visit,
        "quarter_follow_ups",
        lambda: hold(starts.find_quarter_follow_ups(chained, selection, rules)),
    )
    return starts.count_followed_sides(held, referrer)
