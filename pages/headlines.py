"""The headline figures under several sets of rules."""

from dataclasses import replace

import streamlit as st

from core.disclosure import Shape, publish
from core.session import Visit, current_rules, open_analysis
from core.text import headlines as text
from core.text.headlines import Headlines
from core.trajectories.cohorts import find_observed
from core.trajectories.headlines import count_headlines
from core.trajectories.moves import count_moves_within
from core.trajectories.rules import Rules, start_rules
from core.trajectories.selection import select_chains
from pages.answered import may_stand
from pages.skeleton import show_finding, show_numbers
from pages.step_numbers import publish_moved


def show_headlines(visit: Visit) -> None:
    """Show what the choice of rules changes, na elkaar and with simultaneous help."""
    own = current_rules()
    columns = (
        headlines_of(visit, start_rules()),
        headlines_of(visit, replace(own, count_parallel=False)),
        headlines_of(visit, replace(own, count_parallel=True)),
    )
    show_finding(text.finding(*columns[:2]))
    show_numbers(text.rows_of_headlines(columns), text.TITLE)
    if any(one.is_refused for one in columns):
        st.caption(text.REFUSED)


def headlines_of(visit: Visit, rules: Rules) -> Headlines:
    """Count and publish the headline figures under some rules.

    They stand beside others of the page, so that they ask the guard as a page of their own would:
    where it refuses, every figure is left out.
    """
    analysis, chosen = open_analysis(visit.data_set, rules), visit.selection
    figures = count_headlines(analysis.chained, analysis.triggers, analysis.rules, chosen)
    observed = select_chains(find_observed(analysis.chained), chosen)
    counted = Headlines(
        publish(figures, visit.level, Shape(counts=["number"])),
        publish_moved(count_moves_within(observed, analysis.rules), visit),
    )
    stands = may_stand(replace(visit, analysis=analysis), rules)
    return counted if stands else counted.withheld()
