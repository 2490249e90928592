"""What a list may offer: every list of values in the data is made here.

At shared levels a value is offered where enough persons have it, and the guard judges that over all
deliveries and rules (``core.protection.options``).
"""

from typing import Final

import streamlit as st

from core.datasets import DataSet
from core.disclosure import Level, Shape, is_shared, publish
from core.frames import Frame
from core.protection.asking import offer_in
from core.protection.options import kind_of
from core.session import Visit
from core.storage.answered import offer
from core.tables import MISSING
from core.trajectories.populations import find_holders
from core.trajectories.selection import Selection, count_options
from pages.ledger import OUT_OF_REACH, ask_ledger, times_forgotten

OFFERED: Final = "offered_values"
"""Where a visit keeps the lists it was given: until something is deleted none is judged twice."""


def values_of(visit: Visit, column: str) -> tuple[str, ...]:
    """List the values of a column of the trajectories that may be named, in order of value.

    Where the ledger is out of reach only what was chosen stays: nobody learns what there is.
    """
    trajectories = visit.analysis.trajectories
    try:
        return values_in(visit.data_set, visit.level, column, trajectories, visit.rules)
    except OUT_OF_REACH:
        return _chosen(visit.selection, column)


def values_in(
    data_set: DataSet, level: Level, column: str, frame: Frame, of: object
) -> tuple[str, ...]:
    """List the values of a column of a table that may be named at a level, in order of value.

    ``of`` tells the tables of a data set apart. Raises one of ``OUT_OF_REACH``.
    """
    kept: dict[object, tuple[str, ...]] = st.session_state.setdefault(OFFERED, {})
    judged = times_forgotten(data_set.id) if is_shared(level) else None
    key = (data_set.id, judged, column, of)
    if key not in kept:
        found = _judged(data_set, column, frame) if is_shared(level) else _all(level, column, frame)
        kept[key] = tuple(sorted(value for value in found if value != MISSING))
    return kept[key]


def _judged(data_set: DataSet, column: str, frame: Frame) -> tuple[str, ...]:
    return ask_ledger(data_set.id, find_holders(frame, column), kind_of(column), offer, offer_in)


def _all(level: Level, column: str, frame: Frame) -> tuple[str, ...]:
    return tuple(publish(count_options(frame, column), level, Shape(counts=["clients"]))[column])


def _chosen(selection: Selection, column: str) -> tuple[str, ...]:
    chosen = {"municipality": selection.municipality, selection.dimension: selection.value}
    return tuple(filter(None, [chosen.get(column)]))
