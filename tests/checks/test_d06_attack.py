"""D6: whoever lays answers side by side finds no few persons: random filters, cells and periods.

The attacker knows every filter, every rule of the app and every refusal, and sees what is shown:
counts in fives, and that fewer than ten are few. ``make test`` attacks 1,000 pairs of filters and
``make soak`` 10,000.
"""

import random
from collections.abc import Sequence
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import settings
from numpy.typing import NDArray
from scipy.optimize import Bounds, LinearConstraint, milp

from core.protection.asking import Book, answer_in, empty_book
from core.protection.guard import Population, distances, stack
from tests.protection.region import (
    DIMENSIONS,
    RANGES,
    VALUES,
    YEARS,
    Choice,
    Region,
    asked_of,
    draw_region,
    drawing,
    neighbour_of,
    random_choice,
    selected,
)

IS_SOAK = settings.default is not None and settings.default.max_examples > 100
PAIRS = 10_000 if IS_SOAK else 1_000
THRESHOLD, BASE = 10, 5
PATTERNS = np.arange(1, 2**YEARS)
"""The ways in which a person can be there: a bit for each year."""


@pytest.fixture(scope="module")
def region() -> Region:
    return draw_region(seed=6)


def asked_next(book: Book, region: Region, choice: Choice) -> tuple[Book, Population | None]:
    return answer_in(book, asked_of(region, choice, selected(region, choice)), THRESHOLD)


def pairs(draw: random.Random, number: int) -> list[tuple[Choice, Choice]]:
    """Draw pairs of filters: every second one alike but for one thing."""
    firsts = [random_choice(draw) for _ in range(number)]
    return [
        (one, neighbour_of(one, draw) if place % 2 else random_choice(draw))
        for place, one in enumerate(firsts)
    ]


def test_d6_of_random_pairs_of_filters_none_that_differs_by_few_is_answered(
    region: Region,
) -> None:
    leaks, refused = 0, 0
    for one, other in pairs(drawing(61), PAIRS):
        sets = [selected(region, choice) for choice in (one, other)]
        book, _ = answer_in(empty_book(), asked_of(region, one, sets[0]), THRESHOLD)
        _, near = answer_in(book, asked_of(region, other, sets[1]), THRESHOLD)
        is_near = any(tells(sets[0][kind], sets[1][kind]) for kind in sets[0])
        leaks += is_near and near is None
        refused += near is not None
        assert near is None or is_near, (one, other)
    assert leaks == 0
    assert refused >= PAIRS // 100


def tells(one: NDArray[np.bool_], other: NDArray[np.bool_]) -> bool:
    """Tell whether two populations differ by a few persons, and not both are hidden anyway."""
    shown = max(one.sum(), other.sum()) >= THRESHOLD
    return bool(shown and 0 < (one ^ other).sum() < THRESHOLD)


