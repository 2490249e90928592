"""The difference guard on sets of persons: what is answered beside what was answered before."""

from collections.abc import Iterable

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.protection.guard import (
    Population,
    bits_of,
    bytes_of,
    judge,
    judge_all,
    members_of,
    new_answers,
    population_of,
)

THRESHOLD = 10
SETS = st.sets(st.integers(0, 150), max_size=60)


def people(*places: int | range, kind: str = "began", choice: str = "") -> Population:
    """Draw a population by the places of its persons."""
    each = [one for part in places for one in ([part] if isinstance(part, int) else part)]
    return population_of(kind, bits_of(np.array(each, dtype=np.int64)), choice)


def drawn(sets: Iterable[set[int]]) -> list[Population]:
    return [people(*one, choice=str(number)) for number, one in enumerate(sets)]


@pytest.mark.parametrize("fewer", [1, 5, 9])
def test_d6_a_selection_with_one_to_nine_persons_fewer_or_more_is_refused(fewer: int) -> None:
    larger, smaller = people(range(100), choice="large"), people(range(100 - fewer), choice="small")
    assert judge([larger], smaller, THRESHOLD) is larger
    assert judge([smaller], larger, THRESHOLD) is smaller


@pytest.mark.parametrize("fewer", [0, 10, 60])
def test_d6_the_same_persons_or_ten_others_are_answered(fewer: int) -> None:
    larger, smaller = people(range(100)), people(range(100 - fewer))
    assert judge([larger], smaller, THRESHOLD) is None
    assert judge([smaller], larger, THRESHOLD) is None


def test_swapping_a_few_persons_for_others_tells_about_them_too() -> None:
    earlier = people(range(100))
    assert judge([earlier], people(range(4, 104)), THRESHOLD) is earlier
    assert judge([earlier], people(range(5, 105)), THRESHOLD) is None


def test_what_is_hidden_is_compared_with_what_is_shown_and_not_with_what_is_hidden() -> None:
    hidden, shown = people(range(9)), people(range(18))
    assert judge([shown], hidden, THRESHOLD) is shown
    assert judge([hidden], shown, THRESHOLD) is hidden
    assert judge([hidden], people(range(19)), THRESHOLD) is None
    assert judge([hidden], people(range(8)), THRESHOLD) is None


def test_what_was_answered_stays_answered_and_is_remembered_once() -> None:
    earlier = [people(range(100)), people(range(103))]
    again = people(range(103))
    assert judge(earlier, again, THRESHOLD) is None
    assert new_answers(earlier, [again]) == []


def test_the_nearest_earlier_answer_is_offered() -> None:
    near, nearer = people(range(92)), people(range(102))
    assert judge([near, nearer], people(range(100)), THRESHOLD) is nearer


def test_a_registry_that_grew_does_not_change_who_is_the_same() -> None:
    before = people(range(60))
    grown = population_of("began", np.append(before.members, np.zeros(9, dtype=np.uint64)))
    assert judge([before], grown, THRESHOLD) is None
    assert new_answers([before], [grown]) == []
    assert judge([before], people(range(60), 640), THRESHOLD) is before


def test_only_populations_of_one_kind_are_compared_and_one_refusal_refuses_all() -> None:
    began, had_care = people(range(100)), people(range(103), kind="had_care")
    assert judge([began], had_care, THRESHOLD) is None
    asked = [people(range(100)), people(range(105), kind="had_care")]
    assert judge_all([began, had_care], asked, THRESHOLD) is had_care


@given(SETS)
def test_a_set_is_read_as_it_was_written(places: set[int]) -> None:
    members = bits_of(np.array(sorted(places), dtype=np.int64))
    assert population_of("began", members_of(bytes_of(members))).size == len(places)
    assert np.array_equal(members_of(bytes_of(members)), members)


@given(st.lists(SETS, min_size=1, max_size=12), st.integers(2, 12))
def test_whatever_is_asked_in_whatever_order_no_two_answers_differ_by_few(
    asked: list[set[int]], threshold: int
) -> None:
    answered: list[Population] = []
    said: dict[frozenset[int], bool] = {}
    for one, population in zip(asked, drawn(asked), strict=True):
        allowed = judge(answered, population, threshold) is None
        assert said.setdefault(frozenset(one), allowed) == allowed
        answered += new_answers(answered, [population]) if allowed else []
    sets = [asked[int(one.choice)] for one in answered]
    pairs = [(one, other) for one in sets for other in sets if 0 < len(one ^ other) < threshold]
    assert all(len(one) < threshold and len(other) < threshold for one, other in pairs)
