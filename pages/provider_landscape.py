"""The part of Aanbieders on who is active where: a matrix, and who stands behind one cell."""

from typing import Any, cast

import pandas as pd
import streamlit as st

from core.charts.providers import CELL, chart_active
from core.charts.theme import in_ladder_order
from core.disclosure import Margins, Shape, publish_table
from core.frames import Frame, hold
from core.providers import active as model
from core.session import Visit, remembered
from core.tables import ELSEWHERE
from core.text import general
from core.text import providers as text
from pages.follows import fewest_persons
from pages.labels import label_of
from pages.provider_names import labels_of
from pages.skeleton import show_numbers, show_picture

COUNTS = Shape(counts=["trajectories"], values=["providers"], whole="members")
MARGINS = Margins(["municipality", "care_form"])
"""How much care there is in each municipality and of each form stands on other pages."""

CARE = Shape(counts=["trajectories"])
PICTURE, PLACE, FORM, FOLLOWED = "active_cells", "active_place", "active_form", "active_followed"


def active_care(visit: Visit) -> Frame:
    """Hold the care of the period, of all providers: what the parts of this page stand on."""
    return remembered(
        visit,
        "active_care",
        lambda: hold(model.find_active(visit.analysis.trajectories, visit.selection)),
    )


def show_landscape(visit: Visit) -> None:
    """Draw how many providers are active, and list those of the cell that is chosen."""
    cells = text.cells_of(*_laid_out(visit))
    finding = text.active_finding(cells)
    st.markdown(f"**{finding}**")
    if cells.empty or cells["rest"].all():
        return
    _follow_click()
    table = text.active_table(cells)
    show_picture(chart_active(cells), finding, table, label_of(visit, "freshness"), PICTURE)
    st.caption(f"{text.ACTIVE_NOTE} {text.PICK}")
    chosen = _chosen(cells)
    _show_cell(visit, chosen)


def _laid_out(visit: Visit) -> tuple[pd.DataFrame, dict[str, str], list[str]]:
    counts = remembered(visit, "active_counts", lambda: _published(visit))
    places = {code: visit.name("municipality", code) for code in counts["municipality"].unique()}
    forms = in_ladder_order(set(counts["care_form"]) - {ELSEWHERE}, visit.rules.ladder)
    return counts, places, [*forms, ELSEWHERE]


def _cells(visit: Visit) -> Frame:
    return remembered(
        visit,
        "active_merged",
        lambda: hold(model.merge_cells(active_care(visit), fewest_persons(visit))),
    )


def _published(visit: Visit) -> pd.DataFrame:
    counted = model.count_active(_cells(visit))
    return publish_table(counted, visit.level, COUNTS, MARGINS).drop(columns="members")


def _follow_click() -> None:
    """Put the choices below the picture where a click in it was, once for each click."""
    event = st.session_state.get(PICTURE)
    picked = event.selection.get(CELL) if event else None
    if not picked or picked == st.session_state.get(FOLLOWED):
        return
    st.session_state[FOLLOWED] = picked
    st.session_state[PLACE] = picked[0]["municipality"]
    st.session_state[FORM] = picked[0]["care_form"]


def _chosen(cells: pd.DataFrame) -> dict[str, Any]:
    """Ask for a municipality and a care form; at first the cell with most providers."""
    fullest = cells.sort_values(["rest", "providers"], ascending=[True, False], kind="stable")
    left, right = st.columns(2, gap="large")
    with left:
        place = _ask(fullest, "municipality", "place", PLACE)
    with right:
        form = _ask(fullest[fullest["municipality"] == place], "care_form", "form", FORM)
    chosen = (cells["municipality"] == place) & (cells["care_form"] == form)
    return cast("dict[str, Any]", cells[chosen].iloc[0].to_dict())


def _ask(fullest: pd.DataFrame, code: str, label: str, key: str) -> str:
    """Ask for one of the codes, in order of their labels; at first that of the fullest cell."""
    named = sorted(
        zip(fullest[code], fullest[label], strict=True), key=lambda one: general.in_order(one[1])
    )
    labels = dict(named)
    if st.session_state.get(key) not in labels:
        st.session_state[key] = fullest[code].iloc[0]
    return str(
        st.selectbox(
            text.ASKED[code], list(labels), format_func=lambda one: labels.get(one, one), key=key
        )
    )


def _show_cell(visit: Visit, cell: dict[str, Any]) -> None:
    counted = model.count_in_cell(
        _cells(visit), cell["municipality"], cell["care_form"], fewest_persons(visit)
    )
    shown = publish_table(counted, visit.level, CARE, Margins(["provider"]))
    providers = shown.sort_values(["trajectories", "provider"], ascending=[False, True])
    title = text.cell_title(cell)
    st.markdown(f"**{title}**")
    show_numbers(text.cell_table(providers, labels_of(visit, providers["provider"])), title)
