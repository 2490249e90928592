"""Exceptions agreed in writing: a switch for each, and what it does to the count."""

from dataclasses import replace

import pandas as pd
import streamlit as st

from core.disclosure import Grid, publish_parts
from core.frames import Frame, hold
from core.session import Visit, choose_rules, current_rules, remembered
from core.text import exceptions as text
from core.trajectories import exceptions as model
from core.trajectories.choosing import with_exception
from core.trajectories.rules import EXCEPTIONS
from core.trajectories.thirds import EVALUATED, UNKNOWN, select_thirds
from core.trajectories.triggers import find_triggers
from pages.skeleton import show_numbers

KEY = "exception_{}"


def show_exceptions(visit: Visit) -> None:
    """Show the switches, and for each exception the count of third starts before and after."""
    st.markdown(text.question(visit.rules))
    st.caption(f"{text.HELP} {text.SIBLINGS}")
    for column, name in zip(st.columns(len(EXCEPTIONS)), EXCEPTIONS, strict=True):
        st.session_state[KEY.format(name)] = name in current_rules().exceptions
        column.toggle(
            text.NAMES[name],
            key=KEY.format(name),
            help=text.MEANINGS[name],
            on_change=_change,
            args=(name,),
        )
    parts = remembered(visit, "exceptions", lambda: _parts(visit))
    st.markdown(f"**{text.finding(parts, visit.rules)}**")
    show_numbers(text.table(parts, visit.rules), text.TITLE)


def _parts(visit: Visit) -> pd.DataFrame:
    """Count third starts under each exception alone, and under all that are agreed."""
    analysis, rules = visit.analysis, visit.rules
    judged = _judged(visit)
    thirds = select_thirds(analysis.chained, judged, rules, visit.selection)
    exceptions = model.find_exceptions(analysis.chained, rules)
    sides = model.flag_sides(hold(model.with_exceptions(thirds, exceptions)))
    statuses = EVALUATED if analysis.has_evaluations else UNKNOWN
    grid = Grid({"part": ["excepted", *statuses]}, ["exception"])
    return publish_parts(
        model.count_exceptions(sides), visit.level, "thirds", grid, within=["exception"]
    )


def _judged(visit: Visit) -> Frame:
    """Give the triggers as if nothing was excepted."""
    analysis, rules = visit.analysis, visit.rules
    if not rules.exceptions:
        return analysis.triggers
    return find_triggers(analysis.chained, replace(rules, exceptions=()), analysis.evaluations)


def _change(name: str) -> None:
    choose_rules(with_exception(current_rules(), name, st.session_state[KEY.format(name)]))
