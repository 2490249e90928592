"""The part of the page Stapeling on youth care beside help by another law."""

import pandas as pd
import streamlit as st

from core.charts.schemes import chart_schemes
from core.datasets import has_other_schemes, schemes_of
from core.disclosure import MINIMUM_PERSONS, Shape, publish
from core.frames import hold
from core.session import Visit, current_rules, remembered
from core.stacking import schemes as model
from core.text import schemes as text
from pages.labels import label_of
from pages.skeleton import show_picture

COUNTS = Shape(counts=["number"])


def show_schemes(visit: Visit) -> None:
    """Draw who has youth care together with another scheme, or say how to bring such lines."""
    st.caption(text.QUESTION)
    if not remembered(visit, "has_schemes", lambda: has_other_schemes(visit.data_set)):
        st.markdown(text.NO_DATA)
        return
    counts = remembered(visit, "schemes", lambda: _counted(visit))
    finding = text.finding(counts)
    st.markdown(f"**{finding}**")
    bars = chart_schemes(text.bars_of_schemes(counts))
    rows = text.rows_of_schemes(counts, visit.rules.as_of)
    show_picture(bars, finding, rows, label_of(visit, "duration"))
    st.caption(text.NOTE)


def _counted(visit: Visit) -> pd.DataFrame:
    selection, rules = visit.selection, visit.rules
    trajectories, others = schemes_of(visit.data_set, current_rules())
    days = hold(model.find_scheme_days(trajectories, others, selection, rules))
    counted = model.count_schemes(days, selection, MINIMUM_PERSONS)
    return publish(counted, visit.level, COUNTS)
