"""The part of the page Trajectreeksen on how often a next trajectory follows, for groups only."""

from dataclasses import dataclass
from functools import partial

import pandas as pd
import streamlit as st

from core.charts.odds import chart_calibration, chart_odds
from core.charts.theme import in_ladder_order
from core.disclosure import MINIMUM_PERSONS, Shape, publish_from
from core.frames import Frame, hold
from core.sequences.calibration import measure_calibration
from core.sequences.odds import (
    AGES,
    ANYTHING,
    OTHER_FORMS,
    POSITIONS,
    count_next_steps,
    measure_odds,
)
from core.session import Visit, remembered
from core.text import odds as text
from core.trajectories.cohorts import find_observed
from core.trajectories.selection import select_chains
from pages.labels import label_of
from pages.skeleton import show_finding, show_picture

ANSWERS = Shape(counts=["reached", "unreached"])
EXPECTED = Shape(counts=["reached", "unreached"], values=["expected"])
AFTER_TWO = 1
"""Place of the position that is shown first: what regie op drie is about."""

Alike = tuple[int | None, str | None]


@dataclass(frozen=True, slots=True)
class Question:
    """Which chains are alike: the position, and an age band or a referrer, or neither."""

    position: int
    age: int | None
    referrer: str | None


def show_odds(visit: Visit) -> None:
    """Ask which chains are alike, and show how often they went on and how well that is known."""
    st.caption(text.QUESTION)
    place, form_place, alike_place = st.columns(3)
    position = place.radio(
        text.POSITION,
        POSITIONS,
        index=AFTER_TWO,
        format_func=text.position_words,
        horizontal=True,
        key="odds_position",
        persist_state="session",
    )
    alike = alike_place.selectbox(
        text.ALIKE, _choices(), format_func=_alike_words, key="odds_alike", persist_state="session"
    )
    question = Question(position, *alike)
    odds = odds_of(visit, question)
    forms = in_ladder_order(set(odds["care_form"]) - {ANYTHING, OTHER_FORMS}, visit.rules.ladder)
    care_form = form_place.selectbox(
        text.FORM, [ANYTHING, *forms], format_func=text.form_name, key="odds_form"
    )
    show_finding(text.finding(odds, position, care_form))
    st.markdown(text.basis(odds, care_form, _alike_words(alike)))
    picture = chart_odds(odds, forms, care_form)
    label = label_of(visit, "order")
    show_picture(
        picture, text.finding(odds, position, care_form), text.rows_of_odds(odds, forms), label
    )
    st.caption(text.METHOD)
    _show_calibration(visit, question, label)


def odds_of(visit: Visit, question: Question) -> pd.DataFrame:
    """Publish how often groups of alike chains went on."""
    measure = partial(
        measure_odds,
        position=question.position,
        age=question.age,
        referrer=question.referrer,
        fewest=MINIMUM_PERSONS,
    )
    return publish_from([steps_of(visit)], measure, visit.level, ANSWERS)


def calibration_of(visit: Visit, position: int) -> pd.DataFrame:
    """Publish what was expected of groups beside what was seen."""
    measure = partial(measure_calibration, position=position, fewest=MINIMUM_PERSONS)
    return remembered(
        visit,
        f"calibration_{position}",
        lambda: publish_from([steps_of(visit)], measure, visit.level, EXPECTED),
    )


def steps_of(visit: Visit) -> Frame:
    """Hold the counted groups from which every answer of this part is made."""
    return remembered(visit, "next_steps", lambda: hold(_counted(visit)))


def _counted(visit: Visit) -> Frame:
    analysis = visit.analysis
    observed = select_chains(find_observed(analysis.chained), visit.selection)
    return count_next_steps(observed, analysis.declarations, visit.rules)


def _show_calibration(visit: Visit, question: Question, label: str) -> None:
    """Draw expected beside seen, and tell next to it what these numbers do not know."""
    parts = calibration_of(visit, question.position)
    points, seen = text.points_of(parts), text.calibration_finding(parts)
    st.subheader(seen)
    picture, beside = st.columns(2)
    with picture:
        if points.empty:
            st.markdown(text.NO_CALIBRATION)
        else:
            show_picture(chart_calibration(points), seen, text.rows_of_parts(parts), label)
    with beside:
        st.caption(text.CALIBRATION_NOTE)
        with st.expander(text.CARD_TITLE):
            st.markdown(text.CARD)


def _choices() -> list[Alike]:
    ages: list[Alike] = [(age, None) for age in AGES]
    return [(None, None), *ages, *((None, referrer) for referrer in text.REFERRERS)]


def _alike_words(alike: Alike) -> str:
    return text.alike_words(*alike)
