"""The choice of a region, on top of every page of open data."""

from collections.abc import Sequence

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from core.opendata.shelf import Shelf, regions_of
from core.session import AREA, OpenVisit
from core.text import areas as text
from pages.ending import end_page

Choice = dict[str, str]
"""The codes that may be chosen, in order, with the name to show for each."""


def require_area(visit: OpenVisit, kinds: Sequence[str] = ("municipality",)) -> str:
    """Ask which region the page is about, and give its code; without one the page stops.

    The choice stays when another page is opened and travels in the link. A region of a kind that
    this page does not offer stays chosen for the pages that do.
    """
    offered = _offered(visit.shelf, kinds)
    if not offered:
        st.info(text.NO_OPEN_DATA)
        end_page()
    key = f"{AREA}_{'_'.join(kinds)}"
    st.session_state[key] = visit.area if visit.area in offered else None
    above, guide = is_chosen_above(visit, kinds), st.container()
    with _place_of_field(above=above):
        area = st.selectbox(
            text.chosen_label(kinds) if visit.area in offered else text.label(kinds),
            list(offered),
            index=None,
            format_func=lambda code: offered.get(code, code),
            key=key,
            placeholder=text.NOTHING_CHOSEN,
            on_change=_keep,
            args=(key,),
            width=420,
        )
    if not area:
        (guide if above else st).info(text.guide(kinds, above=above))
        end_page()
    return str(area)


def is_chosen_above(visit: OpenVisit, kinds: Sequence[str]) -> bool:
    """Tell whether the shared filter of the declarations is the place for this choice."""
    only = tuple(kinds) == ("municipality",)
    return only and visit.own is not None and not st.session_state.get(AREA)


def _place_of_field(*, above: bool) -> DeltaGenerator:
    """Give the field its place: folded where the shared filter above makes the same choice."""
    if above:
        return st.expander(text.ANOTHER, key="area_line")
    return st.container(horizontal=True, vertical_alignment="bottom", key="area_line")


def _offered(shelf: Shelf, kinds: Sequence[str]) -> Choice:
    """List the regions of some kinds, kind after kind, each in order of name."""
    return {
        str(row.region): text.named(str(row.name), kind)
        for kind in kinds
        for row in regions_of(shelf, kind)[["region", "name"]].itertuples(index=False)
    }


def _keep(key: str) -> None:
    st.session_state[AREA] = st.session_state[key] or ""
