"""The part of Regie op drie on today: where live chains stand in the agreement, in numbers."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from core.charts.triggers_parts import chart_standings
from core.disclosure import Grid, Margins, Shape, publish_table
from core.frames import Frame
from core.session import Visit, remembered
from core.text import standings as text
from core.trajectories import standings as model
from core.trajectories.calendar import FIRST_YEAR, LAST_YEAR
from core.trajectories.selection import select_starts
from pages.labels import label_of
from pages.skeleton import show_picture

CHAINS = Shape(counts=["chains"])


def show_standings(visit: Visit) -> None:
    """Show how many live chains are asked for a talk, were prepared, or began without."""
    st.markdown(text.question(visit.rules))
    counts = remembered(visit, "standings", lambda: _counted(visit))
    finding = text.finding(counts)
    st.markdown(f"**{finding}**")
    label = label_of(visit, "order", "freshness")
    show_picture(chart_standings(text.bars(counts)), finding, text.table(counts), label)
    st.caption(text.note(visit.rules))


def standings_of(visit: Visit) -> Frame:
    """Give the live chains of today that fit the selection; its period does not matter."""
    analysis = visit.analysis
    today = replace(visit.selection, first_year=FIRST_YEAR, last_year=LAST_YEAR)
    found = model.find_standings(
        analysis.chained, analysis.triggers, analysis.evaluations, visit.rules
    )
    return select_starts(found, today)


def _counted(visit: Visit) -> pd.DataFrame:
    counted = model.count_standings(standings_of(visit))
    shown = text.shown_of(visit.rules, has_evaluations=visit.analysis.has_evaluations)
    grid = Grid({"standing": shown})
    return publish_table(counted, visit.level, CHAINS, Margins(["standing"]), grid)
