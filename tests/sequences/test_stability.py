"""Groups that come back when the chains are drawn anew, and groups that are chance."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.sequences.grouping import find_groups, find_places
from core.sequences.stability import DRAWS, STABLE, measure_overlap, measure_returns

groups_of_six = st.lists(st.integers(0, 2), min_size=6, max_size=6).map(np.array)


def test_two_clear_groups_come_back_in_every_draw() -> None:
    spots = np.array([0.0, 0.1, 0.2, 9.0, 9.1, 9.2])
    weights = np.full(6, 30)
    places = find_places(np.abs(np.subtract.outer(spots, spots)), weights)
    groups = find_groups(places, weights, 2)
    assert len(set(groups[:3])) == len(set(groups[3:])) == 1
    assert measure_returns(places, weights, groups).tolist() == [DRAWS, DRAWS]


def test_an_even_field_has_no_groups_that_come_back() -> None:
    angles = np.linspace(0, 2 * np.pi, 40, endpoint=False)
    spots = np.column_stack([np.cos(angles), np.sin(angles)])
    distances = np.sqrt(((spots[:, None] - spots) ** 2).sum(axis=2))
    weights = np.full(40, 5)
    places = find_places(distances, weights)
    groups = find_groups(places, weights, 6)
    assert measure_returns(places, weights, groups).min() < STABLE


def test_the_same_chains_give_the_same_answer() -> None:
    spots = np.array([0.0, 1.0, 2.0, 3.0, 4.0, 9.0, 9.5])
    weights = np.array([4, 2, 3, 8, 1, 9, 2])
    places = find_places(np.abs(np.subtract.outer(spots, spots)), weights)
    found = [
        measure_returns(places, weights, find_groups(places, weights, 3)).tolist() for _ in range(2)
    ]
    assert found[0] == found[1]


def test_coordinates_lie_as_far_apart_as_the_distances_say() -> None:
    spots = np.array([[0.0, 0.0], [3.0, 4.0], [6.0, 0.0], [1.0, 7.0]])
    distances = np.sqrt(((spots[:, None] - spots) ** 2).sum(axis=2))
    places = find_places(distances, np.array([5, 1, 3, 2]))
    again = np.sqrt(((places[:, None] - places) ** 2).sum(axis=2))
    assert again == pytest.approx(distances, abs=1e-9)


@given(groups_of_six, groups_of_six, st.lists(st.integers(0, 3), min_size=6, max_size=6))
def test_overlap_is_shared_over_what_is_in_either(
    groups: np.ndarray[tuple[int], np.dtype[np.int64]],
    others: np.ndarray[tuple[int], np.dtype[np.int64]],
    weights: list[int],
) -> None:
    found = measure_overlap(groups, others, np.array(weights))
    for group, share in enumerate(found):
        assert share == pytest.approx(best_share(group, groups.tolist(), others.tolist(), weights))


def best_share(group: int, groups: list[int], others: list[int], weights: list[int]) -> float:
    """Say the same of the chains one by one."""
    chains = [(route, number) for route, size in enumerate(weights) for number in range(size)]
    own = {chain for chain in chains if groups[chain[0]] == group}
    shares = []
    for other in set(others):
        theirs = {chain for chain in chains if others[chain[0]] == other}
        shares.append(len(own & theirs) / max(len(own | theirs), 1))
    return max(shares)
