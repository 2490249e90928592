"""The part of the page Trajectreeksen on the course in a picture: states, paths, expert figures."""

from dataclasses import dataclass
from functools import partial

import pandas as pd
import streamlit as st

from core.charts.paths import chart_paths
from core.charts.states import chart_states
from core.disclosure import (
    MEDIAN_PERSONS,
    MINIMUM_PERSONS,
    Margins,
    Shape,
    publish,
    publish_from,
    publish_table_from,
)
from core.frames import Frame, hold
from core.sequences import states as model
from core.sequences.indicators import measure_indicators
from core.sequences.paths import count_paths, find_parts
from core.session import Visit, observed_chains, remembered
from core.text import states as text
from pages.labels import label_of
from pages.skeleton import show_finding, show_numbers, show_picture

CLIENTS = Shape(counts=["clients"], within=["month"])
ENTROPIES = Shape(counts=["clients"], persons="alike", values=["entropy"], whole="clients")
INDICATORS = Shape(counts=["clients"], averages={"mean": "clients"})
PATHS = Shape(counts=["chains"], percentiles={"begun_months": 0.5, "until_months": 0.5})


@dataclass(frozen=True, slots=True)
class Course:
    """The published numbers of the part."""

    states: pd.DataFrame
    entropies: pd.DataFrame
    indicators: pd.DataFrame
    paths: pd.DataFrame


def show_states(visit: Visit) -> None:
    """Draw the states over time and the paths over the ladder; expert figures are folded."""
    course, ladder = remembered(visit, "states", lambda: _published(visit)), visit.rules.ladder
    finding = text.finding(course.states)
    st.caption(text.QUESTION)
    show_finding(finding)
    label = label_of(visit, "order", "duration")
    rows = text.rows_of_states(course.states, ladder)
    show_picture(chart_states(course.states, ladder), finding, rows, label)
    st.caption(text.NOTE)

    title = text.paths_finding(course.paths)
    st.subheader(title)
    st.caption(text.PATHS_QUESTION)
    picture = chart_paths(course.paths, ladder)
    show_picture(picture, title, text.rows_of_paths(course.paths), label)
    st.caption(text.PATHS_NOTE)
    _show_expert(course)


def _show_expert(course: Course) -> None:
    with st.expander(text.EXPERT_TITLE):
        show_numbers(text.rows_of_indicators(course.indicators), text.EXPERT_TITLE)
        st.caption(text.EXPERT_NOTE)
        show_numbers(text.rows_of_entropies(course.entropies), text.ENTROPY)
        st.caption(text.ENTROPY_NOTE)


def _published(visit: Visit) -> Course:
    states, level = _states(visit), visit.level
    counted = model.count_states(states)
    merged = partial(model.measure_states, fewest=MINIMUM_PERSONS)
    return Course(
        publish_table_from(
            [counted], merged, level, CLIENTS, Margins(["month", "state"], [("month",)])
        ),
        publish_from([counted], model.measure_entropies, level, ENTROPIES),
        publish_from([model.count_courses(states)], _indicators, level, INDICATORS),
        publish(count_paths(_parts(visit), MEDIAN_PERSONS), level, PATHS),
    )


def _states(visit: Visit) -> Frame:
    """Hold a state per young person and month, of which three questions are asked."""
    chained = visit.analysis.chained
    origins = model.find_origins(chained, visit.selection)
    return hold(model.find_states(chained, origins, visit.rules))


def _parts(visit: Visit) -> Frame:
    """Hold every stay on one rung, which is read more than once."""
    return hold(find_parts(observed_chains(visit), visit.rules))


def _indicators(courses: pd.DataFrame) -> pd.DataFrame:
    return measure_indicators(model.courses_of(courses))
