"""A synthetic region to attack: 13,000 clients, 14 municipalities, 40 providers, five years.

It selects in a way of its own, restated in numpy from what pages say a selection is, so that the
guard is not tested with the code that feeds it.
"""

import random
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from core.protection.asking import Asked
from core.protection.registry import Hashes, hashes_of

CLIENTS: Final = 13_000
YEARS: Final = 5
DAYS: Final = 365
VALUES: Final = {"municipality": 14, "care_form": 21, "provider": 40, "referrer": 9}
DIMENSIONS: Final = ("care_form", "provider", "referrer")
RANGES: Final = [(first, last) for first in range(YEARS) for last in range(first, YEARS)]
KEY: Final = b"a key for tests, and nothing else"[:32]

Numbers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Choice:
    """A selection of the region: years from 0, and codes from 0 (-1 chooses all)."""

    first: int
    last: int
    municipality: int = -1
    dimension: str = ""
    value: int = -1


@dataclass(frozen=True, slots=True, eq=False)
class Region:
    """Trajectories, a place in each array: whose, when (days from 0, end exclusive), and of what.

    ``opens`` tells which begin a chain; ``hashes`` are those of the persons.
    """

    person: Numbers
    start: Numbers
    end: Numbers
    opens: NDArray[np.bool_]
    codes: dict[str, Numbers]
    hashes: Hashes


def draw_region(seed: int, clients: int = CLIENTS) -> Region:
    """Draw a region: most people have a few trajectories, and most values are of few people."""
    draw = np.random.default_rng(seed)
    person = np.repeat(np.arange(clients), draw.geometric(0.35, clients))
    size = len(person)
    start = draw.integers(0, YEARS * DAYS, size)
    order = np.lexsort((start, person))
    start, first = start[order], np.diff(person, prepend=-1) != 0
    codes = {name: _skewed(draw, number, size) for name, number in VALUES.items()}
    at_home = _skewed(draw, VALUES["municipality"], clients)[person]
    moved = draw.random(size) < 0.03
    return Region(
        person,
        start,
        start + draw.geometric(1 / 240, size),
        first | (draw.random(size) < 0.15),
        codes | {"municipality": np.where(moved, codes["municipality"], at_home)},
        hashes_of([f"kind{number}" for number in range(clients)], KEY),
    )


def selected(region: Region, choice: Choice) -> dict[str, NDArray[np.bool_]]:
    """Tell of every person whether the choice means them, in each of the three ways."""
    begin, end = choice.first * DAYS, (choice.last + 1) * DAYS
    fits = np.ones(len(region.person), dtype=bool)
    if choice.municipality >= 0:
        fits &= region.codes["municipality"] == choice.municipality
    if choice.dimension:
        fits &= region.codes[choice.dimension] == choice.value
    began = fits & (region.start >= begin) & (region.start < end)
    active = fits & (region.start < end) & (region.end > begin)
    found = {"began": began, "had_care": active, "began_chain": began & region.opens}
    return {kind: _persons(region, rows) for kind, rows in found.items()}


def asked_of(region: Region, choice: Choice, sets: dict[str, NDArray[np.bool_]]) -> Asked:
    """Ask the guard for what was selected."""
    return Asked(repr(choice), {kind: region.hashes[one] for kind, one in sets.items()})


def drawing(seed: int) -> random.Random:
    """Draw by a seed, the same every time."""
    return random.Random(seed)  # noqa: S311 - filters that are made up are no secret


def random_choice(draw: random.Random) -> Choice:
    """Choose as people do: often all years, all municipalities, or nothing else."""
    first, last = draw.choice([(0, YEARS - 1), *RANGES])
    place = draw.choice([-1, draw.randrange(VALUES["municipality"])])
    dimension = draw.choice(["", *DIMENSIONS])
    value = draw.randrange(VALUES[dimension]) if dimension else -1
    return Choice(first, last, place, dimension, value)


def neighbour_of(choice: Choice, draw: random.Random) -> Choice:
    """Change one thing of a choice, as somebody does who wants to know what changes."""
    first, last = draw.choice([(choice.first, draw.choice(range(choice.first, YEARS))), *RANGES])
    changes = [
        replace(choice, first=first, last=last),
        replace(choice, municipality=-1 if choice.municipality >= 0 else draw.randrange(14)),
        replace(choice, dimension="", value=-1),
    ]
    return draw.choice(changes)


def _persons(region: Region, rows: NDArray[np.bool_]) -> NDArray[np.bool_]:
    persons = np.zeros(len(region.hashes), dtype=bool)
    persons[region.person[rows]] = True
    return persons


def _skewed(draw: np.random.Generator, number: int, size: int) -> Numbers:
    """Draw codes of which the first is some fifty times as frequent as the last."""
    weights = np.geomspace(50, 1, number)
    return draw.choice(number, size, p=weights / weights.sum())
