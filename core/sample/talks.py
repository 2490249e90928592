"""Evaluation talks: held before ever more third starts since 2022, and before some others."""

from typing import Final

import numpy as np

from core.sample.draws import Flags, Ints, first_day, happens, pick, year_of
from core.sample.planted import planted_talks
from core.sample.region import Cohort

HELD: Final = {2022: 0.20, 2023: 0.45, 2024: 0.65}
"""The part of the third and later starts of a year before which a talk was held."""

HELD_BEFORE_SECOND: Final = 0.06
LONGEST_BEFORE_DAYS: Final = 100
YOUTH_PRESENT: Final = ("ja", "nee", "")
CONCLUSIONS: Final = (
    "verder met dezelfde hulp",
    "andere hulp",
    "lichtere hulp",
    "zwaardere hulp",
    "hulp afronden",
    "",
)

Talk = tuple[str, str, str, str]
"""Pseudonym, ISO date, whether the young person was there, and the conclusion."""


def find_talks(seed: int, cohort: Cohort) -> list[Talk]:
    """List the talks about the clients of a cohort and about the planted clients, by client."""
    rng = np.random.default_rng([seed, 1_000_000])
    rows, days = _held(rng, cohort)
    clients = cohort.clients[cohort.given.client[rows]].astype(str).tolist()
    dates = days.astype("datetime64[D]").astype(str).tolist()
    dated = [*zip(clients, dates, strict=True), *planted_talks(seed)]
    present = pick(rng, (0.72, 0.2, 0.08), len(dated)).tolist()
    concluded = pick(rng, (0.2, 0.3, 0.13, 0.2, 0.05, 0.12), len(dated)).tolist()
    endings = [
        (YOUTH_PRESENT[yes], CONCLUSIONS[why]) for yes, why in zip(present, concluded, strict=True)
    ]
    return sorted((*talk, *ending) for talk, ending in zip(dated, endings, strict=True))


def _held(rng: np.random.Generator, cohort: Cohort) -> tuple[Ints, Ints]:
    """Draw before which starts a talk was held, and on which day: after the start before it."""
    given = cohort.given
    start = first_day(given.first) + cohort.delivered.start_cut
    before = _start_before(given.client, given.position, start)
    held = happens(rng, _chance(given.position, year_of(given.first)), len(start))
    rows = np.flatnonzero(held & (before > 0))
    ahead = rng.integers(5, LONGEST_BEFORE_DAYS, len(rows))
    return rows, np.maximum(start[rows] - ahead, before[rows] + 1)


def _chance(position: Ints, year: Ints) -> np.ndarray[tuple[int], np.dtype[np.float64]]:
    later = sum((np.where(year == y, part, 0.0) for y, part in HELD.items()), np.zeros(len(year)))
    second = np.where(year >= min(HELD), HELD_BEFORE_SECOND, 0.0)
    return np.where(position >= 2, later, np.where(position == 1, second, 0.0))


def _start_before(client: Ints, position: Ints, start: Ints) -> Ints:
    """Give the start of the trajectory one position earlier in the chain; 0 where there is none."""
    order = np.lexsort((start, client))
    chained: Flags = position[order] >= 0
    order = order[chained]
    earlier = np.roll(order, 1)
    follows = (client[order] == client[earlier]) & (position[order] == position[earlier] + 1)
    before = np.zeros_like(start)
    before[order] = np.where(follows, start[earlier], 0)
    return before
