"""The panel under a headline: how much it depends on how one counts, once somebody asks."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace

import pandas as pd
import streamlit as st

from core.analysis import Analysis
from core.charts.sensitivity import chart_grid
from core.datasets import base_of
from core.disclosure import Shape, publish
from core.readings import Reading, read_all
from core.sensitivity import (
    GRID,
    Variant,
    differs_in_pauses_only,
    find_variants,
    measure_variants,
)
from core.session import Visit, current_rules, is_remembered, remembered
from core.text import sensitivity as text
from core.trajectories.administrative import count_on_paper
from pages.answered import may_stand, whole_of
from pages.skeleton import show_numbers, show_picture

READ = "sensitivity"
ON_PAPER = "on_paper"

Readings = Sequence[tuple[Variant, Mapping[str, Reading] | None]]
"""Each variant with its published readings; None where the guard refuses it."""


def show_sensitivity(visit: Visit, headline: str) -> None:
    """Say how many steps on paper are left out, and offer the headline under other definitions.

    ``headline`` is a name in ``core.readings.READINGS``. One count serves the panels of all pages.
    The steps on paper are those of the delivery as a whole, so that the guard is asked for that.
    """
    if visit.analysis.on_paper is not None and may_stand(whole_of(visit)):
        st.caption(text.left_out(remembered(visit, ON_PAPER, lambda: _count_on_paper(visit))))
    with st.expander(text.TITLE, key=f"sensitivity_{headline}", on_change="rerun"):
        if is_remembered(visit, READ) or _is_asked(headline):
            _show_readings(visit, headline)


def _is_asked(headline: str) -> bool:
    """Offer to count; the offer is gone as soon as somebody takes it."""
    place = st.empty()
    with place.container():
        st.markdown(text.HELP)
        is_asked = st.button(text.BUTTON, key=f"measure_{headline}")
    if is_asked:
        place.empty()
    return is_asked


def _show_readings(visit: Visit, headline: str) -> None:
    readings = remembered(visit, READ, lambda: read_variants(visit, find_variants))
    rows = rows_of(readings, headline)
    takeaway = text.finding(rows, headline)
    st.markdown(takeaway)
    chosen = (visit.rules.merge_gap_days, visit.rules.chain_gap_days)
    cells = text.cells_of_grid(rows[rows["name"] == GRID], chosen)
    show_picture(chart_grid(cells), takeaway, text.rows_of_grid(cells), text.GRID_NOTE)
    st.markdown(f"**{text.SWITCHES_TITLE}**")
    show_numbers(text.rows_of_switches(rows), text.SWITCHES_TITLE)
    st.caption(text.PRICE_LADDER)


def read_variants(visit: Visit, find: Callable[[Analysis], Sequence[Variant]]) -> Readings:
    """Count every headline under some variants of the chosen rules, and tell how far it is."""
    bar = st.progress(0.0, text=text.BUSY)
    workspace, base = base_of(visit.data_set, current_rules(), lambda *_: None)
    variants = find(base)
    read = measure_variants(
        workspace,
        base,
        variants,
        lambda analysis: _read(visit, base, analysis),
        lambda share: bar.progress(share, text=text.BUSY),
    )
    bar.empty()
    return list(zip(variants, read, strict=True))


def rows_of(readings: Readings, headline: str) -> pd.DataFrame:
    """Lay the published readings of one headline under one another, a row a variant."""
    rows = [
        {
            "name": variant.name,
            "merge_gap_days": variant.rules.merge_gap_days,
            "chain_gap_days": variant.rules.chain_gap_days,
            "part": read[headline].part if read else None,
            "whole": read[headline].whole if read else None,
            "is_refused": read is None,
        }
        for variant, read in readings
    ]
    return pd.DataFrame(rows).astype({"part": "Int64", "whole": "Int64"})


def _read(visit: Visit, base: Analysis, analysis: Analysis) -> Mapping[str, Reading] | None:
    """Read every headline of a variant, if it may stand beside what was answered before.

    Other pauses belong to the answer itself.
    """
    asked = replace(visit, analysis=analysis)
    if not differs_in_pauses_only(base.rules, analysis.rules) and not may_stand(asked):
        return None
    return read_all(analysis, visit.selection, visit.level)


def _count_on_paper(visit: Visit) -> object:
    """Count and publish the steps on paper in all of the data."""
    counted = count_on_paper(visit.analysis.chained)
    return publish(counted, visit.level, Shape(counts=["steps"]))["steps"].iloc[0]
