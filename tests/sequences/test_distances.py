"""Distances between routes: worked by hand, and restated naively."""

from collections.abc import Sequence
from functools import cache

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.sequences.distances import (
    UNRANKED_COST,
    by_longest,
    constant_costs,
    ladder_costs,
    measure_differing,
    measure_matching,
    usual_indel,
)
from core.tables import UNRANKED

LIGHT, MEDIUM, HEAVY, NONE = 2, 3, 8, UNRANKED
RUNGS = (NONE, LIGHT, MEDIUM, HEAVY)

# One step on the ladder from 2 to 3 costs 1/6, from 3 to 8 costs 5/6, from 2 to 8 costs 1, and
# anything without a rung a half; a step more or less costs half of the dearest: a half.
WORKED = [
    pytest.param([LIGHT], [LIGHT], 0, id="a route does not differ from itself"),
    pytest.param([LIGHT], [MEDIUM], 1 / 6, id="the next rung is near"),
    pytest.param([LIGHT], [HEAVY], 1, id="the two ends of the ladder are one apart"),
    pytest.param([LIGHT], [NONE], 1 / 2, id="a form without a rung is half a ladder from any"),
    pytest.param([LIGHT], [LIGHT, LIGHT], 1 / 2, id="a step more costs half"),
    pytest.param([LIGHT, HEAVY], [HEAVY, LIGHT], 1, id="leaving one out and adding it is cheaper"),
    pytest.param([LIGHT, MEDIUM], [MEDIUM, HEAVY], 1, id="exchanging both, or shifting, costs one"),
    pytest.param([LIGHT, MEDIUM, HEAVY], [LIGHT, HEAVY], 1 / 2, id="a step between falls out"),
    pytest.param([], [LIGHT, HEAVY], 1, id="nothing to two steps"),
]

routes = st.lists(st.lists(st.sampled_from(range(4)), max_size=6), min_size=1, max_size=6)


@pytest.mark.parametrize(("one", "other", "expected"), WORKED)
def test_distances_on_the_ladder(one: list[int], other: list[int], expected: float) -> None:
    places = {level: place for place, level in enumerate(RUNGS)}
    coded = [[places[level] for level in route] for route in (one, other)]
    found = measure_matching(coded, ladder_costs(RUNGS))
    assert found == pytest.approx(np.array([[0, expected], [expected, 0]]))


def test_without_two_rungs_only_a_missing_rung_costs() -> None:
    assert ladder_costs([3]).tolist() == [[0]]
    assert ladder_costs([UNRANKED, 3]).tolist() == [[0, UNRANKED_COST], [UNRANKED_COST, 0]]


def test_constant_costs_measure_what_is_not_in_common() -> None:
    """ABCBD and BDCB have BCB in common: 5 + 4 - 2 * 3."""
    found = measure_matching([[0, 1, 2, 1, 3], [1, 3, 2, 1]], constant_costs(4), 1.0)
    assert found[0, 1] == 5 + 4 - 2 * 3


def test_places_that_differ_are_counted() -> None:
    assert measure_differing([[0, 1, 2], [0, 2, 1]]).tolist() == [[0, 2], [2, 0]]
    with pytest.raises(ValueError, match="differ in length"):
        measure_differing([[0], [0, 1]])


def test_a_distance_is_shared_over_the_longer_route() -> None:
    distances = np.array([[0.0, 3.0], [3.0, 0.0]])
    assert by_longest(distances, [2, 4])[0, 1] == 3 / 4
    assert by_longest(np.zeros((1, 1)), [0])[0, 0] == 0


@given(routes)
def test_matching_is_the_cheapest_way_to_turn_one_into_the_other(drawn: list[list[int]]) -> None:
    costs = ladder_costs(RUNGS)
    indel = usual_indel(costs)
    found = measure_matching(drawn, costs)
    for row, one in enumerate(drawn):
        for column, other in enumerate(drawn):
            assert found[row, column] == pytest.approx(cheapest(one, other, indel))


@given(routes)
def test_what_is_in_common_is_that_of_subsequences(drawn: list[list[int]]) -> None:
    found = measure_matching(drawn, constant_costs(4), 1.0)
    for row, one in enumerate(drawn):
        for column, other in enumerate(drawn):
            expected = len(one) + len(other) - 2 * longest_in_common(one, other)
            assert found[row, column] == expected


@given(st.lists(st.lists(st.sampled_from(range(4)), min_size=4, max_size=4), min_size=1))
def test_places_that_differ_are_those(drawn: list[list[int]]) -> None:
    found = measure_differing(drawn)
    expected = [
        [sum(a != b for a, b in zip(one, other, strict=True)) for other in drawn] for one in drawn
    ]
    assert found.tolist() == expected


@given(routes)
def test_distances_are_symmetric_and_keep_the_shortest_way(drawn: list[list[int]]) -> None:
    found = measure_matching(drawn, ladder_costs(RUNGS))
    assert (found == found.T).all()
    assert (np.diag(found) == 0).all()
    detours = (found[:, :, None] + found[None, :, :]).min(axis=1)
    assert (found <= detours + 1e-9).all()


def cheapest(one: Sequence[int], other: Sequence[int], indel: float) -> float:
    """Say the same from the end: exchange the last steps, or leave one of both out."""
    costs = ladder_costs(RUNGS)

    @cache
    def of(i: int, j: int) -> float:
        if not i or not j:
            return (i + j) * indel
        exchanged = of(i - 1, j - 1) + float(costs[one[i - 1], other[j - 1]])
        return min(exchanged, of(i - 1, j) + indel, of(i, j - 1) + indel)

    return of(len(one), len(other))


def longest_in_common(one: list[int], other: list[int]) -> int:
    """Try every subsequence of one, and see whether it is one of the other."""
    best = 0
    for chosen in range(2 ** len(one)):
        part = [step for place, step in enumerate(one) if chosen >> place & 1]
        rest = iter(other)
        if all(step in rest for step in part):
            best = max(best, len(part))
    return best
