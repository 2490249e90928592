"""Downloads of a part: tables and networks as published, events only where rows may be seen."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

import pandas as pd
import streamlit as st

from core.disclosure import Shape, is_shared, publish_from
from core.export.card import Card, in_one_line
from core.export.csv_text import csv_of
from core.graphs.events import find_events, number_clients
from core.graphs.graphml import write_graphml
from core.graphs.network import graph_of
from core.graphs.xes import write_xes
from core.rows import require_rows
from core.session import Visit, observed_chains
from core.text import exports as text
from core.text import status
from core.text.taking import file_name
from pages.cards import own_card
from pages.incidents import made_or_told
from pages.shelf import exports_noted

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
    """Offer the published pairs, their network and matrix, each made and noted when taken."""
    card = own_card(export.title, "", visit, status.BY_CHAIN)
    line = in_one_line(card)
    with st.expander(text.DOWNLOADS):
        st.caption(text.HELP)
        with st.container(horizontal=True):
            pairs = text.table_of_pairs(export.pairs, export.name)
            _offer(text.PAIRS_CSV, partial(csv_of, pairs, line), (export.view, "csv"), card)
            if export.matrix is not None:
                matrix = text.table_of_matrix(export.matrix)
                _offer(text.MATRIX_CSV, partial(csv_of, matrix, line), ("matrix", "csv"), card)
            _offer(text.GRAPH, partial(_graphml, export, line), (export.view, "graphml"), card)
        if not is_shared(visit.level):
            _show_events(visit, card)


def _show_events(visit: Visit, card: Card) -> None:
    """Make an event log when it is asked for: it can be large."""
    st.caption(text.EVENTS_HELP)
    if st.button(text.MAKE_EVENTS, key="make_events"):
        made = xes_of(visit, in_one_line(card))
        _offer(text.EVENTS, lambda: made, ("events", "xes"), card)


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


def _offer(label: str, make: Callable[[], bytes], file: tuple[str, str], card: Card) -> None:
    """Show a button for a file, named by its view and how it is written, and noted when taken."""
    view, written = file
    st.download_button(
        label,
        partial(_made, make, partial(exports_noted(), view, written)),
        file_name=file_name(card.title, text.FILE_NAMES[view], card.made_on, written),
        mime=CSV if written == "csv" else XML,
        on_click="ignore",
        key=f"download_{view}_{written}",
    )


@made_or_told
def _made(make: Callable[[], bytes], note: Callable[[], None]) -> bytes:
    made = make()
    note()
    return made
