"""Schools and pupils of the partnerships of schools in the fictitious country."""

from typing import Final

import numpy as np

from core.opendata.topics import SCHOOLS
from core.sample.country_figures import Block
from core.sample.country_land import Land, partnership_code
from core.sample.country_people import YEARS, People
from core.sample.draws import Floats

PRIMARY: Final = "DUO-SWV-PO"
SECONDARY: Final = "DUO-SWV-VO"
SOURCE_OF: Final = {
    "primary": PRIMARY,
    "special_primary": PRIMARY,
    "special": PRIMARY,
    "secondary": SECONDARY,
}
PUPILS: Final = {
    "primary": (1, 0.955),
    "special_primary": (1, 0.024),
    "special": (1, 0.045),
    "secondary": (2, 0.900),
}
"""Kind of school: the age class of its pupils (1 is 4-11, 2 is 12-17), and the part that goes."""

SMALL_PART: Final = 0.5
"""Kinds of schools that fewer go to differ by partnership, and from year to year."""

GROWTH: Final = {"special_primary": 0.008, "special": 0.016}
"""The part by which more pupils go to a kind of school every year."""

PUPILS_OF_ONE: Final = {"primary": 225, "special_primary": 160, "special": 110, "secondary": 980}


def school_blocks(rng: np.random.Generator, land: Land, people: People) -> list[Block]:
    """Publish schools and pupils by partnership, year and kind of school."""
    current = len(land.points)
    places = land.partnership[:current]
    codes = sorted({partnership_code(land, place) for place in range(current)})
    within = np.equal.outer(np.arange(len(codes)), places).astype(np.float64)
    blocks = []
    apart = rng.spawn(1)[0]
    for kind in SCHOOLS:
        age, part = PUPILS[kind]
        own = part * np.exp(0.12 * rng.normal(size=(len(codes), 1))) if part < SMALL_PART else part
        moved = np.exp(0.015 * apart.normal(size=(len(codes), len(YEARS))))
        pupils = np.rint(
            own
            * _grown(kind)
            * (moved if part < SMALL_PART else 1.0)
            * (within @ people.ages[:current, :, age])
        )
        schools = np.maximum(1.0, np.rint(pupils / PUPILS_OF_ONE[kind]))
        blocks += [_block("pupils", kind, codes, pupils), _block("schools", kind, codes, schools)]
    return blocks


def _grown(kind: str) -> Floats:
    """Give by how much more pupils go to a kind of school in each year than usual."""
    return 1 + GROWTH.get(kind, 0.0) * (np.array(YEARS) - 2020)


def _block(topic: str, kind: str, codes: list[str], values: Floats) -> Block:
    return Block(topic, SOURCE_OF[kind], codes, YEARS, (kind,), values[:, :, None])