def test_d6_of_all_answers_in_one_organisation_no_two_differ_by_few(region: Region) -> None:
    book, draw = empty_book(), drawing(62)
    for one, other in pairs(draw, PAIRS // 5):
        for choice in (one, other):
            book, _ = asked_next(book, region, choice)
    assert len(book.answered) > PAIRS // 5
    for kind in ("began", "had_care", "began_chain"):
        shown = [one for one in book.answered if one.kind == kind and one.size >= THRESHOLD]
        rows = stack([one.members for one in shown])
        assert not [1 for row in rows for far in distances(rows, row) if 0 < far < THRESHOLD]


def shown_between(number: int) -> tuple[int, int]:
    """Give the least and the most that a count may be, by what is shown of it."""
    if number < THRESHOLD:
        return 0, THRESHOLD - 1
    rounded = (number + BASE // 2) // BASE * BASE
    return max(rounded - BASE // 2, THRESHOLD), rounded + BASE // 2


def test_d6_of_two_answers_no_cell_tells_exactly_how_many_fewer(region: Region) -> None:
    """A cell is a value of a variable within a selection; pages show all of them beside it."""
    narrowest, few = 99, 0
    for one, _ in pairs(drawing(63), PAIRS // 5):
        if one.first == one.last:
            continue
        wide, narrow = [cells(region, one.first, last, one) for last in (one.last, one.last - 1)]
        for more, less in zip(wide, narrow, strict=True):
            (low, high), (least, most) = shown_between(more), shown_between(less)
            if 0 < more - less < THRESHOLD and more >= THRESHOLD:
                few += 1
                narrowest = min(narrowest, high - least - max(low - most, 0) + 1)
    assert few > PAIRS
    assert narrowest >= 3


def cells(region: Region, first: int, last: int, choice: Choice) -> list[int]:
    """Count the persons who began, by each value of each variable, within a municipality."""
    within = region.start // 365
    rows = (within >= first) & (within <= last)
    if choice.municipality >= 0:
        rows &= region.codes["municipality"] == choice.municipality
    counted = []
    for name in DIMENSIONS:
        pairs_of = np.unique(region.person[rows] * 100 + region.codes[name][rows])
        counted += np.bincount(pairs_of % 100, minlength=VALUES[name]).tolist()
    return counted


def test_d6_no_number_of_few_persons_follows_exactly_from_all_periods(region: Region) -> None:
    """Whole-number programming over all years that can be chosen with one value."""
    draw, solved, attacked = drawing(64), [], 0
    for _ in range(PAIRS // 50):
        dimension = draw.choice(DIMENSIONS)
        value = draw.randrange(VALUES[dimension])
        known, few = periods_of(region, (draw.randrange(14), dimension, value), draw)
        for target, number in few:
            low, high = bounds_of(target, known)
            attacked += 1
            assert low <= number <= high
            solved += [(target, number)] if low == high else []
    assert attacked > PAIRS // 50
    assert solved == []


Known = list[tuple[NDArray[np.bool_], int, int]]


def periods_of(
    region: Region, where: tuple[int, str, int], draw: random.Random
) -> tuple[Known, list[tuple[NDArray[np.bool_], int]]]:
    """Ask for all periods in some order: what becomes known, and what should stay unknown."""
    book, known, sizes, asked = empty_book(), [], {}, {}
    for first, last in draw.sample(RANGES, len(RANGES)):
        choice = Choice(first, last, *where)
        asked[repr(choice)] = (first, last)
        there = selected(region, choice)["began"]
        book, near = asked_next(book, region, choice)
        sizes[first, last] = int(there.sum())
        if near is None:
            known.append((there_in(first, last), *shown_between(int(there.sum()))))
        elif near.kind == "began":
            differing = there_in(first, last) ^ there_in(*asked[near.choice])
            known.append((differing, 1, THRESHOLD - 1))
    few = [(there_in(*years), size) for years, size in sizes.items() if 0 < size < THRESHOLD]
    return known, [*few, *_fewer(sizes)]


def _fewer(sizes: dict[tuple[int, int], int]) -> list[tuple[NDArray[np.bool_], int]]:
    """List the differences of few persons between a period and that without its last year."""
    found = []
    for first, last in sizes:
        for shorter, longer in pairwise([last - 1, last] if last > first else []):
            more = sizes[first, longer] - sizes[first, shorter]
            if 0 < more < THRESHOLD <= sizes[first, longer]:
                found.append((there_in(first, longer) & ~there_in(first, shorter), more))
    return found


def there_in(first: int, last: int) -> NDArray[np.bool_]:
    """Tell which patterns of years have any of these years."""
    return (PATTERNS & sum(1 << year for year in range(first, last + 1))) > 0


def bounds_of(target: NDArray[np.bool_], known: Sequence[tuple]) -> tuple[int, int]:  # type: ignore[type-arg]
    """Find the least and the most persons that a target can have, beside what is known."""
    rows = np.array([row for row, _, _ in known], dtype=float)
    among = LinearConstraint(rows, [low for _, low, _ in known], [high for _, _, high in known])
    ends = []
    for sign in (1, -1):
        found = milp(
            sign * target.astype(float),
            constraints=among,
            integrality=np.ones(len(PATTERNS)),
            bounds=Bounds(0, 20_000),
        )
        assert found.success
        ends.append(round(sign * found.fun))
    return ends[0], ends[1]
