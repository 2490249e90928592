"""Careers: the trajectories of each artificial client, one after another.

A career begins with a first kind of help; after each trajectory another one may follow, more
intensive or not, after a pause or with a month of overlap.
"""

from collections.abc import Sequence
from dataclasses import dataclass, fields
from typing import Final

import numpy as np

from core.sample.care import (
    HELPS,
    LABELS,
    NEXT,
    PAUSE_MONTHS,
    PAUSE_SHARES,
)
from core.sample.draws import Flags, Floats, Ints, draw_months, happens, month_of, pick, pick_by_row
from core.sample.places import PLACES
from core.sample.providers import PROVIDERS

FIRST_ENTRY: Final = month_of("2012-01")
LAST_ENTRY: Final = month_of("2024-12")
ENTRY_BY_MONTH: Final = (1.25, 1.0, 1.05, 1.0, 1.0, 0.95, 0.7, 0.7, 1.2, 1.15, 1.05, 0.95)
"""How often help begins in January, February, …: less in summer, more after a turn of the year."""

MOST_IN_A_ROW: Final = 7
CHAIN_PAUSE_MONTHS: Final = 7
"""The longest pause, in months from last to first month, that leaves a chain whole."""


@dataclass(frozen=True, slots=True)
class Trajectories:
    """A row is a trajectory as it was given: positions in the lists of the other modules.

    ``first`` is a month, ``months`` a number of months; ``position`` counts from 0 within the
    chain and is -1 for help beside it.
    """

    client: Ints
    place: Ints
    form: Ints
    provider: Ints
    first: Ints
    months: Ints
    position: Ints

    def take(self, rows: Ints | Flags) -> "Trajectories":
        """Select rows by number or by flag."""
        return Trajectories(*(getattr(self, field.name)[rows] for field in fields(self)))


def joined(parts: Sequence[Trajectories]) -> Trajectories:
    """Put several sets of trajectories under one another."""
    names = [field.name for field in fields(Trajectories)]
    return Trajectories(
        *(np.concatenate([getattr(part, name) for part in parts]) for name in names)
    )


def draw_careers(rng: np.random.Generator, places: Ints) -> Trajectories:
    """Draw the trajectories of clients, of whom the municipality is given; by client, then start.

    Care may begin long before the first declared month, so that the file starts in full swing.
    """
    parts = [_first(rng, places)]
    for _ in range(MOST_IN_A_ROW - 1):
        parts.append(_following(rng, parts[-1]))
    return joined(parts)


def provider_for(rng: np.random.Generator, place: Ints, form: Ints) -> Ints:
    """Draw a provider that gives the help, by size and by what is usual in the municipality."""
    return pick_by_row(rng, PROVIDER_WEIGHTS, place * len(LABELS) + form)


def _first(rng: np.random.Generator, places: Ints) -> Trajectories:
    clients = len(places)
    months = np.arange(FIRST_ENTRY, LAST_ENTRY + 1)
    season = np.asarray(ENTRY_BY_MONTH)[months % 12]
    form = pick(rng, [help_.begins for help_ in HELPS], clients)
    return Trajectories(
        client=np.arange(clients),
        place=places,
        form=form,
        provider=provider_for(rng, places, form),
        first=months[pick(rng, list(season), clients)],
        months=draw_months(rng, BREVITY[form]),
        position=np.zeros(clients, np.int64),
    )


def _following(rng: np.random.Generator, before: Trajectories) -> Trajectories:
    chance = ONWARD[before.form] * PLACE_ONWARD[before.place]
    earlier = before.take(happens(rng, chance, len(before.client)))
    clients = len(earlier.client)
    pause = np.asarray(PAUSE_MONTHS)[pick(rng, PAUSE_SHARES, clients)]
    pause = np.where(earlier.months == 1, np.maximum(pause, 1), pause)
    form = pick_by_row(rng, NEXT_WEIGHTS, earlier.form)
    later = Trajectories(
        client=earlier.client,
        place=earlier.place,
        form=form,
        provider=_other_provider(rng, earlier, form),
        first=earlier.first + earlier.months - 1 + pause,
        months=draw_months(rng, BREVITY[form]),
        position=np.where(pause > CHAIN_PAUSE_MONTHS, 0, earlier.position + 1),
    )
    changed = (form != earlier.form) | (later.provider != earlier.provider)
    return later.take(changed & (later.first <= LAST_ENTRY))


def _other_provider(rng: np.random.Generator, earlier: Trajectories, form: Ints) -> Ints:
    """Draw a provider; the same help at the same provider would be the same trajectory."""
    provider = provider_for(rng, earlier.place, form)
    for _ in range(4):
        clash = (form == earlier.form) & (provider == earlier.provider)
        provider = np.where(clash, provider_for(rng, earlier.place, form), provider)
    return provider


def _next_weights() -> Floats:
    rows = [[NEXT.get(label, {}).get(target, 0.0) for target in LABELS] for label in LABELS]
    return np.asarray(rows)


def _provider_weights() -> Floats:
    """Weigh every provider for every municipality and help: one row each, in that order."""
    custom = np.random.default_rng(5).lognormal(0, 0.35, (len(PLACES), 1, len(PROVIDERS)))
    gives = [[p.size if label in p.gives else 0.0 for p in PROVIDERS] for label in LABELS]
    return (custom * np.asarray(gives)).reshape(-1, len(PROVIDERS))


ONWARD: Final = np.asarray([help_.onward for help_ in HELPS])
BREVITY: Final = np.asarray([help_.brevity for help_ in HELPS])
PLACE_ONWARD: Final = np.asarray([place.onward for place in PLACES])
NEXT_WEIGHTS: Final = _next_weights()
PROVIDER_WEIGHTS: Final = _provider_weights()
