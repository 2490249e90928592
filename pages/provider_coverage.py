"""The part of Aanbieders on who covers what, and the finding that opens the page."""

from typing import Final

import pandas as pd
import streamlit as st

from core.charts.provider_coverage import chart_coverage
from core.disclosure import (
    Grid,
    Margins,
    Shape,
    is_shared,
    may_name_providers,
    publish_parts,
    publish_table,
)
from core.providers import coverage as model
from core.session import Visit, remembered
from core.text import general
from core.text import provider_coverage as text
from core.text import providers as page
from pages.follows import fewest_persons
from pages.labels import label_of
from pages.provider_landscape import active_care
from pages.provider_names import labels_of
from pages.skeleton import show_picture

COUNTS = Shape(counts=["trajectories"], values=["providers"])
CARE = Shape(counts=["trajectories"], amounts=["amount_cents"], within=[])
AT_TABLE: Final = "at_table"
"""Where the visit keeps the codes of the providers at the table."""


def concentration(visit: Visit) -> pd.DataFrame:
    """Publish the care of each provider, the largest first, once for a choice."""
    return remembered(visit, "concentration", lambda: _counted(visit))


def _counted(visit: Visit) -> pd.DataFrame:
    counted = model.count_concentration(active_care(visit), fewest_persons(visit))
    order = ["trajectories", "provider"]
    counts = publish_table(counted, visit.level, COUNTS, Margins(["provider"]))
    return counts.sort_values(order, ascending=[False, True])


def finding_of(visit: Visit) -> str:
    """Say how much of the care the largest providers give."""
    counts = concentration(visit)
    labels = labels_of(visit, counts["provider"])
    return page.finding(counts, labels, named=may_name_providers(visit.level))


def show_coverage(visit: Visit) -> None:
    """Ask who is at the table, say what they cover, and draw how care is divided."""
    counts = concentration(visit)
    labels = labels_of(visit, counts["provider"])
    largest = page.largest_of(counts)["provider"].tolist()
    st.caption(text.QUESTION)
    if not largest:
        st.markdown(text.NOBODY_TO_CHOOSE)
        return
    chosen = _chosen(visit, largest, labels)
    if chosen:
        _show_covered(visit, chosen, by_hand=chosen != frozenset(largest[: page.TOP]))
    else:
        st.markdown(text.NOBODY)
    curve = text.curve_of(counts, labels, chosen)
    if curve.empty:
        return
    said = text.larger_part(curve)
    st.markdown(f"**{said}**")
    label = label_of(visit, "freshness", "money")
    show_picture(chart_coverage(curve), said or text.TITLE, text.curve_table(curve), label)


def _chosen(visit: Visit, largest: list[str], labels: dict[str, str]) -> frozenset[str]:
    """Ask who is at the table; at first the ten largest, and always where none may be named."""
    if not may_name_providers(visit.level):
        st.caption(text.THE_LARGEST)
        return frozenset(largest[: page.TOP])
    before = st.session_state.get(AT_TABLE)
    still = [code for code in before or () if code in largest]
    began_anew = before is None or (before and not still)  # other data: nobody of them is there
    st.session_state[AT_TABLE] = largest[: page.TOP] if began_anew else still
    return frozenset(
        st.multiselect(
            text.AT_TABLE,
            sorted(largest, key=lambda code: general.in_order(labels[code])),
            format_func=lambda code: labels.get(code, code),
            placeholder=text.CHOOSE,
            key=AT_TABLE,
            persist_state="session",
        )
    )


def _show_covered(visit: Visit, chosen: frozenset[str], *, by_hand: bool) -> None:
    shared = is_shared(visit.level)
    sides, reached = _covered(visit, chosen)
    covered = text.covered_of(sides, reached, shared=shared, by_hand=by_hand)
    st.subheader(text.sentence(covered, named=may_name_providers(visit.level)))
    if covered.cents is None:
        st.caption(text.NO_EUROS)
    st.caption(text.NOTE if shared else text.EXACT_NOTE)


def _covered(visit: Visit, chosen: frozenset[str]) -> tuple[pd.DataFrame, pd.DataFrame]:
    codes, care = sorted(chosen), active_care(visit)
    persons = Grid({"side": model.SIDES})
    return (
        publish_table(model.count_covered(care, codes), visit.level, CARE, Margins(["side"])),
        publish_parts(model.count_reached(care, codes), visit.level, "clients", persons),
    )
