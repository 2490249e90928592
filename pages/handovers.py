"""The part of the page Trajectreeksen on hand-overs between providers."""

from dataclasses import dataclass
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st

from core.charts.handovers import chart_handovers
from core.disclosure import Grid, Shape, may_name_providers, publish, publish_parts
from core.frames import hold
from core.graphs import groups as networks
from core.graphs import handovers as model
from core.graphs.network import Strongest, graph_of, strongest, with_shares
from core.session import Visit, observed_chains, remembered
from core.tables import ELSEWHERE
from core.text import handovers as text
from pages.exports import Export, offer_numbers
from pages.follows import fewest_persons, publish_pairs
from pages.labels import label_of
from pages.provider_names import labels_of
from pages.skeleton import show_numbers, show_picture

STARTS = Shape(counts=["starts"])
CHANGES = ("same", "other")
FEWEST, MOST, USUAL = 5, 60, 25


@dataclass(frozen=True, slots=True)
class HandoverNumbers:
    """The published tables of this part, and what was measured on the published network."""

    steps: pd.DataFrame
    unknown: pd.DataFrame
    shares: pd.DataFrame
    received: pd.DataFrame
    groups: pd.DataFrame
    passing: dict[str, float]


def handover_numbers(visit: Visit) -> HandoverNumbers:
    """Give the published numbers of this part, counted once."""
    return remembered(visit, "handovers", lambda: _counted(visit))


def _counted(visit: Visit) -> HandoverNumbers:
    steps = hold(model.find_steps(observed_chains(visit)))
    handovers = hold(model.find_handovers(steps, fewest_persons(visit)))
    pairs = publish_pairs(handovers, visit)
    received = publish_pairs(model.join_senders(handovers), visit)
    arrived = dict(zip(received["target"], received["transitions"], strict=True))
    network = networks.without_self(graph_of(pairs[_is_named(pairs)]))
    counted = model.count_provider_steps(steps)
    return HandoverNumbers(
        steps=publish_parts(
            model.known_steps(counted),
            visit.level,
            "starts",
            Grid({"provider_change": CHANGES}, within=["position"]),
            within=["position"],
        ),
        unknown=publish(model.count_unknown(steps), visit.level, STARTS),
        shares=with_shares(pairs, arrived),
        received=received,
        groups=networks.find_groups(network),
        passing=networks.measure_passing(network),
    )


def _is_named(pairs: pd.DataFrame) -> "pd.Series[bool]":
    """Tell which pairs are between providers that have a name of their own."""
    return (pairs["source"] != ELSEWHERE) & (pairs["target"] != ELSEWHERE)


def show_handovers(visit: Visit) -> None:
    """Draw who hands over to whom, and show steps, groups and what to ask."""
    numbers = handover_numbers(visit)
    st.caption(text.QUESTION)
    st.subheader(text.finding(numbers.steps))
    _show_network(visit, numbers)
    st.subheader(text.STEPS_TITLE)
    show_numbers(text.rows_of_steps(numbers.steps), text.STEPS_TITLE)
    st.caption(text.unknown(numbers.unknown["starts"].iloc[0]))
    _show_groups(visit, numbers)


def _show_network(visit: Visit, numbers: HandoverNumbers) -> None:
    named = numbers.shares[_is_named(numbers.shares)]
    everything = strongest(named, len(named)).pairs
    if everything.empty:
        st.markdown(text.NOTHING)
        return
    drawn, told = _choices(visit, everything)
    groups = dict(zip(numbers.groups["place"], numbers.groups["group"], strict=True))
    told_pair = (told["source"], told["target"])
    picture = chart_handovers(drawn.pairs, groups, _namer(visit), told_pair)
    rows = text.rows_of_handovers(numbers.shares, _namer(visit))
    show_picture(picture, text.finding(numbers.steps), rows, label_of(visit, "order", "duration"))
    place_name = partial(text.place_name, name=_namer(visit))
    offer_numbers(visit, Export(text.TITLE, numbers.shares, place_name))
    st.markdown(text.sentence(told, _namer(visit)))
    note = text.drawn_note(len(drawn.pairs), drawn.left_out)
    st.caption(f"{note} {text.NOTE} {text.COUNTED_NOTE}")


def _choices(visit: Visit, everything: pd.DataFrame) -> tuple[Strongest, dict[Any, Any]]:
    """Ask which hand-over to read out, and how many of the largest to draw."""
    rows = everything.to_dict("records")
    left, right = st.columns(2, gap="large")
    place = left.selectbox(
        text.CHOOSE,
        range(len(rows)),
        format_func=lambda number: text.option(rows[number], _namer(visit)),
        key="handovers_told",
    )
    most = min(MOST, len(rows))
    wanted = most
    if most > FEWEST:
        wanted = right.slider(text.HOW_MANY, FEWEST, most, min(USUAL, most), key="handovers_drawn")
    return strongest(everything, wanted), rows[place or 0]


def _show_groups(visit: Visit, numbers: HandoverNumbers) -> None:
    if numbers.groups.empty:
        return
    st.subheader(text.QUESTIONS_TITLE)
    for question in text.questions(numbers.passing, numbers.received, _namer(visit)):
        st.markdown(f"- {question}")
    with st.expander(text.RECEIVED_TITLE):
        show_numbers(text.rows_of_received(numbers.received, _namer(visit)), text.RECEIVED_TITLE)
    st.subheader(text.GROUPS_TITLE)
    show_numbers(text.rows_of_groups(numbers.groups, _namer(visit)), text.GROUPS_TITLE)
    st.caption(text.GROUPS_NOTE.format(seeds=networks.SEEDS))


def _namer(visit: Visit) -> text.Name:
    """Name providers, or number them by their hand-overs at a level where they cannot answer.

    Codes are public, and so is who has a contract: numbers in order of code would be names.
    """
    if may_name_providers(visit.level):
        return lambda code: visit.name("provider", code)
    pairs = handover_numbers(visit).shares
    ordered = pairs.sort_values("transitions", ascending=False, kind="stable")
    labels = labels_of(visit, dict.fromkeys([*ordered["source"], *ordered["target"]]))
    return lambda code: labels[code]
