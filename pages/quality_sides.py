"""The tab of the reconciliation: what both sides have alike, and why lines stand alone."""

import pandas as pd
import streamlit as st

from core.charts.quality import chart_reconciliation
from core.disclosure import (
    Margins,
    Shape,
    is_shared,
    may_name_providers,
    publish,
    publish_table,
)
from core.frames import Frame, hold
from core.inspection import Inspection, opened_tables
from core.quality import reasons as why
from core.quality import reconciliation as model
from core.session import Visit, remembered
from core.text import quality as words
from core.text import reconciliation as text
from core.trajectories.selection import select_starts
from pages.agreement import show_agreement
from pages.labels import label_of
from pages.skeleton import show_numbers, show_picture

LINES = Shape(counts=["lines"], amounts=["municipality_cents", "provider_cents"])
CARE = Shape(counts=["trajectories"])
REASONS = Shape(counts=["lines"], amounts=["amount_cents"])
ALLOCATED = Shape(counts=["allocations"], amounts=["budget_cents"])


def agreed(visit: Visit) -> pd.DataFrame:
    """Publish how many lines both sides have alike, all together (``RECONCILED``)."""
    return remembered(
        visit,
        "agreed",
        lambda: publish_table(
            model.count_reconciliation(chosen_lines(visit)),
            visit.level,
            LINES,
            Margins(["outcome"]),
        ),
    )


def chosen_lines(visit: Visit) -> Frame:
    """Choose the lines that begin in the period and fit the filters."""
    return select_starts(visit.analysis.declarations, visit.selection)


def show_sides(visit: Visit, inspection: Inspection) -> None:
    """Show what was agreed as lines, trajectories and euros, by provider and by quarter."""
    counts = agreed(visit)
    if not inspection.two_sided:
        st.markdown(text.ONE_SIDE)
        st.page_link("prepare/data.py", label=words.BOTH_SIDES)
    else:
        _show_groups(visit)
        st.subheader(words.MONEY_TITLE)
        show_numbers(text.euro_table(counts), words.MONEY_TITLE)
        _show_reasons(visit, inspection)
        show_agreement(visit)
    _show_allocated(visit, inspection)


def _show_groups(visit: Visit) -> None:
    named = may_name_providers(visit.level)
    groups = [name for name in words.GROUPS if named or name != "provider"]
    with st.container(horizontal=True):
        by = st.segmented_control(
            words.PER,
            groups,
            format_func=words.option,
            default=groups[0],
            key="sides_group",
        )
        number = st.segmented_control(
            words.IN,
            [*words.NUMBERS],
            format_func=words.option,
            default="lines",
            key="sides_number",
        )
    column, counted = by or groups[0], number or "lines"
    if counted == "euros":
        _show_euros(visit, column)
        return
    counts = remembered(
        visit, f"sides_{column}_{counted}", lambda: _grouped(visit, column, counted)
    )
    bars = text.outcome_bars(counts, column, counted, lambda code: visit.name("provider", code))
    table = text.outcome_table(bars, words.GROUPS[column])
    said = text.groups_finding(bars, column)
    st.markdown(f"**{said}**")
    show_picture(chart_reconciliation(bars), said, table, label_of(visit, "sides"))
    st.caption(text.NOTE)


def _show_euros(visit: Visit, column: str) -> None:
    counted = model.count_euros(chosen_lines(visit), column)
    counts = publish_table(counted, visit.level, LINES, Margins([column]))
    table = text.group_euro_table(
        counts, column, words.GROUPS[column], lambda code: visit.name("provider", code)
    )
    show_numbers(table, words.MONEY_TITLE)
    if is_shared(visit.level):
        st.caption(words.EUROS_PROTECTED)


def _grouped(visit: Visit, column: str, counted: str) -> pd.DataFrame:
    """Publish a number by outcome in every group; all outcomes and all groups stand elsewhere."""
    lines, margins = chosen_lines(visit), Margins([column, "outcome"])
    if counted == "lines":
        return publish_table(
            model.count_reconciliation(lines, [column]), visit.level, LINES, margins
        )
    sided = model.find_sided(visit.analysis.trajectories, lines)
    return publish_table(model.count_sided(sided, [column]), visit.level, CARE, margins)


def _show_reasons(visit: Visit, inspection: Inspection) -> None:
    st.subheader(text.REASONS_TITLE)
    st.caption(text.REASONS_HELP)
    if st.toggle(words.SHOW_REASONS, key="show_reasons"):
        with st.spinner(words.LOOKING):
            counts = remembered(visit, "reasons", lambda: _reasons(visit, inspection))
        show_numbers(text.reason_table(counts), text.REASONS_TITLE)


def _reasons(visit: Visit, inspection: Inspection) -> pd.DataFrame:
    tables = opened_tables(visit.data_set, inspection)
    found = hold(why.find_reasons(tables.declarations, tables.set_aside))
    counted = why.count_reasons(select_starts(found, visit.selection))
    return publish_table(counted, visit.level, REASONS, Margins(["side", "reason"]))


def _show_allocated(visit: Visit, inspection: Inspection) -> None:
    allocations = opened_tables(visit.data_set, inspection).allocations
    if allocations is None or "allocations" not in inspection.delivered.columns:
        return
    st.subheader(text.ALLOCATED_TITLE)
    st.caption(text.ALLOCATED_HELP)
    counts = publish(
        model.count_allocated(select_starts(allocations, visit.selection)), visit.level, ALLOCATED
    )
    show_numbers(text.allocated_table(counts), text.ALLOCATED_TITLE)
