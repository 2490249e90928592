"""Downloads of a part: tables and networks as published, events only where rows may be seen."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import pandas as pd
import streamlit as st

from core.disclosure import Shape, is_shared, publish_from
from core.export.csv_text import csv_of
from core.graphs.events import find_events, number_clients
from core.graphs.graphml import write_graphml
from core.graphs.network import graph_of
from core.graphs.xes import write_xes
from core.rows import require_rows
from core.session import Visit, observed_chains
from core.text import exports as text
from core.text import status
from core.text.shell import DIMENSION_NAMES
from pages.shelf import note_export

CSV, XML = "text/csv", "application/xml"
ON_ARCS = (
    *("transitions", "clients", "share", "share_of_target", "low_gap_days", "median_gap_days"),
    *("high_gap_days", "overlapping", "median_overlap_days", "chains"),
)


@dataclass(frozen=True, slots=True)
class Export:
    """What a part has to give: its pairs with shares, how places are named, and its matrix."""

    view: str
    title: str
    pairs: pd.DataFrame
    name: Callable[[str], str]
    matrix: pd.DataFrame | None = None


def show_downloads(visit: Visit, export: Export) -> None:
    """Offer the published pairs, their network and matrix, each noted in the log when taken."""
    line = provenance_of(visit, export.title)
    with st.expander(text.DOWNLOADS):
        st.caption(text.HELP)
        with st.container(horizontal=True):
            pairs = text.table_of_pairs(export.pairs, export.name)
            _offer(text.PAIRS_CSV, csv_of(pairs, line), (export.view, "csv"))
            if export.matrix is not None:
                matrix = text.table_of_matrix(export.matrix)
                _offer(text.MATRIX_CSV, csv_of(matrix, line), ("matrix", "csv"))
            _offer(text.GRAPH, _graphml(export, line), (export.view, "graphml"))
        if not is_shared(visit.level):
            _show_events(visit, line)


def _show_events(visit: Visit, line: str) -> None:
    """Make an event log when it is asked for: it can be large."""
    st.caption(text.EVENTS_HELP)
    if st.button(text.MAKE_EVENTS, key="make_events"):
        note_export("events", "xes")
        _offer(text.EVENTS, xes_of(visit, line), ("events", "xes"))


def provenance_of(visit: Visit, title: str) -> str:
    """Say what an export stands on: the status line, and the choices made beside the period."""
    chosen = visit.selection
    choices = [visit.name("municipality", chosen.municipality)] if chosen.municipality else []
    if chosen.dimension:
        value = visit.name(chosen.dimension, chosen.value)
        choices.append(f"{DIMENSION_NAMES[chosen.dimension]} {value}")
    line = status.status_line(
        visit.data_set.title, visit.years, status.BY_CHAIN, visit.rules, visit.level
    )
    return text.provenance(title, line, choices)


def xes_of(visit: Visit, line: str) -> bytes:
    """Write the selected chains as an event log. Raises ``PermissionError`` at shared levels."""
    require_rows(visit.level)
    frame = find_events(observed_chains(visit))
    events = publish_from([frame], number_clients, visit.level, Shape(counts=[]))
    names = {code: visit.name("provider", code) for code in events["provider"].unique()}
    named = events.assign(provider=events["provider"].map(names))
    return write_xes(named, text.about(line, text.EVENTS))


def _graphml(export: Export, line: str) -> bytes:
    graph = graph_of(export.pairs, [name for name in ON_ARCS if name in export.pairs])
    names = {place: export.name(place) for place in graph}
    return write_graphml(graph, names, text.about(line, export.title))


def _offer(label: str, data: bytes, file: tuple[str, str]) -> None:
    """Show a button for a file, named by its view and how it is written.

    Taking it is noted; of events, making them was.
    """
    view, written = file
    st.download_button(
        label,
        data,
        file_name=f"{text.FILE_NAMES[view]}.{written}",
        mime=CSV if written == "csv" else XML,
        on_click="ignore" if view == "events" else partial(note_export, view, written),
        key=f"download_{view}_{written}",
    )
