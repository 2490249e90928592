"""What if fewer third starts: a part of a page that other pages may show as well."""

from typing import Final

import pandas as pd
import streamlit as st

from core.disclosure import Margins, Shape, publish_table
from core.frames import Frame
from core.session import Visit, remembered
from core.stepping.what_if import REPLACEMENTS, measure_fewer, measure_saved
from core.text import what_if as text
from core.trajectories.what_if import count_replaceable
from pages.labels import label_of
from pages.skeleton import show_numbers

SHARES: Final = tuple(range(10, 101, 10))
"""The percents that may be chosen."""

USUAL: Final = 20
THIRDS = Shape(
    counts=["thirds", "priced"],
    amounts=["third_cents", "second_cents"],
)


def quarters_of(visit: Visit) -> pd.DataFrame:
    """Publish the third starts of each whole quarter with what they cost, counted once."""
    counted = count_replaceable(visit.analysis.chained, visit.rules, visit.selection)
    return remembered(visit, "what_if", lambda: _published(visit, counted))


def _published(visit: Visit, counted: Frame) -> pd.DataFrame:
    table = publish_table(counted, visit.level, THIRDS, Margins(["quarter"]))
    return table.sort_values("quarter")


def show_what_if(visit: Visit) -> None:
    """Let people replace a share of the third starts, and say what a year would be less."""
    quarters, named = quarters_of(visit), text.thirds(visit.rules)
    st.markdown(f"*{text.QUESTION.format(thirds=named)}*")
    st.warning(text.ARITHMETIC)
    percents = st.select_slider(
        text.SLIDER.format(thirds=named),
        SHARES,
        USUAL,
        lambda cell: f"{cell}%",
        key="what_if_share",
    )
    by = st.radio(
        text.BY,
        REPLACEMENTS,
        format_func=lambda name: text.REPLACEMENT_NAMES[name],
        key="what_if_by",
    )
    share = percents / 100
    fewer, saved = measure_fewer(quarters, share, by), measure_saved(quarters, share, by)
    st.markdown(f"**{text.finding(share, fewer, saved, visit.rules)}**")
    if fewer:
        show_numbers(text.rows_of_ranges(fewer, saved), text.TITLE)
        st.caption(f"{text.note(quarters, visit.rules)} {label_of(visit, 'order', 'money')}")
