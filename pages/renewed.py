"""The part of the page Trajectreeksen on new and repeated use."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd
import streamlit as st

from core.charts.renewed import chart_renewed
from core.disclosure import Grid, publish_parts
from core.frames import Frame, hold
from core.session import Visit, remembered
from core.text import renewed as text
from core.timing import renewed as model
from core.timing.horizon import first_unsettled
from core.trajectories.calendar import MONTHS
from core.trajectories.selection import select_starts
from pages.labels import label_of
from pages.skeleton import show_finding, show_numbers, show_picture


@dataclass(frozen=True, slots=True)
class Renewals:
    """The published numbers: looking back as far as can be and equally far, and forward."""

    far: pd.DataFrame
    equal: pd.DataFrame
    returns: Mapping[int, pd.DataFrame]


def show_renewed(visit: Visit) -> None:
    """Show repeated use in both readings side by side, and say why they differ."""
    numbers = remembered(visit, "renewed", lambda: _published(visit))
    rules, known = visit.rules, first_unsettled(visit.rules) - 1
    finding = text.finding(numbers.far, numbers.returns, rules)
    st.caption(text.QUESTION)
    show_finding(finding)
    st.markdown(text.depth_note(numbers.far, rules))
    bars = text.bars_of(numbers.equal, numbers.returns, rules, known)
    back = text.back_table(numbers.far, numbers.equal, rules)
    show_picture(chart_renewed(bars), finding, back, label_of(visit, "order", "duration"))
    st.markdown(text.WHY)
    st.caption(text.BACK_NOTE)
    st.markdown(f"**{text.FORWARD_TITLE}**")
    show_numbers(text.forward_table(numbers.returns, known), text.FORWARD_TITLE)
    st.caption(text.FORWARD_NOTE)


def _published(visit: Visit) -> Renewals:
    equal = max(visit.rules.lookback_months // MONTHS, 1)
    return Renewals(
        _renewals(visit, model.LOOK_BACK_YEARS),
        model.keep_equal(_renewals(visit, equal)),
        _returns(visit),
    )


def _renewals(visit: Visit, depth: int) -> pd.DataFrame:
    care = _help(visit)
    starts = select_starts(care, visit.selection)
    counted = model.count_renewals(starts, care, depth)
    grid = Grid({"use": model.USES}, within=["year", "depth"])
    return publish_parts(counted, visit.level, "starts", grid, ["year"])


def _returns(visit: Visit) -> Mapping[int, pd.DataFrame]:
    exits = hold(model.select_exits(model.find_exits(_help(visit)), visit.selection))
    grid = Grid({"returned": ("yes", "no")}, within=["year", "months"])
    return {
        months: publish_parts(
            model.count_returns(exits, visit.rules, months), visit.level, "clients", grid, ["year"]
        )
        for months in model.FORWARD_MONTHS
    }


def _help(visit: Visit) -> Frame:
    """Hold all youth help of everybody: whoever is chosen, their past is looked up in all of it."""
    return remembered(visit, "help", lambda: hold(_openings(visit)))


def _openings(visit: Visit) -> Frame:
    trajectories = visit.analysis.trajectories
    found = model.find_openings(model.find_help(trajectories, visit.rules))
    return model.with_edge(found, trajectories)
