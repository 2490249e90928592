"""The part of the page Stapeling on ready-made selections: one click, one kind of special care."""

from dataclasses import dataclass
from functools import partial

import pandas as pd
import streamlit as st

from core.charts.special import chart_special
from core.disclosure import (
    MINIMUM_PERSONS,
    Grid,
    Margins,
    Shape,
    fill_rows,
    publish,
    publish_from,
    publish_parts,
    publish_table,
)
from core.frames import Frame, hold
from core.session import Visit, remembered
from core.stacking import places, selections
from core.text import special as text
from core.text.basics import whole_year
from core.trajectories.selection import count_options
from pages.labels import label_of
from pages.offered import values_of
from pages.skeleton import show_figures, show_numbers, show_picture

CARE = Shape(
    counts=["clients", "trajectories"],
    amounts=["amount_cents"],
)
STARTS = Shape(counts=["trajectories"])
SIDES = Grid({"side": (selections.INSIDE, selections.OUTSIDE)}, within=["year"])
"""Every year has both: a year in which nobody has such care is told no better than one of few."""

TWO = Grid({"part": ("inside", "without")}, within=["year"])
THREE = Grid({"part": ("only", "both", "without")}, within=["year"])


@dataclass(frozen=True, slots=True)
class SpecialNumbers:
    """A selection by year and by place, published for the level of the visit."""

    labels: tuple[str, ...]
    unborn: int | None
    counts: pd.DataFrame
    parts: pd.DataFrame
    apart: pd.DataFrame
    places: pd.DataFrame
    neighbours: pd.DataFrame


def show_special(visit: Visit) -> None:
    """Let people choose a selection, and show how much of it there is and where it stands."""
    st.caption(text.QUESTION)
    chosen = st.segmented_control(
        text.CHOOSE,
        selections.SELECTIONS,
        format_func=text.NAMES.__getitem__,
        default=selections.SELECTIONS[0],
        required=True,
        key="special",
        persist_state="session",
    )
    name = chosen or selections.SELECTIONS[0]
    numbers = remembered(visit, f"special_{name}", lambda: _counted(visit, name))
    year = whole_year(visit.selection.first_year, visit.selection.last_year, visit.rules)
    finding = text.finding(numbers.parts, name, year)
    st.markdown(f"**{finding}** {text.without(numbers.apart, numbers.counts, name, year)}")
    st.caption(text.definition(name, numbers.labels, numbers.unborn))
    show_figures(text.figures(numbers.counts, numbers.parts, year))
    _show_years(visit, numbers, finding)
    _show_places(visit, numbers, name)


def _show_years(visit: Visit, numbers: SpecialNumbers, finding: str) -> None:
    as_of = visit.rules.as_of
    bars = chart_special(text.bars_of_years(numbers.counts, as_of))
    rows = text.rows_of_years(numbers.counts, numbers.parts, as_of)
    show_picture(bars, finding, rows, label_of(visit, "duration", "money"))
    st.caption(text.EURO_NOTE)


def _show_places(visit: Visit, numbers: SpecialNumbers, name: str) -> None:
    st.subheader(text.place_finding(numbers.places, name))
    show_numbers(text.rows_of_places(numbers.places), text.PLACES_TITLE)
    before, after = st.columns(2)
    with before:
        st.markdown(f"**{text.BEFORE}**")
        show_numbers(text.rows_of_neighbours(numbers.neighbours, "before"), text.BEFORE)
    with after:
        st.markdown(f"**{text.AFTER}**")
        show_numbers(text.rows_of_neighbours(numbers.neighbours, "after"), text.AFTER)
    st.caption(text.place_note(visit.rules.chain_gap_days))


def _counted(visit: Visit, name: str) -> SpecialNumbers:
    analysis, selection, level = visit.analysis, visit.selection, visit.level
    options = publish(
        count_options(analysis.trajectories, "care_form"), level, Shape(counts=["clients"])
    )
    labels = selections.labels_of(name, options["care_form"])
    told = values_of(visit, "care_form")
    born = selections.find_born(analysis.declarations)
    marked = selections.mark(analysis.chained, name, labels, born)
    years = hold(selections.find_marked_years(marked, selection, visit.rules))
    placed = hold(places.find_places(marked, selection, visit.rules))
    filled = partial(fill_rows, grid=SIDES)
    return SpecialNumbers(
        labels=tuple(label for label in labels if label in told),
        unborn=_unborn(visit, born),
        counts=publish_from([selections.count_selected(years)], filled, level, CARE),
        parts=publish_parts(
            selections.count_selected_clients(years), level, "number", TWO, ["year"]
        ),
        apart=publish_parts(
            selections.count_selected_parts(years), level, "number", THREE, ["year"]
        ),
        places=publish_table(places.count_places(placed), level, STARTS, Margins(["place"])),
        neighbours=publish(places.count_neighbours(placed, MINIMUM_PERSONS), level, STARTS),
    )


def _unborn(visit: Visit, born: Frame) -> int | None:
    counted = selections.count_unborn(visit.analysis.trajectories, born, visit.selection)
    number = publish(counted, visit.level, Shape(counts=["clients"]))["clients"].iloc[0]
    return None if pd.isna(number) else int(number)
