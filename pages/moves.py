"""The part of the page Stepped of matched care on what a later start is: up, down or alike."""

import pandas as pd
import streamlit as st

from core.charts.step_kinds import chart_kinds
from core.charts.steps import chart_moves, chart_steps
from core.session import Visit, remembered
from core.stepping.escalation import LEAST_LENGTHS
from core.text import courses, general
from core.text import step_kinds as kinds
from core.text import step_tables as tables
from core.text import steps as text
from pages.labels import label_of
from pages.skeleton import show_both, show_figures, show_numbers, show_picture
from pages.step_numbers import MoveNumbers, StepNumbers, move_numbers, step_numbers

LEAST_KEY = "stepped_from"


def moves_of(visit: Visit) -> MoveNumbers:
    """Give the published numbers behind the first sentence of the page, counted once."""
    return remembered(visit, "moves", lambda: move_numbers(visit))


def show_moves(visit: Visit) -> None:
    """Draw what later starts are, and up and down by how chains began."""
    numbers = remembered(visit, "steps", lambda: step_numbers(visit))
    moved, label = moves_of(visit).moved, label_of(visit, "order")
    st.markdown(f"*{kinds.QUESTION}*")
    found = kinds.finding(numbers.kinds)
    st.markdown(f"**{found}**")
    bars = chart_kinds(kinds.bars_of_kinds(numbers.kinds))
    show_picture(bars, found, kinds.rows_of_kinds(numbers.kinds), label)
    st.caption(kinds.NOTE)
    st.subheader(text.MOVES_TITLE)
    both = chart_moves(text.bars_of_moves(moved))
    show_picture(both, text.finding(moved["up"]), text.rows_of_moves(moved), label)
    _show_courses(numbers)
    with st.expander(courses.EXPERT):
        _show_more(visit, numbers)


def _show_courses(numbers: StepNumbers) -> None:
    """Show the key figures of whole chains, stepped from as many in a row as somebody chooses."""
    st.subheader(courses.COURSES_TITLE)
    least = st.radio(
        courses.LEAST_CHOICE,
        LEAST_LENGTHS,
        format_func=lambda length: courses.LEAST_NAMES[length],
        index=len(LEAST_LENGTHS) - 1,
        horizontal=True,
        key=LEAST_KEY,
    )
    show_figures(courses.figures(numbers.courses, numbers.shapes, least))
    told = courses.of_how_many(numbers.courses, numbers.shapes, least)
    st.caption(f"{told} {courses.rise_sentence(numbers.directions)}")


def _show_more(visit: Visit, numbers: StepNumbers) -> None:
    st.markdown(courses.DEFINITIONS)
    stepped = courses.rows_of_shapes(numbers.shapes, numbers.directions)
    show_numbers(stepped, courses.SHAPES_TITLE)
    show_numbers(courses.rows_of_courses(numbers.courses, numbers.ways), courses.COURSES_TITLE)
    st.markdown(f"**{courses.RUNS_TITLE}**")
    show_numbers(courses.rows_of_runs(numbers.runs), courses.RUNS_TITLE)
    _show_years(numbers.yearly, visit.rules.as_of)


def _show_years(yearly: pd.DataFrame, as_of: int) -> None:
    """Draw the steps of each year, and show them as a table; all hidden is a sentence."""
    years = tables.in_step_order(yearly, as_of)
    if years["share"].isna().all():
        st.markdown(f"**{text.YEARS_TITLE}**")
        st.markdown(general.NOTHING_TO_SHOW)
        return
    said = tables.years_finding(years)
    st.markdown(f"**{said}**")
    show_both(chart_steps(years), said, tables.rows_of_steps(yearly, as_of))
