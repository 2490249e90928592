"""Whole routes over the rungs: stepped or not, towards heavier or lighter, and how far.

Of a route l_1 .. l_n with differences D_k = l_k - l_(k-1): U of them are above and D below zero. A
route is *strictly stepped* when it goes up at least once and never down, and *loosely stepped* when
it ends higher than it began with U > D; every strict one is loose as well.

The *rise* is the degradation index of TraMineR (seqidegrad, method RANK, pow 1): with the rungs in
use spread evenly over 0 to 1, the sum over changes of rung of the difference times the integration
of the spell that follows, which is the sum of its places divided by the sum of all places. A place
is a trajectory; care without a rung has none, where TraMineR lengthens the spell before it. A rise
above zero is a move towards heavier care, late changes weighing more; it says nothing about worse.
Source: G. Ritschard, Sociological Methods & Research 52(4), 2016-2049.
"""

from collections.abc import Callable, Sequence
from itertools import groupby, pairwise
from typing import Final

import pandas as pd

from core.trajectories.escalation import BETWEEN

LEAST_LENGTHS: Final = (2, 3)
"""From how many in a row on a route may be called stepped: the registered values."""

SHAPES: Final = ("strict", "loose", "other")
DIRECTIONS: Final = ("heavier", "even", "lighter")
LONGEST_RUN: Final = 4
"""Runs from here on are one class."""

Route = tuple[int, ...]


def measure_shapes(routes: pd.DataFrame) -> pd.DataFrame:
    """Count routes by ``least`` length and ``shape``: strict, loose (and not strict) or other.

    Takes ``LEVEL_ROUTES``; every shape has a row, also when no chain has it.
    """
    parts = [_counted(_long(routes, least), shape_of, SHAPES, "shape") for least in LEAST_LENGTHS]
    return pd.concat(
        [part.assign(least=least) for part, least in zip(parts, LEAST_LENGTHS, strict=True)],
        ignore_index=True,
    )


def measure_directions(routes: pd.DataFrame, rungs: Sequence[int]) -> pd.DataFrame:
    """Count the routes of two or more that rise, stay even or fall, with their mean ``rise``.

    ``rungs`` are those in use, lightest first. Rows: ``direction``, chains, clients, ``rise``.
    """
    long = _long(routes, min(LEAST_LENGTHS))
    rises = [rise_of(route_of(words), rungs) for words in long["route"]]
    weighed = long.assign(rise=rises, total=long["chains"] * pd.Series(rises, long.index, float))
    named = weighed.assign(direction=[direction_of(rise) for rise in rises])
    sums = named.groupby("direction")[["chains", "clients", "total"]].sum()
    filled = sums.reindex(list(DIRECTIONS), fill_value=0)
    rise = filled["total"] / filled["chains"].where(filled["chains"] > 0)
    return filled.assign(rise=rise).drop(columns="total").reset_index()


def measure_runs(routes: pd.DataFrame) -> pd.DataFrame:
    """Count routes of two or more by their longest ``run`` without going down, LONGEST_RUN at most.

    Rows: ``run``, chains, clients.
    """
    classes = range(1, LONGEST_RUN + 1)
    long = _long(routes, min(LEAST_LENGTHS))
    return _counted(long, lambda route: min(longest_run(route), LONGEST_RUN), classes, "run")


def route_of(words: str) -> Route:
    """Read a route from the words of ``LEVEL_ROUTES``."""
    return tuple(int(rung) for rung in words.split(BETWEEN))


def shape_of(route: Route) -> str:
    """Say whether a route is stepped: strict, loose or other."""
    ups = sum(after > before for before, after in pairwise(route))
    downs = sum(after < before for before, after in pairwise(route))
    if ups and not downs:
        return "strict"
    return "loose" if ups > downs and route[-1] > route[0] else "other"


def rise_of(route: Route, rungs: Sequence[int]) -> float:
    """Give the degradation index of a route; 0 when only one rung is in use."""
    spread = max(len(rungs) - 1, 1)
    height = {rung: place / spread for place, rung in enumerate(sorted(rungs))}
    places = len(route) * (len(route) + 1) / 2
    spells = [list(spell) for _, spell in groupby(enumerate(route, 1), lambda step: step[1])]
    return sum(
        (height[after[0][1]] - height[before[0][1]]) * sum(place for place, _ in after) / places
        for before, after in pairwise(spells)
    )


def direction_of(rise: float) -> str:
    """Name the sign of a rise; what cancels out but for rounding is even."""
    if abs(rise) < ROUNDING:
        return "even"
    return "heavier" if rise > 0 else "lighter"


ROUNDING: Final = 1e-12


def longest_run(route: Route) -> int:
    """Count the trajectories of the longest stretch that never goes down."""
    longest = run = 1
    for before, after in pairwise(route):
        run = run + 1 if after >= before else 1
        longest = max(longest, run)
    return longest


def _long(routes: pd.DataFrame, least: int) -> pd.DataFrame:
    return routes[routes["route"].str.count(BETWEEN) >= least - 1]


def _counted(
    routes: pd.DataFrame, name_of: Callable[[Route], object], names: Sequence[object], column: str
) -> pd.DataFrame:
    named = pd.Series([name_of(route_of(words)) for words in routes["route"]], routes.index, object)
    sums = routes.groupby(named)[["chains", "clients"]].sum()
    return sums.reindex(list(names), fill_value=0).rename_axis(column).reset_index()
