"""The region and the comparison group that a link asks for, or a sentence why not."""

import streamlit as st

from core.benchmark.compositions import composition_of
from core.links import Choices
from core.opendata.shelf import Shelf, regions_of
from core.session import AREA, EDITION, PEERS, current_shelf, open_visit
from core.text import areas as text
from core.text import shell


def area_choices() -> Choices:
    """Give what a link says of the pages of open data, as it stands; nothing without a region.

    A group that was composed travels with the region that the shared filters chose as well.
    """
    peers = st.session_state.get(PEERS) or ""
    area = st.session_state.get(AREA) or (open_visit().area if peers else "")
    if not area:
        return Choices()
    return Choices(area=area, peers=peers, edition=current_shelf().edition)


def follow_area(choices: Choices) -> list[str]:
    """Choose the region and the group of a link; returns a sentence for each that is not there.

    Of another edition a region is still followed: its figures are then those of this one.
    """
    if not (choices.area or choices.peers or choices.edition):
        return []
    st.session_state[EDITION] = choices.edition
    shelf = current_shelf()
    area = choices.area if _is_offered(shelf, choices.area) else ""
    peers = choices.peers if area and _is_group(shelf, choices.peers) else ""
    st.session_state[AREA], st.session_state[PEERS] = area, peers
    dead = (area, peers) != (choices.area, choices.peers)
    other = choices.edition not in ("", shelf.edition)
    return [shell.DEAD_VALUE] * dead + [text.OTHER_EDITION] * other


def _is_offered(shelf: Shelf, area: str) -> bool:
    """Tell whether a visitor may choose a region on some page; a district or a country is not."""
    rows = regions_of(shelf)
    return area in set(rows.loc[rows["kind"].isin(text.KINDS), "region"])


def _is_area(shelf: Shelf, area: str) -> bool:
    return area in set(regions_of(shelf)["region"])


def _is_group(shelf: Shelf, words: str) -> bool:
    """Tell whether a text composes a group of municipalities that this edition holds."""
    composition = composition_of(words)
    return composition is not None and all(_is_area(shelf, code) for code in composition.picks)
