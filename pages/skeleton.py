"""The skeleton of a page: question, finding, picture, numbers, status line, conversation."""

from collections.abc import Sequence

import altair as alt
import pandas as pd
import streamlit as st

from core.disclosure import is_shared
from core.session import Visit, contact_address, current_level
from core.text import general, status
from core.text import shell as text
from pages.cards import name_page
from pages.guarded import stop_if_withheld
from pages.note import keep_answers, keep_finding, offer_note
from pages.taking import offer_view, offered_views, settle_own, tell_along


def show_question(title: str, question: str) -> None:
    """Open the page: its title, and the one question it answers; a page that is refused ends here.

    Nothing of a page is counted before its question is shown.
    """
    name_page(title, question)
    st.title(title, anchor=False)
    st.caption(question)
    stop_if_withheld()


def show_finding(sentence: str) -> None:
    """Say what the data show, in one sentence, before any picture."""
    keep_finding(sentence)
    st.markdown(f"## {sentence}")


def show_picture(
    chart: alt.Chart | alt.LayerChart,
    takeaway: str,
    table: pd.DataFrame,
    label: str,
    picked: str = "",
) -> None:
    """Show a chart with its takeaway as text alternative, and the numbers behind it as a table.

    ``table`` has Dutch headings and text cells: it is what people read and print. ``label`` says
    whether the data carry the picture (``pages.labels``). When nothing is left to draw, a sentence
    stands in the place of all. ``picked`` is where the session keeps what is clicked on; without it
    a click does nothing.
    """
    if table.empty or _draws_nothing(chart):
        st.markdown(general.NOTHING_TO_SHOW)
        return
    drawn = _without_empty_layers(chart)
    if picked:
        st.altair_chart(drawn, width="stretch", alt=takeaway, key=picked, on_select="rerun")
    else:
        st.altair_chart(drawn, width="stretch", alt=takeaway)
    st.caption(label)
    with st.expander(general.TABLE_OF, key=f"numbers_{len(offered_views())}"):
        _write_table(table, takeaway)
    offer_view(drawn, takeaway, table, label)


def show_limit(words: str) -> None:
    """Say what the numbers of a part cannot do without; every file taken from it says so too."""
    st.caption(words)
    tell_along(words)


def show_both(
    chart: alt.Chart | alt.LayerChart, takeaway: str, table: pd.DataFrame, label: str = ""
) -> None:
    """Show a chart with its numbers open below it; both are taken along as one view."""
    st.altair_chart(_without_empty_layers(chart), width="stretch", alt=takeaway)
    if label:
        st.caption(label)
    _write_table(table, takeaway)
    offer_view(chart, takeaway, table, label)


def show_numbers(table: pd.DataFrame, takeaway: str) -> None:
    """Show a table that prints well; its cells are already text. Without rows: a sentence."""
    if table.empty:
        st.markdown(general.NOTHING_TO_SHOW)
        return
    _write_table(table, takeaway)
    offer_view(None, takeaway, table, "")


def _write_table(table: pd.DataFrame, takeaway: str) -> None:
    shown = table.map(lambda cell: general.literal(cell) if isinstance(cell, str) else cell)
    st.table(shown, hide_index=True, alt=takeaway)
    why = general.why_hidden(map(str, table.to_numpy().ravel()))
    if why and is_shared(current_level()):
        st.caption(why)


def show_status(visit: Visit, basis: str) -> None:
    """Say whether the numbers above may still change, and what they stand on."""
    settle_own(visit, basis)
    st.markdown(status.standing(visit.selection.end_day, visit.rules))
    st.caption(
        status.status_line(visit.data_set.title, visit.years, basis, visit.rules, visit.level)
    )


def show_conversation(page: str) -> None:
    """Ask the four questions; what people write stays in this visit. Closes the page."""
    with st.container(key="conversation"):
        st.subheader(general.QUESTIONS_TITLE)
        st.caption(f"{general.DIFFERENCES} {general.NOTES_STAY}")
        for column, (name, question) in zip(st.columns(4), general.QUESTIONS.items(), strict=True):
            column.text_area(
                question,
                key=f"{page}_{name}",
                height=100,
                persist_state="session",
                on_change=keep_answers,
                args=(page,),
            )
        offer_note(page)
        st.caption(text.CONTACT.format(address=contact_address()))


def show_figures(figures: Sequence[tuple[str, str, str]]) -> None:
    """Show key figures side by side: the label, the number as text, and what it means.

    The help of a number that is hidden says why, as is said under a table.
    """
    for column, (label, value, meaning) in zip(st.columns(len(figures)), figures, strict=True):
        column.metric(label, value, help=f"{meaning} {general.why_hidden([value])}".rstrip())


def _without_empty_layers(chart: alt.Chart | alt.LayerChart) -> alt.Chart | alt.LayerChart:
    """Leave layers without rows out: a screen reader would meet a mark that has no name."""
    if not isinstance(chart, alt.LayerChart):
        return chart
    shown = chart.copy(deep=False)
    shown.layer = [
        layer
        for layer in chart.layer
        if not (isinstance(layer.data, pd.DataFrame) and layer.data.empty)
    ]
    return shown


def _draws_nothing(chart: alt.Chart | alt.LayerChart) -> bool:
    """Tell whether all data of a chart are tables without rows."""
    layers = chart.layer if isinstance(chart, alt.LayerChart) else []
    tables = [part.data for part in (chart, *layers) if isinstance(part.data, pd.DataFrame)]
    return bool(tables) and all(table.empty for table in tables)
