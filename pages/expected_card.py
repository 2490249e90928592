"""The parts of Verwacht en werkelijk that explain it: what adds to it, and the model card."""

import streamlit as st

from core.charts.expected import chart_calibration, chart_contributions
from core.expected.calibration import measure_calibration, measure_quality
from core.expected.contributions import find_contributions
from core.expected.features import find_characteristics
from core.text import expected_card as text
from core.text import expected_contributions as adds
from core.text.expected import NO_MODEL
from pages.expected_look import Look, comparison_of, features_of
from pages.skeleton import show_figures, show_numbers, show_picture

TYPICAL_YOUTH = 10_000
"""The size of the municipality with which the spread is explained."""


def show_contributions(look: Look) -> None:
    """Draw what each characteristic adds to the expectation of the region."""
    comparison = comparison_of(look)
    if comparison is None:
        st.info(NO_MODEL)
        return
    found = find_contributions(comparison, features_of(look), look.members)
    if found.empty:
        st.info(adds.NO_CONTRIBUTIONS)
        return
    rows = adds.contribution_rows(found)
    said = adds.contributions_finding(rows, look.name, look.form)
    st.subheader(said)
    table = adds.contribution_table(rows)
    show_picture(chart_contributions(rows), said, table, adds.CONTRIBUTIONS_NOTE)


def show_card(look: Look) -> None:
    """Tell what the expectation is, how good it is, and what it does not know."""
    comparison = comparison_of(look)
    if comparison is None:
        st.info(NO_MODEL)
        return
    quality, parts = measure_quality(comparison), measure_calibration(comparison)
    said = text.quality_finding(quality.explained, quality.municipalities, look.form)
    st.subheader(said)
    show_figures(text.quality_figures(quality.explained, quality.typical, quality.within))
    beside, picture = st.columns(2)
    with picture:
        rows = text.calibration_rows(parts)
        table = text.calibration_table(parts)
        show_picture(chart_calibration(rows), said, table, text.CALIBRATION_NOTE)
        st.caption(spread_of(look))
    beside.markdown(text.CARD)
    used = text.used_table(find_characteristics(look.visit.shelf, look.year))
    show_numbers(used, said)


def spread_of(look: Look) -> str:
    """Say how much municipalities differ beyond chance."""
    comparison = comparison_of(look)
    if comparison is None:
        return ""
    times = comparison.times_chance(TYPICAL_YOUTH) ** 0.5
    return text.spread_words(times, TYPICAL_YOUTH, comparison.correlation)
