"""The part of the page Stepped of matched care on what whole chains cost."""

from dataclasses import dataclass
from typing import Final

import pandas as pd
import streamlit as st

from core.charts.chain_costs import chart_lengths, chart_parts
from core.disclosure import MINIMUM_PERSONS, Grid, Level, Margins, Shape, publish, publish_table
from core.frames import Frame, hold
from core.session import Visit, observed_chains, remembered
from core.text import chain_costs as text
from core.trajectories import chain_costs as model
from core.trajectories.grids import merge_rare
from core.trajectories.moves import YES_OR_NO
from pages.labels import label_of
from pages.skeleton import show_limit, show_numbers, show_picture

SHOWN_ROUTES: Final = 10
CHAINS = Shape(counts=["chains"])
PRICED = Grid({"priced": YES_OR_NO})
PARTS = Shape(counts=["chains"], amounts=["amount_cents"])
COSTS = Shape(
    counts=["chains", "running"],
    amounts=["amount_cents"],
    typical=["lower_cents", "middle_cents", "upper_cents"],
    within=[],
)


@dataclass(frozen=True, slots=True)
class CostNumbers:
    """All tables of the part, published for the level of the visit."""

    priced: pd.DataFrame
    parts: pd.DataFrame
    lengths: pd.DataFrame
    forms: pd.DataFrame
    routes: pd.DataFrame
    states: pd.DataFrame


def cost_numbers(visit: Visit) -> CostNumbers:
    """Count and publish everything the part shows.

    All tables divide the same costs, so that each has a sum that another table tells.
    """
    observed, level = observed_chains(visit), visit.level
    costs = hold(model.find_costs(observed, visit.rules))
    lengths = model.with_longest(costs, MINIMUM_PERSONS)
    forms = merge_rare(costs, "form", model.REST, MINIMUM_PERSONS)
    priced = model.count_priced(observed)
    return CostNumbers(
        priced=publish_table(priced, level, CHAINS, Margins(["priced"]), PRICED),
        parts=publish_table(model.count_cost_parts(costs), level, PARTS, Margins(["part"])),
        lengths=_divided(lengths, "length", level).sort_values("length"),
        forms=text.in_form_order(_divided(forms, "form", level), visit.rules.ladder),
        routes=text.in_route_order(_dearest(costs, level)),
        states=_divided(costs, "is_running", level).sort_values("is_running"),
    )


def _divided(costs: Frame, by: str, level: Level) -> pd.DataFrame:
    return publish_table(model.count_costs(costs, by), level, COSTS, Margins([by]))


def _dearest(costs: Frame, level: Level) -> pd.DataFrame:
    """Name the routes that cost most of those whose costs are shown.

    That a route is among the dearest tells about what it costs, also where that is hidden.
    """
    common = merge_rare(costs, "route", model.REST, MINIMUM_PERSONS)
    named = text.named_routes(publish(model.count_costs(common, "route"), level, COSTS))
    while True:
        routes = _divided(model.with_named_routes(costs, named[:SHOWN_ROUTES]), "route", level)
        still = text.named_routes(routes)
        if len(still) == len(routes[routes["route"] != model.REST]):
            return routes
        named = still


def show_chain_costs(visit: Visit) -> None:
    """Draw how unequal costs are and what chains cost by length; forms and routes as tables."""
    numbers = remembered(visit, "chain_costs", lambda: cost_numbers(visit))
    label = label_of(visit, "money", "order")
    st.markdown(f"*{text.QUESTION}*")
    st.markdown(f"**{text.finding(numbers.parts)}**")
    show_limit(text.running_sentence(numbers.states, numbers.priced))
    bars = chart_parts(text.bars_of_parts(numbers.parts))
    show_picture(bars, text.finding(numbers.parts), text.rows_of_parts(numbers.parts), label)
    said = text.lengths_finding(numbers.lengths)
    st.subheader(said)
    lengths = text.rows_of_costs(numbers.lengths, text.LENGTH, text.length_names(numbers.lengths))
    spans = chart_lengths(text.spans_of_lengths(numbers.lengths))
    show_picture(spans, said, lengths, label)
    st.caption(f"{text.QUARTERS_NOTE} {text.NOTE}")
    _show_tables(numbers)


def _show_tables(numbers: CostNumbers) -> None:
    routes, forms = numbers.routes, numbers.forms
    st.subheader(text.ROUTES_TITLE)
    show_numbers(
        text.rows_of_costs(routes, text.ROUTE, text.route_names(routes)), text.ROUTES_TITLE
    )
    with st.expander(text.FORMS_TITLE):
        show_numbers(text.rows_of_costs(forms, text.FORM, text.form_names(forms)), text.FORMS_TITLE)
    with st.expander(text.STATES_TITLE):
        names = [text.STATE_NAMES[state] for state in numbers.states["is_running"]]
        states = text.rows_of_costs(numbers.states, text.STATE, names)
        show_numbers(states.drop(columns=text.RUNNING), text.STATES_TITLE)
