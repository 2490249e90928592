"""The part of Regie op drie on what began after a talk, beside what the talk concluded."""

import pandas as pd
import streamlit as st

from core.charts.triggers_parts import chart_after
from core.disclosure import MINIMUM_PERSONS, Grid, Margins, Shape, is_shared, publish_table
from core.frames import Frame, hold
from core.session import Visit, remembered
from core.text import after_talks as text
from core.text.talk_words import CONCLUSIONS
from core.text.triggers import NO_TALKS
from core.trajectories import after_talks as model
from core.trajectories.grids import merge_rare
from core.trajectories.selection import select_starts
from pages.labels import label_of
from pages.skeleton import show_picture

REST = "rest"
TALKS = Shape(counts=["talks"])
OUTCOMES = Shape(counts=["talks"], within=[])
AFTER = Shape(counts=["talks"], within=["conclusion"])


def show_results(visit: Visit) -> None:
    """Show what began within six months after talks, by their conclusion."""
    st.markdown(text.QUESTION)
    if not visit.analysis.has_evaluations:
        st.markdown(NO_TALKS)
        return
    overall, counts, recent = remembered(visit, "after_talks", lambda: _counted(visit))
    finding = text.finding(overall)
    st.markdown(f"**{finding}**")
    chart = chart_after(text.together(counts))
    show_picture(chart, finding, text.table(counts, recent), label_of(visit, "order"))
    st.caption(text.NOTE)


def _counted(visit: Visit) -> tuple[pd.DataFrame, pd.DataFrame, pd.DataFrame]:
    """Count talks long enough ago by outcome, those by conclusion too, and the recent ones."""
    known, recent = model.split_recent(hold(_talks(visit)))
    fewest = MINIMUM_PERSONS if is_shared(visit.level) else 0
    overall = merge_rare(known, "outcome", REST, fewest)
    merged = merge_rare(known, "outcome", REST, fewest, "conclusion")
    late, level = model.count_talks(recent, "conclusion"), visit.level
    after, grid = model.count_after_talks(merged), Grid({"conclusion": list(CONCLUSIONS)})
    outcomes = model.count_talks(overall, "outcome")
    return (
        publish_table(outcomes, level, OUTCOMES, Margins(["outcome"])),
        publish_table(after, level, AFTER, Margins(["conclusion", "outcome"])),
        publish_table(late, level, TALKS, Margins(["conclusion"]), grid),
    )


def _talks(visit: Visit) -> Frame:
    """Give the talks that fit the selection, with what followed."""
    analysis = visit.analysis
    if analysis.evaluations is None:
        raise ValueError("nobody told of talks")
    found = model.find_talks(analysis.chained, analysis.evaluations, visit.rules)
    return select_starts(found, visit.selection)
