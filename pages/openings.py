"""The part of the page Stepped of matched care on light and heavier beginnings."""

from dataclasses import dataclass
from typing import Final

import pandas as pd
import streamlit as st

from core.charts.openings import chart_up_curve
from core.charts.steps import chart_followups
from core.disclosure import MINIMUM_PERSONS, Grid, Margins, Shape, publish_from, publish_table
from core.frames import hold
from core.session import Visit, observed_chains, remembered
from core.stepping.incidence import measure_up_curve
from core.text import openings as text
from core.text import step_tables as tables
from core.text import steps as words
from core.trajectories import openings as model
from core.trajectories.followups import count_followups
from core.trajectories.moves import count_moves_by_referrer
from pages.labels import label_of
from pages.skeleton import show_numbers, show_picture
from pages.step_numbers import publish_moved

FOLLOWUP_MONTHS: Final = 12
FEWEST_OF_REFERRER: Final = 50
"""A referrer with fewer chains could hardly show what became of them."""

OPENINGS = Shape(counts=["chains"], within=[])
FOLLOWUPS = Shape(counts=["chains"], within=["source_kind", "source"], rest=("target_kind", "rest"))
BEFORE, AFTER = ["source_kind", "source"], ["target_kind", "target"]
BOXES = Margins([*BEFORE, *AFTER], [BEFORE, AFTER])
AT_RISK = Shape(counts=["at_risk"])
AT_RISK_COLUMNS: Final = ["group", "months", "at_risk", "clients"]
UNPROTECTED: Final = ["at_risk", "clients"]
CURVE = Shape(counts=[], persons="behind", values=["up", "over"])


@dataclass(frozen=True, slots=True)
class OpeningNumbers:
    """All tables of the part, published for the level of the visit."""

    openings: pd.DataFrame
    weights: pd.DataFrame
    curve: pd.DataFrame
    at_risk: pd.DataFrame
    followups: pd.DataFrame
    referrers: pd.DataFrame


def opening_numbers(visit: Visit) -> OpeningNumbers:
    """Count and publish everything the part shows."""
    observed, rules, level = observed_chains(visit), visit.rules, visit.level
    after = count_followups(observed, rules, FOLLOWUP_MONTHS, MINIMUM_PERSONS)
    sent = count_moves_by_referrer(observed, rules, FEWEST_OF_REFERRER)
    kinds, weights = Grid({"opening": model.OPENINGS_IN_ORDER}), Grid({"weight": model.WEIGHTS})
    started, starts = model.count_started_weights(observed), Shape(counts=["starts"], within=[])
    opened, times = model.count_openings(observed), hold(model.count_up_times(observed, rules))
    return OpeningNumbers(
        openings=publish_table(opened, level, OPENINGS, Margins(["opening"]), kinds),
        weights=publish_table(started, level, starts, Margins(["weight"]), weights),
        curve=publish_from([times], measure_up_curve, level, CURVE).drop(columns=UNPROTECTED),
        at_risk=publish_from([times], measure_up_curve, level, AT_RISK)[AT_RISK_COLUMNS],
        followups=publish_table(after, level, FOLLOWUPS, BOXES),
        referrers=publish_moved(sent, visit, "referrer", "is_rest"),
    )


def show_openings(visit: Visit) -> None:
    """Draw when chains went up by how they began, and what followed the first trajectory."""
    numbers = remembered(visit, "openings", lambda: opening_numbers(visit))
    label = label_of(visit, "order")
    st.markdown(f"*{text.QUESTION}*")
    st.markdown(f"**{text.finding(numbers.openings, numbers.weights)}**")
    said = text.curve_sentence(numbers.curve)
    st.markdown(said)
    lines = chart_up_curve(text.lines_of_curve(numbers.curve))
    show_picture(lines, said, text.rows_of_curve(numbers.curve), label)
    st.caption(text.AT_RISK_TITLE)
    show_numbers(text.rows_at_risk(numbers.at_risk), text.AT_RISK_TITLE)
    st.caption(text.NOTE)
    with st.expander(text.OPENINGS_TITLE):
        show_numbers(text.rows_of_openings(numbers.openings), text.OPENINGS_TITLE)
    _show_followups(visit, numbers, label)


def _show_followups(visit: Visit, numbers: OpeningNumbers, label: str) -> None:
    after, ladder = numbers.followups, visit.rules.ladder
    shared = tables.with_share_of_source(after)
    said = tables.followups_finding(shared)
    st.subheader(said)
    heat = chart_followups(shared, ladder)
    show_picture(heat, said, tables.rows_of_followups(after, ladder), label)
    st.caption(tables.followups_note(after, ladder))
    with st.expander(words.REFERRERS_TITLE):
        st.caption(f"{words.referrer_caution(numbers.referrers)} {words.REFERRERS_NOTE}")
        show_numbers(tables.rows_of_referrers(numbers.referrers), words.REFERRERS_TITLE)
