"""The part of the page Trajectreeksen on stock and flow."""

from dataclasses import replace
from functools import partial

import pandas as pd
import streamlit as st

from core.charts.stock import chart_stock
from core.disclosure import Grid, Shape, is_shared, publish_from, publish_parts
from core.frames import Frame, hold
from core.session import Visit, remembered
from core.text import stock as text
from core.timing import stock as model
from core.timing.beside import READINGS, count_beside
from core.timing.horizon import first_unsettled
from core.timing.spans import find_spans
from core.trajectories.calendar import FIRST_YEAR, LAST_YEAR
from core.trajectories.lookback import find_first_month
from core.trajectories.selection import select_active
from pages.labels import label_of
from pages.skeleton import show_finding, show_numbers, show_picture

FLOWS = Shape(counts=["number"])
QUARTER = 3


def show_stock(visit: Visit) -> None:
    """Show who is in care, who came and who went, and what one day shows beside who began."""
    st.caption(text.QUESTION)
    unit, each = _choices(visit)
    table = remembered(visit, f"stock_{unit}_{each}", lambda: _published(visit, unit, each))
    finding = text.finding(table, unit, each)
    show_finding(finding)
    picture = chart_stock(text.bars_of(table, each, visit.rules), unit)
    rows = text.table_of(table, each, visit.rules)
    show_picture(picture, finding, rows, label_of(visit, "duration", "freshness"))
    st.caption(f"{text.NOTES[unit]} {text.NOTE} {text.ROUNDED if is_shared(visit.level) else ''}")
    _show_beside(visit)


def _choices(visit: Visit) -> tuple[str, int]:
    """Ask what is counted, and, where exact numbers may be seen, by which period."""
    what, by = st.columns(2)
    unit = what.segmented_control(
        text.UNIT,
        list(text.UNITS),
        default="clients",
        required=True,
        format_func=lambda name: text.UNITS[name],
        key="stock_unit",
    )
    if is_shared(visit.level):
        return unit or "clients", QUARTER
    each = by.segmented_control(
        text.GRAIN,
        list(text.GRAINS),
        default=QUARTER,
        required=True,
        format_func=lambda months: text.GRAINS[months],
        key="stock_grain",
    )
    return unit or "clients", each or QUARTER


def _show_beside(visit: Visit) -> None:
    """Show how long care lasts as seen on one day, and as seen of all that began."""
    parts = remembered(visit, "stock_beside", lambda: _beside(visit))
    day = first_unsettled(visit.rules) - 1
    st.subheader(text.beside_finding(parts, day))
    show_numbers(text.beside_table(parts, day), text.BESIDE_TITLE)
    st.caption(text.BESIDE_NOTE)


def _published(visit: Visit, unit: str, each: int) -> pd.DataFrame:
    rules, selection = visit.rules, visit.selection
    calendar = model.Calendar(selection.first_year, selection.last_year, each)
    care = _care(visit)
    rows = find_spans(care) if unit == "clients" else care
    frames = [
        model.count_flows(rows, calendar),
        model.count_standing(rows, calendar.first_day(calendar.stop(rules))),
        find_first_month(visit.analysis.trajectories),
    ]
    measure = partial(model.measure_stock, calendar=calendar, rules=rules)
    return text.balanced(publish_from(frames, measure, visit.level, FLOWS))


def _care(visit: Visit) -> Frame:
    """Hold all care with days that fits the filters, of every year: the stock is built on all."""
    return remembered(visit, "care", lambda: hold(_fitting(visit)))


def _fitting(visit: Visit) -> Frame:
    ever = replace(visit.selection, first_year=FIRST_YEAR, last_year=LAST_YEAR)
    return model.find_dated(select_active(visit.analysis.trajectories, ever))


def _beside(visit: Visit) -> pd.DataFrame:
    grid = Grid({"reading": READINGS, "long": ("yes", "no")})
    counted = count_beside(_care(visit), visit.rules)
    return publish_parts(counted, visit.level, "trajectories", grid, ["reading"])
