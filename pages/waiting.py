"""The part of the page Trajectreeksen on how long after a trajectory the next one starts."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial

import pandas as pd
import streamlit as st

from core.charts.waiting import chart_waiting
from core.disclosure import (
    MINIMUM_PERSONS,
    Grid,
    Margins,
    Shape,
    is_shared,
    publish,
    publish_from,
    publish_parts,
    publish_table,
)
from core.frames import Frame, hold
from core.session import Visit, remembered
from core.text import endings as words
from core.text import waiting as text
from core.timing import waiting as model
from core.timing.births import find_adult_days
from core.timing.curves import measure_curves
from core.timing.endings import count_endings, find_endings
from core.timing.entries import count_entries
from core.trajectories.selection import select_chains
from pages.durations import show_durations
from pages.labels import label_of
from pages.skeleton import show_finding, show_numbers, show_picture

CURVES = Shape(counts=["at_risk", "shown"], persons="at_risk", values=["incidence"])
STANDS = Shape(counts=["clients"], within=["position"])
BY_STAND = Margins(["position", "stand"], [["position"]])
ENDINGS = Shape(counts=["trajectories"], within=["reason"])
COHORT_MONTHS = (12, 24)


@dataclass(frozen=True, slots=True)
class Waits:
    """The published curves, and what they stand on."""

    curves: pd.DataFrame
    stands: pd.DataFrame
    first_days: pd.DataFrame


def show_waiting(visit: Visit) -> None:
    """Show the curves, what they stand on, why help ended, entry cohorts, and durations."""
    waits = remembered(visit, "waiting", lambda: _published(visit))
    finding = text.finding(waits.curves)
    st.caption(text.QUESTION)
    show_finding(finding)
    lines, at_risk = text.lines_of(waits.curves), text.at_risk_of(waits.curves)
    pause = (visit.rules.chain_gap_days, text.pause_label(visit.rules))
    picture = chart_waiting(lines, at_risk, pause)
    show_picture(
        picture, finding, text.table_of(waits.curves), label_of(visit, "order", "duration")
    )
    st.caption(f"{text.stands(waits.stands)}{text.first_days(waits.first_days)}")
    st.caption(f"{text.METHOD} {text.UNSEEN} {text.STEPS_SHARED if is_shared(visit.level) else ''}")
    _show_more(visit)
    show_durations(visit)


def _show_more(visit: Visit) -> None:
    """Show what came next by the reason for ending, and entry cohorts, after a chosen number."""
    with st.expander(f"{words.TITLE} · {words.COHORTS_TITLE}"):
        position = _chosen_position()
        endings = remembered(visit, f"endings_{position}", lambda: _endings(visit, position))
        st.markdown(f"**{words.finding(endings)}**")
        show_numbers(words.table_of(endings), words.TITLE)
        st.caption(words.NOTE)
        st.markdown(f"**{words.COHORTS_TITLE}**")
        cohorts = remembered(visit, f"entries_{position}", lambda: _cohorts(visit, position))
        show_numbers(words.cohort_table(cohorts), words.COHORTS_TITLE)
        st.caption(words.COHORTS_NOTE)


def _chosen_position() -> int:
    chosen = st.segmented_control(
        words.POSITION,
        list(words.POSITIONS),
        default=1,
        required=True,
        format_func=lambda position: words.POSITIONS[position],
        key="waiting_position",
    )
    return chosen or 1


def _published(visit: Visit) -> Waits:
    rules, level = visit.rules, visit.level
    first = model.keep_first_chains(_waits(visit))
    fewest = MINIMUM_PERSONS if is_shared(level) else 1
    measure = partial(measure_curves, fewest=fewest)
    return Waits(
        publish_from([model.count_waits(first, rules)], measure, level, CURVES),
        publish_table(model.count_stands(first, rules), level, STANDS, BY_STAND),
        publish(model.count_first_days(first, rules), level, STANDS),
    )


def _waits(visit: Visit) -> Frame:
    """Hold the trajectories of the selected chains with what came next."""
    return remembered(visit, "waits", lambda: hold(_selected(visit)))


def _selected(visit: Visit) -> Frame:
    analysis = visit.analysis
    waits = model.find_waits(analysis.chained, find_adult_days(analysis.declarations))
    return select_chains(waits, visit.selection)


def _endings(visit: Visit, position: int) -> pd.DataFrame:
    at = model.keep_position(_waits(visit), position)
    endings = find_endings(at, visit.rules)
    counted = count_endings(endings, MINIMUM_PERSONS)
    return publish_table(counted, visit.level, ENDINGS, Margins(["reason", "outcome"]))


def _cohorts(visit: Visit, position: int) -> Mapping[int, pd.DataFrame]:
    at = model.keep_position(model.keep_first_chains(_waits(visit)), position)
    grid = Grid({"reached": ("yes", "no")}, within=["cohort"])
    return {
        months: publish_parts(
            count_entries(at, visit.rules, months), visit.level, "clients", grid, ["cohort"]
        )
        for months in COHORT_MONTHS
    }
