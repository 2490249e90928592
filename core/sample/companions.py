"""Help beside a trajectory: transport, measures, crisis, respite, and simultaneous care."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from core.sample.care import LABELS
from core.sample.careers import Trajectories, joined, provider_for
from core.sample.draws import happens

BESIDE: Final = -1
"""The position of help that stands beside a chain."""


@dataclass(frozen=True, slots=True)
class Companion:
    """Help that goes with other help: the chance for each host, and when it is given.

    It begins ``offset`` months after its host and lasts ``months``, or with 0 the ``part`` of the
    host's months. A host shorter than ``least`` months has no such company.
    """

    label: str
    hosts: Mapping[str, float]
    offset: int = 0
    months: int = 0
    part: float = 1.0
    least: int = 1


COMPANIONS: Final = (
    Companion("Vervoer", {"Dagbehandeling": 0.4, "Residentieel verblijf": 0.05}),
    Companion("Toeslag", {"Residentieel verblijf": 0.25, "JeugdzorgPlus": 0.25}),
    Companion(
        "Jeugdbescherming",
        {
            "Pleegzorg": 0.5,
            "Gezinshuis": 0.45,
            "Residentieel verblijf": 0.3,
            "JeugdzorgPlus": 0.8,
            "Ambulant specialistisch": 0.07,
            "Hulp in het netwerk": 0.05,
        },
        offset=-2,
        part=1.2,
    ),
    Companion(
        "Jeugdreclassering",
        {"JeugdzorgPlus": 0.1, "Residentieel verblijf": 0.05, "Ambulant specialistisch": 0.03},
        months=8,
    ),
    Companion("Coördinatie", {"Ambulant specialistisch": 0.02, "Dagbehandeling": 0.02}, months=4),
    Companion("Diagnostiek", {"Specialistische ggz": 0.045}, offset=-2, months=2),
    Companion(
        "Logeren",
        {"Dagbehandeling": 0.1, "Persoonlijke verzorging": 0.15, "Pleegzorg": 0.12},
        offset=2,
        part=0.6,
        least=5,
    ),
    Companion(
        "Crisis",
        {
            "Residentieel verblijf": 0.25,
            "JeugdzorgPlus": 0.4,
            "Gezinshuis": 0.12,
            "Specialistische ggz": 0.015,
            "Ambulant specialistisch": 0.025,
        },
        offset=-1,
        months=1,
    ),
    Companion(
        "Hulp in het netwerk",
        {"Specialistische ggz": 0.09, "Residentieel verblijf": 0.12, "Pleegzorg": 0.1},
        offset=2,
        part=0.5,
        least=6,
    ),
    Companion(
        "Ambulant regulier",
        {"Specialistische ggz": 0.12, "Basis-ggz": 0.10, "Dagbehandeling": 0.05},
        offset=3,
        part=0.5,
        least=6,
    ),
    Companion(
        "Specialistische ggz",
        {
            "Dagbehandeling": 0.15,
            "Residentieel verblijf": 0.12,
            "Ambulant regulier": 0.13,
            "Hulp in het netwerk": 0.14,
            "Wijkteam": 0.10,
            "Pleegzorg": 0.1,
        },
        offset=2,
        part=0.5,
        least=5,
    ),
)


def with_companions(rng: np.random.Generator, careers: Trajectories) -> Trajectories:
    """Add help beside the trajectories of careers; the careers come first, unchanged."""
    return joined([careers, *(_beside(rng, careers, companion) for companion in COMPANIONS)])


def _beside(rng: np.random.Generator, careers: Trajectories, companion: Companion) -> Trajectories:
    chance = np.asarray([companion.hosts.get(label, 0.0) for label in LABELS])
    long_enough = careers.months >= companion.least
    host = careers.take(happens(rng, chance[careers.form], len(careers.form)) & long_enough)
    form = np.full_like(host.form, LABELS.index(companion.label))
    part = np.maximum(np.round(host.months * companion.part), 1).astype(np.int64)
    return Trajectories(
        client=host.client,
        place=host.place,
        form=form,
        provider=provider_for(rng, host.place, form),
        first=host.first + companion.offset,
        months=np.full_like(part, companion.months) if companion.months else part,
        position=np.full_like(form, BESIDE),
    )
