"""The part of the page Trajectreeksen on which help follows which."""

from dataclasses import dataclass
from typing import Any

import pandas as pd
import streamlit as st

from core.charts.follows import boxes_of, chart_follows
from core.charts.matrix import chart_matrix
from core.complements import hide_along
from core.disclosure import (
    MINIMUM_PERSONS,
    Margins,
    Shape,
    is_shared,
    publish,
    publish_table,
)
from core.frames import Frame, hold
from core.graphs import follows as model
from core.graphs.network import (
    Strongest,
    matrix_of,
    names_something,
    strongest,
    totals_of,
    with_beginnings,
    with_shares,
)
from core.graphs.pairs import count_overlaps, count_pairs
from core.session import Visit, observed_chains, remembered
from core.tables import ELSEWHERE
from core.text import follows as text
from core.text import general
from core.text.exports import rows_of_matrix
from pages.exports import Export, offer_matrix, offer_numbers
from pages.labels import label_of
from pages.skeleton import show_picture

PAIRS = Shape(
    counts=["transitions"],
    within=["source"],
    percentiles={"low_gap_days": 0.25, "median_gap_days": 0.5, "high_gap_days": 0.75},
)
MARGINS = Margins(["source", "target"])
"""What leaves each place and what reaches it stands in other parts of the page."""

OVERLAPS = Shape(counts=["overlapping"], percentiles={"median_overlap_days": 0.5})
CHAINS = Shape(counts=["chains"])
LATER = Shape(counts=["pairs", "chains"])
FEWEST, MOST, USUAL = 5, 60, 20


@dataclass(frozen=True, slots=True)
class FollowNumbers:
    """The published tables of this part: transitions with their shares, and beginnings."""

    shares: pd.DataFrame
    beginnings: pd.DataFrame


def publish_pairs(pairs: Frame, visit: Visit) -> pd.DataFrame:
    """Publish pairs with the days between and, apart, the days together."""
    counted = publish_table(count_pairs(pairs), visit.level, PAIRS, MARGINS)
    overlaps = publish(count_overlaps(pairs), visit.level, OVERLAPS)
    both = counted.merge(overlaps.drop(columns="clients"), on=["source", "target"], how="left")
    return hide_along(both, "transitions", ["overlapping", "median_overlap_days"])


def fewest_persons(visit: Visit) -> int:
    """Say below how many persons a pair is merged with others; nothing is where all may be seen."""
    return MINIMUM_PERSONS if is_shared(visit.level) else 1


def follow_numbers(visit: Visit) -> FollowNumbers:
    """Give the published numbers of this part, counted once."""
    return remembered(visit, "follows", lambda: _counted(visit))


def _counted(visit: Visit) -> FollowNumbers:
    fewest = fewest_persons(visit)
    every = model.find_follows(observed_chains(visit), visit.rules)
    follows = hold(model.merge_follows(every, fewest))
    later = publish(model.count_later(follows), visit.level, LATER)[["source", "target", "chains"]]
    pairs = publish_pairs(follows, visit).merge(later, on=["source", "target"], how="left")
    pairs = hide_along(pairs, "transitions", ["chains"])
    counted = model.count_beginnings(follows, fewest)
    beginnings = publish_table(counted, visit.level, CHAINS, Margins(["source"]))
    return FollowNumbers(with_shares(pairs, _arrived(pairs)), beginnings)


def _arrived(pairs: pd.DataFrame) -> dict[str, int]:
    """Say how often each care form was reached: not the rest, which is another one each time."""
    return {place: number for place, number in totals_of(pairs).items() if place != ELSEWHERE}


def show_follows(visit: Visit) -> None:
    """Draw the transitions from light to heavy, read one out, and show the matrix."""
    numbers, ladder = follow_numbers(visit), visit.rules.ladder
    st.caption(text.QUESTION)
    st.subheader(text.finding(numbers.shares))
    everything = strongest(numbers.shares, len(numbers.shares)).pairs
    if everything.empty or not names_something(numbers.shares):
        st.markdown(general.NOTHING_TO_SHOW)
        return
    drawn, told = _choices(numbers, everything)
    order = text.in_order(numbers.shares["source"].tolist(), ladder)
    boxes = boxes_of(numbers.shares, numbers.beginnings, order)
    picture = chart_follows(drawn.pairs, boxes, ladder, (told["source"], told["target"]))
    rows = text.rows_of_follows(numbers.shares, ladder)
    show_picture(picture, text.finding(numbers.shares), rows, label_of(visit, "order", "duration"))
    pairs = with_beginnings(numbers.shares, numbers.beginnings)
    offer_numbers(visit, Export(text.TITLE, pairs, text.place_name))
    st.markdown(text.sentence(told))
    st.caption(f"{text.drawn_note(len(drawn.pairs), drawn.left_out)} {text.NOTE} {text.TIME_NOTE}")
    _show_matrix(numbers.shares, order)


def _show_matrix(shares: pd.DataFrame, order: list[str]) -> None:
    """Show the share of every transition as a square, and offer it with decimals."""
    st.subheader(text.MATRIX_TITLE)
    matrix = matrix_of(shares, order)
    squares = chart_matrix(shares, order)
    show_picture(squares, text.finding(shares), rows_of_matrix(matrix), text.EXITS_NOTE)
    offer_matrix(matrix)


def _choices(numbers: FollowNumbers, everything: pd.DataFrame) -> tuple[Strongest, dict[Any, Any]]:
    """Ask which transition to read out, and how many of the largest to draw."""
    left, right = st.columns(2, gap="large")
    with left:
        told = _chosen(everything)
    with right:
        drawn = strongest(numbers.shares, _asked(len(everything)))
    return drawn, told


def _asked(arcs: int) -> int:
    most = min(MOST, arcs)
    if most <= FEWEST:
        return most
    return int(st.slider(text.HOW_MANY, FEWEST, most, min(USUAL, most), key="follows_drawn"))


def _chosen(arcs: pd.DataFrame) -> dict[Any, Any]:
    rows = arcs.to_dict("records")
    place = st.selectbox(
        text.CHOOSE,
        range(len(rows)),
        format_func=lambda number: text.option(rows[number]),
        key="follows_told",
    )
    return rows[place or 0]
