"""The part of Regie op drie on the date of the agreement: whether the series changed there."""

import pandas as pd
import streamlit as st

from core.charts.triggers_parts import chart_series
from core.disclosure import Shape, publish
from core.session import Visit, remembered
from core.text import general
from core.text import series as text
from core.timing.interruptions import (
    is_long_enough,
    measure_changes,
    measure_lines,
    possible_dates,
    quarters_round,
)
from core.trajectories.selection import select_starts
from core.trajectories.series import count_quarters, count_talk_quarters
from pages.labels import label_of
from pages.skeleton import show_picture
from pages.thirds import thirds_of

COUNTS = Shape(counts=["starts", "thirds"])
TALKS = Shape(counts=["talks"])


def show_series(visit: Visit) -> None:
    """Show third starts by quarter, with the line of before the agreement drawn on."""
    st.markdown(text.question(visit.rules))
    counts = remembered(visit, "third_quarters", lambda: _quarters(visit))
    if counts.empty:
        st.markdown(general.NOTHING_TO_SHOW)
        return
    date, way = _ask(visit, counts)
    series = text.values_of(counts, way)
    if is_long_enough(series, date):
        _show_lines(visit, series, date, way)
    else:
        before, after = quarters_round(series, date)
        st.markdown(text.too_short(before, after, possible_dates(series), visit.rules))
    st.caption(text.note(visit.rules))


def _show_lines(visit: Visit, series: pd.DataFrame, date: int, way: str) -> None:
    finding = text.finding(measure_changes(series, date), way, date, visit.rules)
    lines = text.lines_of(measure_lines(series, date), date)
    st.markdown(f"**{finding}**")
    st.warning(text.NO_PROOF)
    chart = chart_series(lines, text.WAYS[way])
    show_picture(chart, finding, text.table(lines), label_of(visit, "order", "freshness"))


def _ask(visit: Visit, counts: pd.DataFrame) -> tuple[int, str]:
    """Ask for the quarter in which the agreement began, and what to look at."""
    quarters = [int(quarter) for quarter in counts["quarter"]]
    first = remembered(visit, "first_talks", lambda: _first_talks(visit))
    proposed = next((one for one in quarters if first is not None and one >= first), quarters[-1])
    left, right = st.columns(2)
    date = left.selectbox(
        text.DATE,
        quarters,
        index=quarters.index(proposed),
        format_func=general.quarter,
        key="agreement_quarter",
    )
    way = right.radio(
        text.WAY, list(text.WAYS), format_func=text.WAYS.__getitem__, horizontal=True, key="series"
    )
    return date, way


def _quarters(visit: Visit) -> pd.DataFrame:
    chained = visit.analysis.chained
    starts = select_starts(chained, visit.selection)
    counted = count_quarters(chained, starts, thirds_of(visit), visit.rules)
    return publish(counted, visit.level, COUNTS)


def _first_talks(visit: Visit) -> int | None:
    """Give the first quarter with enough talks to be shown; None when there is none."""
    if visit.analysis.evaluations is None:
        return None
    talks = publish(count_talk_quarters(visit.analysis.evaluations), visit.level, TALKS)
    shown = talks[talks["talks"].notna()]["quarter"]
    return int(shown.min()) if len(shown) else None
