"""Expert figures: worked by hand, restated naively, and as published."""

from itertools import combinations, pairwise
from math import isclose, log, log2

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.sequences.indicators import (
    count_subsequences,
    measure_changes,
    measure_complexity,
    measure_entropy,
    measure_indicators,
    measure_recurrence,
    measure_turbulence,
    measure_volatility,
    spells_of,
)

sequences = st.lists(st.integers(0, 3), min_size=1, max_size=9)


@pytest.mark.parametrize(
    ("spells", "phi"), [("", 1), ("A", 2), ("AB", 4), ("ABA", 7), ("ABC", 8), ("ABAC", 14)]
)
def test_subsequences_as_in_the_toy_example(spells: str, phi: int) -> None:
    """A-B-A gives 1, 2, 4, 7: the empty one, A, B, AB, AA, BA and ABA."""
    assert count_subsequences(spells) == phi


@given(sequences)
def test_subsequences_are_those_one_can_write_down(states: list[int]) -> None:
    written = {part for size in range(len(states) + 1) for part in combinations(states, size)}
    assert count_subsequences(states) == len(written)


def test_spells_are_the_successive_states_and_their_lengths() -> None:
    assert spells_of("AABBBA") == (["A", "B", "A"], [2, 3, 1])


@pytest.mark.parametrize(
    ("numbers", "alphabet", "entropy"),
    [
        ([10], 4, 0.0),
        ([5, 5], 2, 1.0),
        ([5, 5, 0, 0], 4, 0.5),
        ([], 3, 0.0),
        ([7], 1, 0.0),
        ([1, 3], 2, -(0.25 * log2(0.25) + 0.75 * log2(0.75))),
    ],
)
def test_entropy_goes_from_one_state_to_all_alike(
    numbers: list[int], alphabet: int, entropy: float
) -> None:
    assert isclose(measure_entropy(numbers, alphabet), entropy, abs_tol=1e-12)


def test_turbulence_of_one_state_is_one() -> None:
    """Two subsequences (none and the state itself), no variance: log2(2 * 1) = 1."""
    assert measure_turbulence("AAAAAA") == 1.0


def test_turbulence_worked_by_hand() -> None:
    """AABBBA: phi 7, lengths 2, 3, 1: mean 2, variance 2/3, greatest (3 - 1)(1 - 2)² = 2."""
    assert isclose(measure_turbulence("AABBBA"), log2(7 * (2 + 1) / (2 / 3 + 1)))


@pytest.mark.parametrize(
    ("spells", "turbulence"),
    [
        ([12, 9, 5, 2], log2(16 * (3 * 6**2 + 1) / (14.5 + 1))),
        ([12, 14, 2], log2(8 * (2 * (25 / 3) ** 2 + 1) / (248 / 9 + 1))),
    ],
)
def test_turbulence_of_the_two_example_sequences_of_the_guide(
    spells: list[int], turbulence: float
) -> None:
    """The SPS sequences of TraMineR's user guide (000, 0W0, 0WU, 1WU), worked by its formula."""
    states = [place for place, length in enumerate(spells) for _ in range(length)]
    assert isclose(measure_turbulence(states), turbulence)


@given(st.lists(st.integers(0, 3), min_size=1, max_size=9, unique=True))
def test_turbulence_is_greatest_when_every_state_lasts_equally_long(states: list[int]) -> None:
    doubled = [state for state in states for _ in range(2)]
    greatest = (len(states) - 1) * (1 - 2) ** 2
    assert isclose(measure_turbulence(doubled), len(states) + log2(greatest + 1))


def test_complexity_worked_by_hand() -> None:
    """AABB with an alphabet of two: one change of three, and the states evenly spread."""
    assert isclose(measure_complexity("AABB", 2), (1 / 3) ** 0.5)


@given(sequences)
def test_complexity_is_the_middle_of_its_two_parts(states: list[int]) -> None:
    shares = [states.count(state) / len(states) for state in set(states)]
    entropy = sum(-share * log(share) for share in shares) / log(4)
    changes = sum(a != b for a, b in pairwise(states))
    share = changes / (len(states) - 1) if len(states) > 1 else 0
    assert isclose(measure_complexity(states, 4) ** 2, share * entropy, abs_tol=1e-12)
    assert isclose(measure_changes(states), share)


def test_volatility_and_recurrence_worked_by_hand() -> None:
    """ABAB, alphabet of three: one of two others visited, three changes of three; two and two."""
    assert isclose(measure_volatility("ABAB", 3), 0.5 * 0.5 + 0.5 * 1)
    assert measure_recurrence("ABAB") == 2.0
    assert measure_recurrence("ABC") == 1.0
    assert measure_volatility("A", 1) == 0.0


def test_means_are_weighted_with_young_people() -> None:
    table = measure_indicators([((0, 0, 0), 3), ((0, 1, 0), 1)])
    means = dict(zip(table["indicator"], table["mean"], strict=True))
    assert means["changes"] == (3 * 0 + 1 * 2) / 4
    assert means["subsequences"] == (3 * 2 + 1 * 7) / 4
    assert set(table["clients"]) == {4}


def test_without_anybody_there_are_no_figures() -> None:
    assert measure_indicators([]).empty
