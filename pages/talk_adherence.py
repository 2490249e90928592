"""The part of Regie op drie on adherence: rates with intervals, by quarter or organisation."""

import pandas as pd
import streamlit as st

from core.charts.triggers_parts import chart_rates
from core.disclosure import MINIMUM_PERSONS, Margins, Shape, is_shared, publish_table, share_of
from core.frames import Frame
from core.session import Visit, remembered
from core.text import adherence as text
from core.text import exceptions
from core.text.triggers import talk_note
from core.trajectories import adherence as model
from core.trajectories.thirds import EVALUATED, UNKNOWN, select_thirds
from pages.labels import label_of
from pages.skeleton import show_numbers, show_picture
from pages.thirds import thirds_in_all, thirds_over_time

COUNTS = Shape(counts=["thirds"])


def show_adherence(visit: Visit) -> None:
    """Show before which part of the third starts there was a talk, and how sure that is."""
    st.markdown(text.question(visit.rules))
    if not visit.analysis.has_evaluations:
        st.markdown(talk_note(visit.rules, has_evaluations=False))
        return
    way = st.radio(
        text.WAY, list(text.WAYS), format_func=text.WAYS.__getitem__, horizontal=True, key="kept_by"
    )
    rates = remembered(visit, f"rates_{way}", lambda: _rates(visit, way))
    is_all = way != "quarter" or "year" not in thirds_over_time(visit)
    whole = thirds_in_all(visit) if is_all else None
    finding = text.finding(rates, way, whole, visit.rules)
    st.markdown(f"**{finding}**")
    _show_rates(visit, rates, way, finding)
    talks = talk_note(visit.rules, has_evaluations=True)
    st.caption(f"{text.note(visit.rules)} {talks} {exceptions.agreed(visit.rules)}")


def _show_rates(visit: Visit, rates: pd.DataFrame, way: str, finding: str) -> None:
    total = text.overall(rates)
    share = share_of(*total) if total else None
    if share is None:
        show_numbers(text.table(rates, way), finding)
        return
    chart = chart_rates(text.drawn(rates), share, text.RATE)
    show_picture(chart, finding, text.table(rates, way), label_of(visit, "order"))


def _rates(visit: Visit, way: str) -> pd.DataFrame:
    if way == "quarter":
        rows = thirds_over_time(visit)
        apart = rows[rows["status"].isin([*EVALUATED, *UNKNOWN])]
        return text.rates_over_time(apart if len(apart) else rows)
    fewest = MINIMUM_PERSONS if is_shared(visit.level) else 0
    merged = model.merge_small(_all_thirds(visit), way, text.REST, fewest)
    counted = model.count_adherence(merged, way)
    counts = publish_table(counted, visit.level, COUNTS, Margins([way, "status"]))
    return text.rates_of(counts, way, lambda code: visit.name(way, code))


def _all_thirds(visit: Visit) -> Frame:
    """Give the third starts of the trend, those that are excepted among them."""
    analysis = visit.analysis
    statuses = (*EVALUATED, *model.APART)
    return select_thirds(
        analysis.chained, analysis.triggers, visit.rules, visit.selection, statuses
    )
