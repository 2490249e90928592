"""The part of Regie op drie on the date of the agreement: whether the series changed there."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from core.charts.triggers_parts import chart_series
from core.disclosure import Margins, Shape, publish, publish_table
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
from core.trajectories.rules import REGISTERED, Rules
from core.trajectories.selection import select_starts
from core.trajectories.series import count_quarters, count_talk_quarters
from core.trajectories.thirds import select_thirds
from pages.labels import label_of
from pages.skeleton import show_picture

COUNTS = Shape(counts=["starts", "thirds"])
TALKS = Shape(counts=["talks"])


def show_series(visit: Visit) -> None:
    """Show third starts by quarter, with the line of before the agreement drawn on."""
    st.markdown(text.question(visit.rules))
    counts, months = remembered(visit, "third_quarters", lambda: _quarters(visit))
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
    st.caption(text.note(visit.rules, months))


def _show_lines(visit: Visit, series: pd.DataFrame, date: int, way: str) -> None:
    changes = measure_changes(series, date)
    finding = text.finding(changes, way, date, visit.rules)
    lines = text.lines_of(measure_lines(series, date), date)
    st.markdown(f"**{finding}**")
    st.caption(text.bounds(changes))
    st.warning(text.NO_PROOF)
    chart = chart_series(lines, text.WAYS[way])
    show_picture(chart, finding, text.table(lines), label_of(visit, "order", "freshness"))


def _ask(visit: Visit, counts: pd.DataFrame) -> tuple[int, str]:
    """Ask for the quarter in which the agreement began, and what to look at."""
    quarters = [int(quarter) for quarter in counts["quarter"]]
    proposed = _proposed(visit, counts, quarters)
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


def _proposed(visit: Visit, counts: pd.DataFrame, quarters: list[int]) -> int:
    """Propose the first quarter with talks; where that cannot be measured, the next that can."""
    first = remembered(visit, "first_talks", lambda: _first_talks(visit))
    possible = possible_dates(text.values_of(counts, "number"))
    later = [one for one in possible or quarters if first is None or one >= first]
    return later[0] if later else quarters[-1]


def _quarters(visit: Visit) -> tuple[pd.DataFrame, int]:
    """Count by quarter, and say how many months each third start looks back.

    Looking back less far leaves more quarters: it is done when nothing could be measured else.
    """
    own = visit.rules.lookback_months
    shorter = [months for months in REGISTERED["lookback_months"] if months < own]
    for months in (own, *sorted(shorter, reverse=True)):
        counts = _counted(visit, replace(visit.rules, lookback_months=months))
        if possible_dates(text.values_of(counts, "number")):
            return counts, months
    return _counted(visit, visit.rules), own


def _counted(visit: Visit, rules: Rules) -> pd.DataFrame:
    chained, triggers = visit.analysis.chained, visit.analysis.triggers
    starts = select_starts(chained, visit.selection)
    thirds = select_thirds(chained, triggers, rules, visit.selection)
    counted = count_quarters(chained, starts, thirds, rules)
    return publish_table(counted, visit.level, COUNTS, Margins(["quarter"]))


def _first_talks(visit: Visit) -> int | None:
    """Give the first quarter with enough talks to be shown; None when there is none."""
    if visit.analysis.evaluations is None:
        return None
    talks = publish(count_talk_quarters(visit.analysis.evaluations), visit.level, TALKS)
    shown = talks[talks["talks"].notna()]["quarter"]
    return int(shown.min()) if len(shown) else None
