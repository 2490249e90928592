"""The part of the page Stepped of matched care that compares persons who are alike."""

from dataclasses import dataclass

import pandas as pd
import streamlit as st

from core.charts.comparable import chart_differences
from core.disclosure import Margins, Shape, publish_from, publish_table_from
from core.frames import hold
from core.session import Visit, remembered
from core.stepping import comparable as measured
from core.text import comparable as text
from core.trajectories.cohorts import find_observed
from core.trajectories.comparable import count_strata, find_alike, find_alike_costs
from core.trajectories.selection import select_chains
from pages.labels import label_of
from pages.skeleton import show_numbers, show_picture

MEANS = Shape(counts=[], values=["light", "heavier", "difference", "low", "high"])
COSTS = Shape(
    counts=[],
    means=["light", "heavier", "difference", "low", "high"],
    divided=["light_cents", "heavier_cents"],
)
PERSONS = Shape(counts=["clients"])
BY_SIDE = Margins(["begun", "reason"], [["begun"]])
"""Who began light and who heavier is also told as chains, in the part before this one."""


@dataclass(frozen=True, slots=True)
class ComparedNumbers:
    """What followed on both sides, who is compared, and what is known of them; published."""

    outcomes: pd.DataFrame
    support: pd.DataFrame
    known: pd.DataFrame


def compared_numbers(visit: Visit) -> ComparedNumbers:
    """Count and publish everything the part shows.

    The chains are looked up anew, because persons are joined with their declarations.
    """
    analysis, level = visit.analysis, visit.level
    observed = select_chains(find_observed(analysis.chained), visit.selection)
    alike = hold(find_alike(observed, analysis.declarations, visit.rules))
    strata = hold(count_strata(alike))
    means = publish_from([strata], measured.measure_outcomes, level, MEANS)
    behind = [strata, find_alike_costs(alike)]
    costs = publish_from(behind, measured.measure_costs, level, COSTS)
    return ComparedNumbers(
        outcomes=pd.concat([means, costs], ignore_index=True),
        support=publish_table_from([strata], measured.measure_support, level, PERSONS, BY_SIDE),
        known=publish_from([strata], measured.measure_known, level, PERSONS),
    )


def show_comparable(visit: Visit) -> None:
    """Show what followed for persons who are alike; the notice that it is no cause comes first."""
    numbers = remembered(visit, "comparable", lambda: compared_numbers(visit))
    keys = text.keys_in_words(numbers.known)
    st.markdown(f"*{text.QUESTION}*")
    st.markdown(f"**{text.finding(numbers.outcomes)}**")
    st.warning(text.NO_CAUSE.format(keys=keys))
    bars = chart_differences(text.bars_of_outcomes(numbers.outcomes))
    label = label_of(visit, "order", "duration", "money", "referrer")
    st.markdown(text.TITLE)
    said = text.finding(numbers.outcomes)
    show_picture(bars, said, text.rows_of_outcomes(numbers.outcomes), label)
    st.caption(text.support_sentence(numbers.support))
    st.caption(text.METHOD.format(keys=keys))
    with st.expander(text.SUPPORT_TITLE):
        show_numbers(text.rows_of_support(numbers.support), text.SUPPORT_TITLE)
