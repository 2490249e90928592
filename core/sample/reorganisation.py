"""A reorganisation: one provider hands all its care to another on one day.

No young person gets other help that day, and yet a trajectory ends and another begins.
"""

from dataclasses import replace

import numpy as np

from core.sample.careers import Trajectories, joined
from core.sample.draws import month_of
from core.sample.providers import CODES, REORGANISED, REORGANISED_MONTH


def reorganised(given: Trajectories) -> Trajectories:
    """Cut what runs on that day in two; the second halves come last."""
    month = month_of(REORGANISED_MONTH)
    old, new = (CODES.index(code) for code in REORGANISED)
    moved = given.provider == old
    after = moved & (given.first >= month)
    running = moved & (given.first < month) & (given.first + given.months > month)
    kept = np.where(running, month - given.first, given.months)
    changed = replace(given, provider=np.where(after, new, given.provider), months=kept)
    rest = replace(
        given,
        provider=np.full_like(given.provider, new),
        first=np.full_like(given.first, month),
        months=given.months - kept,
    )
    return joined([changed, rest.take(running)])
