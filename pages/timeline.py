"""The timeline of one chain: of the data only where rows may be seen, elsewhere an invented one."""

import pandas as pd
import streamlit as st

from core.charts import theme
from core.charts.timeline import chart_timeline
from core.disclosure import Shape, is_shared
from core.rows import publish_rows, require_rows
from core.session import Visit, remembered
from core.tables import TIMELINE_TALKS
from core.text import timeline as text
from core.trajectories import timeline as model
from core.trajectories.rules import Rules
from pages.labels import label_of
from pages.skeleton import show_picture

ROWS = Shape(counts=["position"])
TALKS = Shape(counts=[])
CHAINS = Shape(counts=["length", "trajectories"])


def show_timelines(visit: Visit) -> None:
    """Let people of one organisation choose a chain; others see an invented example."""
    st.caption(text.QUESTION)
    if is_shared(visit.level):
        st.markdown(text.INVENTED)
        _show_invented()
        return
    chains = remembered(visit, "longest_chains", lambda: _longest(visit))
    if chains.empty:
        st.markdown(text.NO_CHAINS)
        return
    place = st.selectbox(
        text.CHOOSE,
        range(len(chains)),
        format_func=lambda place: _option(chains, place),
        help=text.CHOOSE_HELP,
        key="timeline",
    )
    show_timeline(visit, int(chains["trajectory_id"].iloc[place]))


def show_timeline(visit: Visit, trajectory_id: int) -> None:
    """Draw the chain that holds a trajectory. Raises ``PermissionError`` at shared levels."""
    require_rows(visit.level)
    analysis, rules = visit.analysis, visit.rules
    chained, talks = analysis.chained, analysis.evaluations
    rows = publish_rows(model.find_timeline(chained, trajectory_id, rules), visit.level, ROWS)
    held = pd.DataFrame(columns=list(TIMELINE_TALKS))
    if talks is not None:
        found = model.find_timeline_talks(chained, talks, trajectory_id, rules)
        held = publish_rows(found, visit.level, TALKS)
    st.caption(text.ONLY_OWN)
    named = rows.assign(provider=[visit.name("provider", code) for code in rows["provider"]])
    _show(named, held, rules, label_of(visit, "duration"))
    st.caption(text.note(rules.evaluation_window_days, has_talks=talks is not None))


def _show_invented() -> None:
    rules = text.invented_rules()
    rows, talks = text.invented()
    _show(rows, talks, rules, text.INVENTED_TITLE)
    st.caption(text.note(rules.evaluation_window_days, has_talks=True))


def _show(rows: pd.DataFrame, talks: pd.DataFrame, rules: Rules, label: str) -> None:
    colours = {"": theme.UNRANKED_FORM, **theme.form_colours(rules.ladder)}
    picture = chart_timeline(
        text.bars_of_timeline(rows, colours),
        text.bars_between(rows),
        text.marks_of_talks(talks),
        text.moment(rules.as_of),
    )
    show_picture(picture, text.takeaway(rows), text.rows_of_timeline(rows, talks), label)


def _longest(visit: Visit) -> pd.DataFrame:
    found = model.find_longest_chains(visit.analysis.chained, visit.selection)
    return publish_rows(found, visit.level, CHAINS)


def _option(chains: pd.DataFrame, place: int) -> str:
    row = chains.iloc[place]
    return text.option(place + 1, row["care_form"], int(row["start"]), int(row["length"]))
