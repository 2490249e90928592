"""What some views give beside their picture: pairs and networks as published, and events."""

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
from core.text.file_names import EVENTS, MATRIX, NETWORK, NUMBERS
from pages.cards import own_card
from pages.taking import More, last_door, offer_more

CSV, XML = "text/csv", "application/xml"
ON_ARCS = (
    *("transitions", "clients", "share", "share_of_target", "low_gap_days", "median_gap_days"),
    *("high_gap_days", "overlapping", "median_overlap_days", "chains"),
)


@dataclass(frozen=True, slots=True)
class Export:
    """What a view has to give: its pairs with shares, and how places are named."""

    title: str
    pairs: pd.DataFrame
    name: Callable[[str], str]


def offer_numbers(visit: Visit, export: Export) -> None:
    """Offer, with the view that was shown last, its published pairs, their network and events."""
    pairs = text.table_of_pairs(export.pairs, export.name)
    offer_more(
        [
            More(text.PAIRS_CSV, NUMBERS, "csv", CSV, partial(csv_of, pairs)),
            More(text.GRAPH, NETWORK, "graphml", XML, partial(_graphml, export)),
        ]
    )
    if not is_shared(visit.level):
        _show_events(visit)


def offer_matrix(matrix: pd.DataFrame) -> None:
    """Offer, with the view that was shown last, its matrix with decimals."""
    table = text.table_of_matrix(matrix)
    offer_more([More(text.MATRIX_CSV, MATRIX, "csv", CSV, partial(csv_of, table))])


def _show_events(visit: Visit) -> None:
    """Make an event log when it is asked for: it can be large."""
    with last_door():
        st.caption(text.EVENTS_HELP)
        if st.button(text.MAKE_EVENTS, key="make_events"):
            made = xes_of(visit, in_one_line(own_card(text.EVENTS, "", visit, status.BY_CHAIN)))
            offer_more([More(text.EVENTS, EVENTS, "xes", XML, lambda _card: made)])


def xes_of(visit: Visit, line: str) -> bytes:
    """Write the selected chains as an event log. Raises ``PermissionError`` at shared levels."""
    require_rows(visit.level)
    frame = find_events(observed_chains(visit))
    events = publish_from([frame], number_clients, visit.level, Shape(counts=[]))
    names = {code: visit.name("provider", code) for code in events["provider"].unique()}
    named = events.assign(provider=events["provider"].map(names))
    return write_xes(named, text.about(line, text.EVENTS))


def _graphml(export: Export, card: Card) -> bytes:
    graph = graph_of(export.pairs, [name for name in ON_ARCS if name in export.pairs])
    names = {place: export.name(place) for place in graph}
    return write_graphml(graph, names, text.about(in_one_line(card), export.title))
