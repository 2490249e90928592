"""Distances and indicators of sequences, ours beside Sequenzo's and what TraMineR published.

The data are those of TraMineR that come with Sequenzo: ``actcal`` (2,000 persons, 12 months, four
kinds of work) and ``mvad`` (712 persons, 72 months, six kinds of activity).

The rise over the ladder is compared through Sequenzo's integration of each state, where no state
is entered twice: its own degradation index numbers the spells instead of adding up their places.
"""

import csv
import tempfile
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby, pairwise
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from core.sequences.distances import (
    constant_costs,
    ladder_costs,
    measure_differing,
    measure_matching,
)
from core.sequences.indicators import (
    count_subsequences,
    measure_complexity,
    measure_entropy,
    measure_recurrence,
    measure_turbulence,
    measure_volatility,
    spells_of,
)
from core.stepping.escalation import rise_of
from tests.bench.processes import answer, run
from tests.peers.comparing import Comparison
from tests.peers.environments import python_of

ROUNDING: Final = 1e-9
PUBLISHED_DECIMALS: Final = 5e-5
TOLD_DECIMALS: Final = 5e-7
"""Of the entropy across: Sequenzo gives it in six decimals."""

Numbers = NDArray[np.float64]
Course = tuple[int, ...]

PUBLISHED_PAIRS: Final = ((0, 1), (0, 3), (1, 4), (0, 5))
"""Of the first six persons of actcal: 1 and 2, 1 and 4, 2 and 5, 1 and 6."""

PUBLISHED: Final[Mapping[str, tuple[float, ...]]] = {
    "places that differ (HAM)": (12, 9, 5, 1),
    "what is not in common (LCS)": (24, 18, 10, 2),
    "matching by transition rates (OM, TRATE)": (23.8033, 17.7968, 9.9229, 1.9815),
}
"""Distances that TraMineR gives for those pairs, the last over all 2,000 persons."""


@dataclass(frozen=True, slots=True)
class Data:
    """A public data set: its name, the columns of its places, and its states in order."""

    name: str
    places: Callable[[str], bool]
    states: tuple[str, ...]


DATA: Final = (
    Data("actcal", lambda name: name[:3].isalpha() and name[3:] == "00", tuple("ABCD")),
    Data(
        "mvad",
        lambda name: name[3:4] == "." and name[4:].isdecimal(),
        ("employment", "FE", "HE", "joblessness", "school", "training"),
    ),
)


def compare() -> list[Comparison]:
    """Compare everything both calculate on both data sets, and with what was published."""
    python = python_of("sequenzo")
    (folder,) = python.parents[1].glob("lib/python*/site-packages/sequenzo/datasets")
    courses = {data.name: read_courses(folder / f"{data.name}.csv", data) for data in DATA}
    found = _with_published(courses["actcal"])
    for data in DATA:
        theirs = _theirs(python, courses[data.name], len(data.states))
        ours = measured(courses[data.name], len(data.states))
        found += [
            _compared(name, data.name, numbers, theirs[name]) for name, numbers in ours.items()
        ]
        found.append(_compared_rise(courses[data.name], data, theirs["integration"]))
    return found


def read_courses(path: Path, data: Data) -> list[Course]:
    """Read the sequences of a data set as places of their states, from 0."""
    with path.open(encoding="utf-8", newline="") as lines:
        rows = list(csv.DictReader(lines))
    months = [
        name
        for name in rows[0]
        if data.places(name) and {row[name] for row in rows} <= set(data.states)
    ]
    return [tuple(data.states.index(row[month]) for month in months) for row in rows]


def measured(courses: Sequence[Course], states: int) -> dict[str, Numbers]:
    """Measure all of it with our own functions; what is alike is measured once."""
    distinct = list(dict.fromkeys(courses))
    place = {course: number for number, course in enumerate(distinct)}
    rows = [place[course] for course in courses]
    rungs = range(1, states + 1)
    distances = {
        "matching": measure_matching(distinct, ladder_costs(rungs), 0.5),
        "common": measure_matching(distinct, constant_costs(states), 1.0),
        "differing": measure_differing(distinct),
    }
    across = [measure_entropy(numbers_of(place), states) for place in zip(*courses, strict=True)]
    return (
        {name: table[np.ix_(rows, rows)] for name, table in distances.items()}
        | {name: values[rows] for name, values in indicators_of(distinct, states).items()}
        | {"across": np.array(across)}
    )


