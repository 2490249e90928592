"""Expert figures of a sequence of states, each a pure function, and their means over many.

``durations`` are the lengths of the spells; successive spells differ. Formulas and names follow
TraMineR (Gabadinho et al., Journal of Statistical Software 40(4), 2011), so that its published
values can be laid beside ours.
"""

from collections.abc import Callable, Hashable, Sequence
from itertools import groupby
from math import log, log2, sqrt
from typing import Final

import pandas as pd

from core.tables import INDICATORS

Course = tuple[int, ...]
HALF: Final = 0.5


def spells_of(states: Sequence[Hashable]) -> tuple[list[Hashable], list[int]]:
    """Divide a sequence into its distinct successive states and how long each lasts."""
    runs = [(state, len(list(run))) for state, run in groupby(states)]
    return [state for state, _ in runs], [length for _, length in runs]


def measure_entropy(numbers: Sequence[float], alphabet: int) -> float:
    """Measure how evenly numbers are spread, from 0 (all in one) to 1 (even over the alphabet).

    Shannon's entropy divided by the logarithm of the number of possible states; 0 for an alphabet
    of one, and without numbers.
    """
    whole = sum(numbers)
    if alphabet < 2 or not whole:
        return 0.0
    shares = [number / whole for number in numbers if number]
    return max(0.0, -sum(share * log(share) for share in shares) / log(alphabet))


def count_subsequences(spells: Sequence[Hashable]) -> int:
    """Count the different subsequences of some states, the empty one included (phi).

    Each state doubles the number, less what was counted when it came last. Source: C. Elzinga and
    A. Liefbroer, European Journal of Population 23 (2007), 225-250.
    """
    counts, last = [1], dict[Hashable, int]()
    for place, state in enumerate(spells):
        repeated = counts[last[state]] if state in last else 0
        counts.append(2 * counts[-1] - repeated)
        last[state] = place
    return counts[-1]


def measure_turbulence(states: Sequence[Hashable]) -> float:
    """Measure Elzinga's turbulence: many different subsequences, and spells of even lengths.

    log2 of phi times (greatest variance + 1) / (variance + 1), variances those of all spells
    (divided by their number). 1 for a sequence of a single spell. Source: as for phi.
    """
    spells, durations = spells_of(states)
    mean = sum(durations) / len(durations)
    variance = sum((length - mean) ** 2 for length in durations) / len(durations)
    greatest = (len(durations) - 1) * (1 - mean) ** 2
    return log2(count_subsequences(spells) * (greatest + 1) / (variance + 1))


def measure_changes(states: Sequence[Hashable]) -> float:
    """Divide the changes of state by the most there could be; 0 for a sequence of one."""
    return (len(spells_of(states)[0]) - 1) / (len(states) - 1) if len(states) > 1 else 0.0


def measure_complexity(states: Sequence[Hashable], alphabet: int) -> float:
    """Measure complexity: the root of the share of changes times the entropy of the states.

    From 0 (one state all along) to 1. Source: Gabadinho et al. (2010), TraMineR's ``seqici``.
    """
    numbers = [list(states).count(state) for state in set(states)]
    return sqrt(measure_changes(states) * measure_entropy(numbers, alphabet))


def measure_volatility(states: Sequence[Hashable], alphabet: int) -> float:
    """Average the share of other states that were visited and the share of changes.

    Source: T. Brzinsky-Fay (2018), objective volatility with weight a half, ``seqivolatility``.
    """
    visited = (len(set(states)) - 1) / (alphabet - 1) if alphabet > 1 else 0.0
    return HALF * visited + HALF * measure_changes(states)


def measure_recurrence(states: Sequence[Hashable]) -> float:
    """Divide the spells by the states visited: how often a state is entered, on average."""
    spells, _ = spells_of(states)
    return len(spells) / len(set(spells))


def measure_indicators(courses: Sequence[tuple[Course, int]]) -> pd.DataFrame:
    """Average every indicator over young people (``INDICATORS``).

    ``courses`` are distinct sequences of equal length, with how many had them; the alphabet is
    every state that occurs in one of them. Without courses there is no row.
    """
    alphabet = len({state for course, _ in courses for state in course})
    clients = sum(number for _, number in courses)
    figures: dict[str, Callable[[Course], float]] = {
        "changes": lambda course: len(spells_of(course)[0]) - 1,
        "subsequences": lambda course: count_subsequences(spells_of(course)[0]),
        "complexity": lambda course: measure_complexity(course, alphabet),
        "turbulence": measure_turbulence,
        "volatility": lambda course: measure_volatility(course, alphabet),
        "recurrence": measure_recurrence,
    }
    rows = [
        (name, sum(number * figure(course) for course, number in courses) / clients, clients)
        for name, figure in (figures if clients else {}).items()
    ]
    return pd.DataFrame(rows, columns=list(INDICATORS))
