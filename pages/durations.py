"""How long trajectories last, by care form: a section of the part on when help goes on."""

import pandas as pd
import streamlit as st

from core.charts.durations import chart_durations
from core.charts.theme import in_ladder_order
from core.disclosure import Margins, Shape, publish_table_from
from core.quality.labels import WEAK
from core.session import Visit, remembered
from core.text import durations as text
from core.timing import durations as model
from core.trajectories.selection import select_starts
from pages.labels import label_of, labels_of
from pages.skeleton import show_picture

DURATIONS = Shape(
    counts=["trajectories", "running", "silent"],
    percentiles=model.QUANTILES,
)


def show_durations(visit: Visit) -> None:
    """Show quartiles per care form; none at all when the data do not say when care ended."""
    st.subheader(text.TITLE)
    label = label_of(visit, "duration")
    if _is_weak(visit):
        st.markdown(text.REFUSED)
        st.caption(label)
        return
    durations = remembered(visit, "durations", lambda: _published(visit))
    order = in_ladder_order(durations["care_form"], visit.rules.ladder)
    finding = text.finding(durations)
    st.markdown(f"**{finding}**")
    picture = chart_durations(text.rows_of(durations, order), visit.rules.ladder)
    show_picture(picture, finding, text.table_of(durations, order), label)
    st.caption(text.NOTE)


def _is_weak(visit: Visit) -> bool:
    labels = labels_of(visit).set_index("topic")
    return bool(labels["mark"]["duration"] == WEAK)


def _published(visit: Visit) -> pd.DataFrame:
    rules = visit.rules
    started = select_starts(model.find_started(visit.analysis.trajectories, rules), visit.selection)
    frames = [model.count_durations(started, rules), model.count_started(started)]
    forms = Margins(["care_form"])
    return publish_table_from(frames, model.measure_durations, visit.level, DURATIONS, forms)
