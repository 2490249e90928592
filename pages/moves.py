"""The part of the page Stepped of matched care on what a next trajectory is: up, down or alike."""

import streamlit as st

from core.charts.steps import chart_followups, chart_moves, chart_steps
from core.session import Visit, remembered
from core.text import step_tables as tables
from core.text import steps as text
from pages.labels import label_of
from pages.skeleton import show_figures, show_numbers, show_picture
from pages.step_numbers import StepNumbers, step_numbers


def numbers_of(visit: Visit) -> StepNumbers:
    """Give the published numbers of the page, counted once."""
    return remembered(visit, "steps", lambda: step_numbers(visit))


def show_moves(visit: Visit) -> None:
    """Draw up, down and alike: in all, by year, and after each care form."""
    numbers, label = numbers_of(visit), label_of(visit, "order")
    bars = chart_moves(text.bars_of_moves(numbers.moved))
    show_picture(bars, text.MOVES_TITLE, text.rows_of_moves(numbers.moved), label)
    show_figures(text.figures(numbers.courses, numbers.stepped, numbers.ways))
    st.caption(text.of_how_many(numbers.courses, numbers.stepped, numbers.ways))
    with st.expander(text.COURSES_TITLE):
        show_numbers(text.rows_of_courses(numbers.courses, numbers.ways), text.COURSES_TITLE)
    _show_years(visit, numbers, label)
    _show_followups(visit, numbers, label)


def _show_years(visit: Visit, numbers: StepNumbers, label: str) -> None:
    as_of, yearly = visit.rules.as_of, numbers.yearly
    st.subheader(text.YEARS_TITLE)
    years = chart_steps(tables.in_step_order(yearly, as_of))
    show_picture(years, text.YEARS_TITLE, tables.rows_of_steps(yearly, as_of), label)


def _show_followups(visit: Visit, numbers: StepNumbers, label: str) -> None:
    after, ladder = numbers.followups, visit.rules.ladder
    st.subheader(text.FOLLOWUPS_TITLE)
    heat = chart_followups(tables.with_share_of_source(after), ladder)
    show_picture(heat, text.FOLLOWUPS_TITLE, tables.rows_of_followups(after, ladder), label)
    st.caption(tables.followups_note(after, ladder))

    st.subheader(text.REFERRERS_TITLE)
    st.caption(f"{text.referrer_caution(numbers.referrers)} {text.REFERRERS_NOTE}")
    show_numbers(tables.rows_of_referrers(numbers.referrers), text.REFERRERS_TITLE)
