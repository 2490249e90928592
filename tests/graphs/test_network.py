"""Networks of published pairs: shares, rows that add up, the largest transitions, and groups."""

from collections.abc import Sequence

import networkx as nx
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.graphs.groups import find_groups, measure_passing, without_self
from core.graphs.network import (
    between_places,
    graph_of,
    matrix_of,
    strongest,
    totals_of,
    with_beginnings,
    with_shares,
)
from core.tables import BEGINNING, NOT_FOLLOWED, STILL_OPEN

Line = tuple[str, str, int | None]

FORMS: Sequence[Line] = (
    ("light", "light", 10),
    ("light", "heavy", 30),
    ("light", NOT_FOLLOWED, 50),
    ("light", STILL_OPEN, 10),
    ("heavy", NOT_FOLLOWED, 40),
)
TWO_GROUPS: Sequence[Line] = (
    *(
        (left, right, 20)
        for group in ("abc", "xyz")
        for left in group
        for right in group
        if left != right
    ),
    ("a", "x", 1),
)


def pairs_of(lines: Sequence[Line]) -> pd.DataFrame:
    table = pd.DataFrame(lines, columns=["source", "target", "transitions"])
    return table.assign(
        transitions=table["transitions"].astype("Int64"), median_gap_days=float(len(lines))
    )


def test_shares_say_of_what_they_are() -> None:
    """30 of the 100 that light had, and 30 of the 40 times that heavy came."""
    pairs = pairs_of(FORMS)
    shares = with_shares(pairs, totals_of(pairs))
    onward = shares[shares["target"] == "heavy"]
    said = [onward[name].tolist() for name in ("share", "whole", "share_of_target", "arrived")]
    assert said == [[0.3], [100], [0.75], [40]]


def test_rows_of_the_matrix_add_up_with_exits_apart() -> None:
    pairs = pairs_of(FORMS)
    matrix = matrix_of(with_shares(pairs, totals_of(pairs)), ["light", "heavy"])
    assert matrix.columns.tolist() == ["light", "heavy", NOT_FOLLOWED, STILL_OPEN]
    assert matrix.to_numpy().tolist() == [[0.1, 0.3, 0.5, 0.1], [0.0, 0.0, 1.0, 0.0]]
    assert matrix.sum(axis=1).tolist() == pytest.approx([1.0, 1.0])


def test_a_network_has_beginnings_and_both_ends() -> None:
    begun = pd.DataFrame({"source": ["light"], "chains": pd.array([100], "Int64"), "clients": 95})
    graph = graph_of(with_beginnings(pairs_of(FORMS), begun), ["transitions", "median_gap_days"])
    assert graph.edges[BEGINNING, "light"] == {"transitions": 100}
    assert graph.edges["light", STILL_OPEN] == {"transitions": 10, "median_gap_days": 5.0}
    assert all(isinstance(arc["transitions"], int) for _, _, arc in graph.edges(data=True))


def test_a_hidden_number_takes_the_shares_of_its_source_along() -> None:
    pairs = pairs_of([*FORMS[:1], ("light", "heavy", None), *FORMS[2:]])
    shares = with_shares(pairs, totals_of(pairs))
    assert shares.loc[shares["source"] == "light", "share"].isna().all()
    assert "light" not in totals_of(pairs)
    assert list(graph_of(between_places(pairs)).edges) == [("light", "light")]


def test_fewer_arrows_are_no_other_numbers() -> None:
    """Trap 12: what stays is as it was counted over all, and what went is told."""
    pairs = pairs_of(FORMS)
    kept = strongest(pairs, 1)
    assert kept.left_out == 1
    assert kept.pairs["target"].tolist() == ["heavy"]
    before = pairs[(pairs["source"] == "light") & (pairs["target"] == "heavy")]
    pd.testing.assert_frame_equal(kept.pairs, before)


counts = st.dictionaries(
    st.tuples(st.sampled_from("abc"), st.sampled_from(["a", "b", NOT_FOLLOWED, STILL_OPEN])),
    st.integers(10, 500),
    min_size=1,
)


@given(counts)
def test_a_row_is_a_whole_or_empty(found: dict[tuple[str, str], int]) -> None:
    pairs = pairs_of([(*pair, number) for pair, number in found.items()])
    matrix = matrix_of(with_shares(pairs, totals_of(pairs)), list("abc"))
    assert matrix.sum(axis=1).tolist() == pytest.approx([1.0] * len(matrix))


def test_groups_are_what_hands_over_to_each_other() -> None:
    groups = find_groups(graph_of(pairs_of(TWO_GROUPS)))
    assert groups.groupby("group")["place"].sum().tolist() == ["abc", "xyz"]
    assert groups["together"].tolist() == pytest.approx([1.0] * 6)


def test_groups_do_not_depend_on_the_order_of_the_rows() -> None:
    lines = [(f"p{i}", f"p{j}", (i * 7 + j * 3) % 11 + 1) for i in range(8) for j in range(i)]
    first, again = (find_groups(graph_of(pairs_of(some))) for some in (lines, lines[::-1]))
    pd.testing.assert_frame_equal(first, again)
    assert first["together"].dropna().between(0, 1).all()


def test_an_empty_network_has_no_groups() -> None:
    assert find_groups(graph_of(pairs_of([]))).empty


def test_who_lies_between_is_passed() -> None:
    """Everything from a to z goes by m: both of the two pairs that are no neighbours."""
    passing = measure_passing(graph_of(pairs_of([("a", "m", 5), ("m", "z", 5)])))
    assert passing == {"a": 0.0, "m": 0.5, "z": 0.0}


@given(st.lists(st.tuples(st.sampled_from("abcd"), st.sampled_from("abcd")), unique=True))
def test_betweenness_is_the_part_of_shortest_ways(arcs: list[tuple[str, str]]) -> None:
    """Restated naively, with arcs of one length: list all shortest ways and see who is in."""
    graph = graph_of(pairs_of([(*arc, 3) for arc in arcs]))
    ways = {
        (left, right): list(nx.all_shortest_paths(graph, left, right))
        for left in graph
        for right in graph
        if left != right and nx.has_path(graph, left, right)
    }
    number = len(graph)
    for place, passing in measure_passing(graph).items():
        inside = sum(
            sum(place in way[1:-1] for way in found) / len(found) for found in ways.values()
        )
        assert passing == pytest.approx(inside / max((number - 1) * (number - 2), 1))


def test_a_place_does_not_pass_to_itself() -> None:
    graph = graph_of(pairs_of([("a", "a", 5), ("a", "b", 5)]))
    assert list(without_self(graph).edges) == [("a", "b")]
