"""Deliveries: what providers and municipalities write down about each trajectory.

Exact days or whole months, who referred, why it ended, whether the end was delivered at all, and
whether the allocation number changes at every turn of the year.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from core.sample.care import END_REASON_SHARES, LABELS, REFERRED, REFERRERS, YOUTH_REFERRED
from core.sample.careers import Trajectories
from core.sample.draws import Flags, Ints, happens, month_of, pick, pick_by_row
from core.sample.places import PLACES

FIRST_MONTH: Final = month_of("2020-01")
LAST_MONTH: Final = month_of("2024-12")
OPEN_MONTH: Final = month_of("2024-10")
"""The month in which running care without an end was last declared."""

SILENT_ENDS_BEFORE: Final = month_of("2024-03")

EXACT_DAYS: Final = 0.3
SPLIT_BY_YEAR: Final = 0.3
RUNNING_WITHOUT_END: Final = 0.3
ENDED_WITHOUT_END: Final = 0.012

REFERRER_LABELS: Final = ("", *REFERRERS)


@dataclass(frozen=True, slots=True)
class Deliveries:
    """A row is a trajectory, beside the same row of ``Trajectories``.

    ``start_cut`` and ``end_cut`` are days cut from the first and the last month; ``referrer`` and
    ``reason`` are positions in ``REFERRER_LABELS`` and ``END_REASONS``; ``running`` care was last
    declared without an end, the end of ``endless`` care was never delivered, and ``yearly`` care
    has a new allocation number every year.
    """

    start_cut: Ints
    end_cut: Ints
    referrer: Ints
    reason: Ints
    running: Flags
    endless: Flags
    yearly: Flags


def deliver(rng: np.random.Generator, given: Trajectories) -> Deliveries:
    """Draw for each trajectory how it is written down."""
    size = len(given.client)
    last = given.first + given.months - 1
    exact_start = happens(rng, EXACT_DAYS, size)
    exact_end = happens(rng, EXACT_DAYS, size) & (given.months > 1)
    endless = happens(rng, ENDED_WITHOUT_END, size) & (last < SILENT_ENDS_BEFORE)
    running = happens(rng, RUNNING_WITHOUT_END, size) & (last > LAST_MONTH)
    return Deliveries(
        start_cut=np.where(exact_start, rng.integers(1, 25, size), 0),
        end_cut=np.where(exact_end, rng.integers(1, 25, size), 0),
        referrer=_referrers(rng, given),
        reason=np.where(endless, 0, pick(rng, END_REASON_SHARES, size)),
        running=running & (given.first <= OPEN_MONTH),
        endless=endless,
        yearly=happens(rng, SPLIT_BY_YEAR, size),
    )


def _referrers(rng: np.random.Generator, given: Trajectories) -> Ints:
    table = np.asarray([REFERRED.get(label, YOUTH_REFERRED) for label in LABELS])
    missing = np.asarray([place.unreferred for place in PLACES])[given.place]
    delivered = pick_by_row(rng, table, given.form) + 1
    return np.where(happens(rng, missing, len(delivered)), 0, delivered)