def indicators_of(courses: Sequence[Course], states: int) -> dict[str, Numbers]:
    """Measure the indicators of each sequence."""
    figures: dict[str, Callable[[Course], float]] = {
        "entropy": lambda course: measure_entropy(numbers_of(course), states),
        "complexity": lambda course: measure_complexity(course, states),
        "turbulence": measure_turbulence,
        "volatility": lambda course: measure_volatility(course, states),
        "recurrence": measure_recurrence,
        "subsequences": lambda course: count_subsequences(spells_of(course)[0]),
    }
    return {name: np.array([figure(one) for one in courses]) for name, figure in figures.items()}


def numbers_of(states: Sequence[int]) -> list[int]:
    """Count each state that occurs."""
    return [list(states).count(state) for state in set(states)]


def _theirs(python: Path, courses: Sequence[Course], states: int) -> Mapping[str, Any]:
    with tempfile.TemporaryDirectory() as folder:
        source, out = Path(folder) / "sequences.csv", Path(folder) / "found.npz"
        write_courses(courses, source)
        answer(run([python, "-m", "tests.bench.sequenzo_peer", source, str(states), out, "all"]))
        with np.load(out) as found:
            return dict(found)


def write_courses(courses: Sequence[Course], path: Path) -> None:
    """Write sequences as the peer reads them: states from 1, and 0 behind the end."""
    longest = max(map(len, courses))
    with path.open("w", encoding="utf-8", newline="") as lines:
        writer = csv.writer(lines)
        writer.writerow(["id", *(f"p{place}" for place in range(longest))])
        for number, course in enumerate(courses):
            filled = [state + 1 for state in course] + [0] * (longest - len(course))
            writer.writerow([number, *filled])


def _compared(name: str, data: str, ours: Numbers, theirs: Numbers) -> Comparison:
    difference = float(np.abs(ours - theirs).max()) if ours.shape == theirs.shape else np.inf
    allowed = TOLD_DECIMALS if name == "across" else ROUNDING
    return Comparison(f"{name}, Sequenzo", data, ours.size, difference, allowed)


def _compared_rise(courses: Sequence[Course], data: Data, integration: Numbers) -> Comparison:
    """Compare the rise of sequences that enter every state once."""
    height = np.arange(len(data.states)) / (len(data.states) - 1)
    once = [place for place, course in enumerate(courses) if measure_recurrence(course) == 1]
    ours = np.array([rise_of(courses[place], range(len(data.states))) for place in once])
    theirs = [
        sum(
            (height[to] - height[source]) * integration[place][to]
            for source, to in pairwise(state for state, _ in groupby(courses[place]))
        )
        for place in once
    ]
    return _compared("rise, by integration", data.name, ours, np.array(theirs))


def _with_published(courses: Sequence[Course]) -> list[Comparison]:
    """Lay beside each other what TraMineR published and what we measure for the same pairs."""
    states = 1 + max(map(max, courses))
    first = courses[:6]
    ours = (
        measure_differing(first),
        measure_matching(first, constant_costs(states), 1.0),
        measure_matching(first, rate_costs(courses, states), 1.0),
    )
    return [
        Comparison(
            f"{name}, TraMineR as published",
            "actcal",
            len(values),
            max(
                abs(float(table[pair]) - value)
                for pair, value in zip(PUBLISHED_PAIRS, values, strict=True)
            ),
            PUBLISHED_DECIMALS,
        )
        for (name, values), table in zip(PUBLISHED.items(), ours, strict=True)
    ]


def rate_costs(courses: Sequence[Course], states: int) -> Numbers:
    """Give TraMineR's costs TRATE: 2 less how often the one state turns into the other."""
    steps = np.zeros((states, states))
    for course in courses:
        np.add.at(steps, (course[:-1], course[1:]), 1)
    rates = steps / steps.sum(axis=1, keepdims=True)
    costs: Numbers = (2 - rates - rates.T) * (1 - np.eye(states))
    return costs
