"""From the lines of a file to the trajectories that take a position: what falls off, and why."""

from collections.abc import Callable, Mapping

import pandas as pd
import streamlit as st

from core.analysis import count_attrition
from core.datasets import read_of
from core.disclosure import Margins, Shape, protect, publish_table
from core.frames import Frame
from core.session import Visit, remembered
from core.text import attrition as text
from core.trajectories import attrition as model
from pages.answered import may_stand, whole_of
from pages.skeleton import show_numbers

ROWS = Shape(counts=["rows"])


def show_attrition(visit: Visit) -> None:
    """Show the steps of the construction, and on request what falls off after one of them.

    They tell of the delivery as a whole whatever is selected, so that the guard is asked for that.
    """
    box = st.expander(text.TITLE, key="attrition", on_change="rerun")
    if not box.open:
        return
    with box:
        if not may_stand(whole_of(visit)):
            st.caption(text.TOO_NEAR)
            return
        st.caption(text.HELP)
        steps = remembered(visit, "attrition", lambda: _steps(visit))
        st.markdown(text.finding(steps, visit.rules))
        show_numbers(text.rows_of_steps(steps), text.TITLE)
        step = st.pills(
            text.CHOOSE, model.STEPS, format_func=text.STEP_NAMES.__getitem__, key="attrition_step"
        )
        if step:
            reasons = remembered(visit, f"attrition_{step}", lambda: _reasons(visit, step))
            show_numbers(text.rows_of_reasons(reasons, step), text.STEP_NAMES[step])


def _steps(visit: Visit) -> pd.DataFrame:
    delivery = visit.data_set.delivery
    lines = sum(entry.lines_read for entry in delivery.ledger)
    read = {"step": "read", "rows": lines, "clients": delivery.clients_read}
    rows = pd.DataFrame([read, *count_attrition(visit.analysis)])
    return protect(rows, visit.level, ROWS)


def _reasons(visit: Visit, step: str) -> pd.DataFrame:
    counted = model.count_fallen(FOUND[step](visit))
    return publish_table(counted, visit.level, ROWS, Margins(["reason"]))


def _read(visit: Visit) -> Frame:
    return model.find_read(*read_of(visit.data_set))


def _accepted(visit: Visit) -> Frame:
    analysis = visit.analysis
    return model.find_accepted(analysis.declarations, analysis.repaired, visit.rules)


FOUND: Mapping[str, Callable[[Visit], Frame]] = {
    "read": _read,
    "accepted": _accepted,
    "before_as_of": lambda visit: model.find_netted(visit.analysis.repaired, visit.rules),
    "after_netting": lambda visit: model.find_merged(visit.analysis.trajectories),
    "trajectories": lambda visit: model.find_uncounted(visit.analysis.trajectories, visit.rules),
    "counted": lambda visit: model.find_placed(
        visit.analysis.chained, visit.rules, visit.analysis.on_paper
    ),
}
"""What gives the rows of each step their reason."""
