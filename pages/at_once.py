"""The part of the page Stapeling on how many trajectories run at the same time."""

from dataclasses import dataclass

import pandas as pd
import streamlit as st

from core.charts.stacking import chart_years
from core.disclosure import Grid, Margins, Shape, publish, publish_parts, publish_table
from core.frames import hold
from core.session import Visit, remembered
from core.stacking import depths as model
from core.text import general
from core.text import stacking as text
from core.text.basics import whole_year
from pages.labels import label_of
from pages.skeleton import show_figures, show_numbers, show_picture

DAYS, EXTRA = Shape(counts=["days"]), Shape(counts=["extra_days"])
BY_YEAR = Margins(["year", "at_once"], [["year"]])
DEPTHS = Grid({"at_once": (1, model.DEEPEST)}, within=["year"])
"""Every year has both: where nobody had two at once is told no better than where few had."""

STACKED = Grid({"is_stacked": (1, 0)}, within=["year"])


@dataclass(frozen=True, slots=True)
class AtOnceNumbers:
    """What runs at the same time, published for the level of the visit."""

    year: int
    depths: pd.DataFrame
    stacked: pd.DataFrame
    reached: pd.DataFrame


def numbers_of(visit: Visit) -> AtOnceNumbers:
    """Give the published numbers, counted once."""
    return remembered(visit, "at_once", lambda: _counted(visit))


def show_at_once(visit: Visit) -> None:
    """Draw the share of clients and of days with two trajectories or more, by year."""
    numbers, as_of = numbers_of(visit), visit.rules.as_of
    stacked, depths = numbers.stacked, numbers.depths
    st.caption(text.AT_ONCE_QUESTION)
    show_figures(text.figures(stacked, depths, numbers.reached, numbers.year))
    finding = text.finding(stacked, depths, numbers.year)
    bars = chart_years(text.bars_of_years(stacked, depths, as_of))
    rows = text.rows_of_years(stacked, depths, as_of)
    show_picture(bars, finding, rows, label_of(visit, "duration"))
    st.caption(text.NOTE)
    with st.expander(general.TABLE_OF + ": " + text.MOST.lower()):
        show_numbers(text.rows_of_reached(numbers.reached), text.MOST)


def _counted(visit: Visit) -> AtOnceNumbers:
    selection, rules, level = visit.selection, visit.rules, visit.level
    depths = hold(model.find_depths(visit.analysis.chained, selection, rules))
    stacked, counted = model.count_stacked(depths, selection), model.count_depths(depths, selection)
    extra = publish(model.count_extra(depths, selection), level, EXTRA).drop(columns="clients")
    days = publish_table(counted, level, DAYS, BY_YEAR, DEPTHS)
    return AtOnceNumbers(
        year=whole_year(selection.first_year, selection.last_year, rules),
        depths=days.merge(extra, on="year", how="left"),
        stacked=publish_parts(stacked, level, "number", STACKED, ["year"]),
        reached=publish(model.count_reached(depths), level, Shape(counts=["clients"])),
    )
