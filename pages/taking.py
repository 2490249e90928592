"""Taking along: each picture and table on the screen as files that carry what they stand on.

What a visitor takes is the very view that was shown: the same chart and the same text cells. A
file is made when it is asked for, away from the page, and noted in the log at that moment.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Final, cast

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from core.export.card import Card, Chart, View
from core.export.formats import FORMATS, formats_of, make
from core.session import OpenVisit, Visit
from core.text import taking as text
from core.text.file_names import PICTURE, TABLE, file_name
from pages.cards import beside_own, card_of, open_card, open_page, own_card, place_on_screen
from pages.incidents import made_or_told
from pages.shelf import exports_noted

OFFERED: Final = "offered_views"
"""Where a visit keeps the views of the page that now runs."""


@dataclass(frozen=True, slots=True)
class Offered:
    """The views of one run of a page, with the labels and limits that no last line settled yet."""

    note: Callable[[str, str], None]
    views: list[View] = field(default_factory=list)
    labels: dict[int, str] = field(default_factory=dict)
    doors: list[DeltaGenerator] = field(default_factory=list)
    limits: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class More:
    """A file that only one view has: its button, its word in a name and in the log, its format.

    ``make`` gets the card of the view as it stands when the file is taken.
    """

    button: str
    word: str
    written: str
    mime: str
    make: Callable[[Card], bytes]


def begin_page(address: str) -> None:
    """Forget the views of the page before: another begins to run."""
    open_page(address)
    st.session_state.pop(OFFERED, None)


def offered_views() -> list[View]:
    """Give the views that the page now running has shown so far, in their order on it."""
    return list(_offered().views)


def offer_view(chart: Chart | None, takeaway: str, table: pd.DataFrame, label: str) -> None:
    """Offer a view that was just shown, quietly; ``label`` says whether the data carry it.

    Nothing is made before somebody asks for it.
    """
    offered = _offered()
    offered.views.append(View(card_of(takeaway, label), table, chart))
    offered.labels[len(offered.views) - 1] = label
    _show_offer(offered, len(offered.views) - 1)


def offer_more(files: Sequence[More]) -> None:
    """Offer further files behind the door of the view that was shown last; nothing without one."""
    offered = _offered()
    if not offered.doors:
        return
    with offered.doors[-1].container(horizontal=True):
        for file in files:
            _show_button(offered, len(offered.doors) - 1, file)


def last_door() -> DeltaGenerator:
    """Give the door of the view that was shown last, for what has to be asked before it is made."""
    return _offered().doors[-1]


def tell_along(limit: str) -> None:
    """Tell in the cards since the last line, too, what their numbers cannot do without."""
    _offered().limits.append(limit)


def settle_own(visit: Visit, basis: str) -> None:
    """Tell the cards since the last line what was counted in the declarations."""
    counted = text.with_limits(basis, _offered().limits)
    _settle(lambda view, label: own_card(view.card.finding, label, visit, counted))


def settle_open(visit: OpenVisit, sources: pd.DataFrame, note: str) -> None:
    """Tell the cards since the last line which tables of open data are behind them."""

    def settled(view: View, label: str) -> Card:
        card = open_card(view.card.finding, label, visit, sources, note)
        with_own = visit.own if text.mentions_own(view.table) else None
        return card if with_own is None else beside_own(card, with_own)

    _settle(settled)


def _settle(card: Callable[[View, str], Card]) -> None:
    offered = _offered()
    for place, label in offered.labels.items():
        view = offered.views[place]
        settled = card(view, label)
        said = text.why_withheld(settled.protection, view.table)
        offered.views[place] = replace(view, card=replace(settled, protection=said))
    offered.labels.clear()
    offered.limits.clear()


def _offered() -> Offered:
    if OFFERED not in st.session_state:
        st.session_state[OFFERED] = Offered(exports_noted())
    return cast("Offered", st.session_state[OFFERED])


def _show_offer(offered: Offered, place: int) -> None:
    """Show what opens the list of formats of one view, in its place in the order of the page."""
    view = offered.views[place]
    door = st.expander(
        text.TAKE,
        type="compact",
        icon=":material/download:",
        key=f"taking_{view.card.page}_{place}",
    )
    offered.doors.append(door)
    door.caption(text.TAKE_HELP)
    with door.container(horizontal=True):
        for written in formats_of(view):
            _show_format(offered, place, written)


def _show_format(offered: Offered, place: int, written: str) -> None:
    view = offered.views[place]
    word = PICTURE if view.chart is not None else TABLE
    st.download_button(
        text.FORMATS[written],
        partial(_made, offered, place, written),
        _named(view.card, f"{word}-{place + 1}", written),
        FORMATS[written],
        key=f"take_{view.card.page}_{place}_{written}",
        on_click="ignore",
    )


def _show_button(offered: Offered, place: int, file: More) -> None:
    card = offered.views[place].card
    st.download_button(
        file.button,
        partial(_made_more, offered, place, file),
        _named(card, file.word, file.written),
        file.mime,
        key=f"take_{card.page}_{place}_{file.word}_{file.written}",
        on_click="ignore",
    )


def _named(card: Card, what: str, written: str) -> str:
    return file_name(place_on_screen(), what, card.period, card.made_on, written)


@made_or_told
def _made(offered: Offered, place: int, written: str) -> bytes:
    """Make a file of a view as its page left it, and note that it leaves."""
    view = offered.views[place]
    made = make(view, written)
    offered.note(text.word_of(view.card.page), written)
    return made


@made_or_told
def _made_more(offered: Offered, place: int, file: More) -> bytes:
    """Make another file of a view, and note that it leaves."""
    made = file.make(offered.views[place].card)
    offered.note(file.word, file.written)
    return made
