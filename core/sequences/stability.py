"""Whether groups of routes are more than chance: how often they come back in other draws.

A group is recognised in a draw when some group of the new division shares at least three quarters
of the chains that are in either of both (Jaccard). Source: C. Hennig, Comput. Stat. Data Anal. 52
(2007), 258-271, who holds groups below 0.6 for doubtful and from 0.75 on for valid.
"""

from typing import Final

import numpy as np
from threadpoolctl import threadpool_limits

from core.sequences.distances import Codes, Numbers
from core.sequences.grouping import SEED, find_groups

DRAWS: Final = 100
RECOGNISED: Final = 0.75
"""The shared part from which a group has come back."""

STABLE: Final = 60
"""Of a hundred draws: a group that comes back less often is no group to speak of."""

TRIES: Final = 2


def measure_returns(places: Numbers, weights: Codes, groups: Codes) -> Codes:
    """Count for each group in how many of DRAWS new draws of the chains it came back.

    Chains are drawn with replacement, as many as there are, and divided anew over as many groups.
    """
    draws = np.random.default_rng(SEED)
    chains = int(weights.sum())
    drawn = draws.multinomial(chains, weights / chains, size=DRAWS)
    with threadpool_limits(1):  # so small that threads would only wait for each other
        returned = [measure_overlap(groups, *_divided(places, groups, one)) for one in drawn]
    times: Codes = (np.array(returned) >= RECOGNISED).sum(axis=0)
    return times


def measure_overlap(groups: Codes, others: Codes, weights: Codes) -> Numbers:
    """Give for each of ``groups`` the largest share it has in common with one of ``others``.

    The share of what is in both in what is in either. A route without weight takes no part.
    """
    both = np.zeros((groups.max() + 1, others.max() + 1))
    np.add.at(both, (groups, others), weights)
    either = both.sum(axis=1)[:, None] + both.sum(axis=0) - both
    best: Numbers = (both / np.maximum(either, 1)).max(axis=1)
    return best


def _divided(places: Numbers, groups: Codes, drawn: Codes) -> tuple[Codes, Codes]:
    """Divide the routes of a draw over as many groups; those not drawn have no weight."""
    there = drawn > 0
    others = np.zeros(len(groups), dtype=np.int64)
    number = min(int(groups.max()) + 1, int(there.sum()))
    others[there] = find_groups(places[there], drawn[there], number, TRIES)
    return others, drawn
