"""The part of Regie op drie with rows: the work list, a sheet for one chain, and the form.

It exists only at the levels of one's own organisation. Pseudonyms follow a choice, and are never
on the screen.
"""

from typing import Any

import pandas as pd
import streamlit as st

from core.disclosure import Shape
from core.rows import publish_rows, require_rows
from core.session import Visit, remembered
from core.text import standings as text
from core.text import talk_sheet as sheet
from core.text import talks
from core.text.triggers import TABS
from core.trajectories import standings as model
from pages.skeleton import show_numbers
from pages.talk_fields import ask_talk, empty_talk
from pages.talk_standings import standings_of
from pages.talk_store import is_recorded, record_talk
from pages.timeline import show_timeline

Row = dict[str, Any]

ROWS = Shape(counts=["clients"])
CHOSEN = "chosen_chain"
SAID = "said_about_worklist"


def show_worklist(visit: Visit) -> None:
    """List the live chains one by one, prepare the talk about one, and record it afterwards.

    Raises ``PermissionError`` at shared levels.
    """
    require_rows(visit.level)
    if said := st.session_state.pop(SAID, None):
        st.success(said)
    rows = worklist_of(visit)
    st.caption(text.LIST_NOTE)
    if rows.empty:
        st.markdown(text.NO_LIST)
        return
    st.dataframe(
        text.worklist_table(rows, visit.name), hide_index=True, alt=TABS["worklist"], height=320
    )
    row = _choose(rows)
    with st.expander(sheet.TITLE, expanded=True):
        _show_sheet(visit, row)
    with st.expander(talks.FORM_TITLE):
        _show_form(visit, row)


def worklist_of(visit: Visit) -> pd.DataFrame:
    """Give the rows of the work list with keys. Raises ``PermissionError`` at shared levels."""
    require_rows(visit.level)
    found = model.find_worklist(standings_of(visit), visit.rules)
    return remembered(visit, "worklist", lambda: publish_rows(found, visit.level, ROWS))


def numbers_of(visit: Visit) -> dict[object, int]:
    """Find the running number of each client on the work list."""
    rows = worklist_of(visit)
    clients = rows["client_id"].tolist() if len(rows) else []
    return {client: place for place, client in enumerate(clients, start=1)}


def _choose(rows: pd.DataFrame) -> Row:
    """Choose a chain by its running number, and add that as ``number``."""
    records = [{str(name): cell for name, cell in row.items()} for row in rows.to_dict("records")]
    place = st.selectbox(
        text.WHICH,
        range(len(records)),
        format_func=lambda one: text.choice(one + 1, records[one]),
        key=CHOSEN,
        width=520,
    )
    return records[place] | {"number": place + 1}


def _show_sheet(visit: Visit, row: Row) -> None:
    """Show the history of one chain on a page that prints; it is made anew and never kept."""
    chosen, analysis = int(str(row["trajectory_id"])), visit.analysis
    number = int(str(row["number"]))
    st.markdown(f"### {sheet.heading(number, visit.rules)}")
    history = publish_rows(model.find_history(analysis.chained, chosen), visit.level, ROWS)
    show_numbers(sheet.history_table(history, visit.name), sheet.TITLE)
    show_timeline(visit, chosen)
    st.markdown(f"**{sheet.TALKS_TITLE}**")
    _show_talks(visit, chosen)
    st.markdown(f"**{sheet.ASK_TITLE}**\n\n{sheet.ASK}")
    st.caption(sheet.NOTE)


def _show_talks(visit: Visit, chosen: int) -> None:
    evaluations = visit.analysis.evaluations
    if evaluations is None:
        st.markdown(sheet.NO_TALKS)
        return
    found = model.find_attended(visit.analysis.chained, evaluations, chosen)
    told = publish_rows(found, visit.level, ROWS)
    if told.empty:
        st.markdown(sheet.NO_TALKS)
    else:
        show_numbers(sheet.talks_table(told), sheet.TALKS_TITLE)


def _show_form(visit: Visit, row: Row) -> None:
    """Record a talk about the chosen chain."""
    st.caption(f"{talks.FORM_HELP} {talks.counts_until(visit.rules)}")
    told = empty_talk(visit.rules.as_of)
    talk = ask_talk(f"new_{row['trajectory_id']}", talks.SAVE, told)
    if talk is None:
        return
    about = talk.about(str(row["client_id"]))
    if is_recorded(visit, about):
        st.warning(talks.TWICE)
        return
    record_talk(visit, about)
    st.session_state[SAID] = talks.SAVED
    st.rerun()
