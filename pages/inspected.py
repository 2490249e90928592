"""What was found in the open data set: checked once, for all visitors who have it open."""

import pandas as pd
import streamlit as st

from core.datasets import DataSet
from core.inspection import Inspection, inspect, repairable
from core.session import Visit
from core.text import quality as text

MOST_SETS = 8
"""Data sets of which the findings stay ready."""


def inspected(visit: Visit) -> Inspection:
    """Give the findings of the open data set; the first time it is checked, which takes a while."""
    with st.spinner(text.CHECKING, show_time=False):
        return _inspected(visit.data_set.id, visit.data_set)


def counted_repairs(visit: Visit) -> pd.DataFrame:
    """Count what every repair would do in the open data set (``REPAIR_COUNTS``), exactly."""
    with st.spinner(text.CHECKING, show_time=False):
        return _repairable(visit.data_set.id, visit.data_set)


@st.cache_resource(show_spinner=False, max_entries=MOST_SETS)
def _repairable(identity: str, _data_set: DataSet) -> pd.DataFrame:
    del identity  # as below
    return repairable(_data_set)


@st.cache_resource(show_spinner=False, max_entries=MOST_SETS)
def _inspected(identity: str, _data_set: DataSet) -> Inspection:
    del identity  # it is the key of the cache
    return inspect(_data_set)
