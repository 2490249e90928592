"""The people of the fictitious country: how many there are, and what sets municipalities apart.

One hidden number per municipality, its strain, moves most characteristics together, as in real
life. Figures are rounded as they are published before anything else is made from them.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np

from core.sample.country_land import HOME, Land
from core.sample.draws import Floats, Ints
from core.sample.places import PLACES, youth_in

YEARS: Final = tuple(range(2015, 2026))
MIDDLE: Final = YEARS.index(2022)

SIZES: Final = (5_000, 10_000, 20_000, 50_000, 100_000, 150_000, 250_000)
URBAN: Final = (2500, 1500, 1000, 500)
"""Bounds of the classes of inhabitants, and of addresses in a square kilometre."""

AGE_PARTS: Final = (0.205, 0.435, 0.36)
"""How those under 18 divide over 0-3, 4-11 and 12-17."""
HOME_YOUNG_ADULTS: Final = 0.20
"""In the artificial region: those aged 18-22 for each of those under 18."""


@dataclass(frozen=True, slots=True)
class People:
    """Counts of persons as [municipality, year]; ``ages`` adds the age class as a third axis."""

    everybody: Ints
    ages: Ints
    urban: Floats  # how urban a municipality is, about -2 to 3

    @property
    def minors(self) -> Ints:
        """Count those under 18."""
        return self.ages[:, :, :3].sum(axis=2)

    @property
    def youth(self) -> Ints:
        """Count those under 23."""
        return self.ages.sum(axis=2)


def find_people(rng: np.random.Generator, land: Land) -> People:
    """Draw the people; of municipalities that merged, the heir has both together."""
    urban = rng.normal(size=len(land.codes))
    minors = _minors(rng, urban)
    parts = rng.dirichlet(np.array(AGE_PARTS) * 900, len(urban))
    classes = np.rint(minors[:, :, None] * parts[:, None, :]).astype(np.int64)
    adults = HOME_YOUNG_ADULTS + np.where(_home(land), 0, 0.08 + 0.04 * np.maximum(urban, 0))
    older = np.rint(classes.sum(axis=2) * adults[:, None]).astype(np.int64)
    ages = np.concatenate([classes, older[:, :, None]], axis=2)
    share = 0.19 + 0.012 * rng.normal(size=len(urban))
    everybody = np.rint(minors / share[:, None]).astype(np.int64)
    return People(_merged(land, everybody), _merged(land, ages), urban)


def _home(land: Land) -> np.ndarray[tuple[int], np.dtype[np.bool_]]:
    return np.arange(len(land.codes)) < HOME


def _minors(rng: np.random.Generator, urban: Floats) -> Floats:
    """Draw those under 18: those of the artificial region are known."""
    size = np.exp(8.55 + 0.5 * urban + 0.62 * rng.normal(size=len(urban)))
    growth = rng.normal(0.001, 0.007, len(urban)) + 0.002 * urban
    steps = np.arange(len(YEARS)) - MIDDLE
    drawn = size[:, None] * (1 + growth[:, None]) ** steps
    drawn[:HOME] = [[youth_in(place, year) for year in YEARS] for place in PLACES]
    return np.maximum(drawn, 150)


def _merged(land: Land, counts: Ints) -> Ints:
    """Give a municipality that was made of others what these have together."""
    together = counts.copy()
    gone = np.flatnonzero(land.heir != np.arange(len(land.heir)))
    for heir in np.unique(land.heir[gone]):
        together[heir] = counts[gone[land.heir[gone] == heir]].sum(axis=0)
    return together


def size_class(people: People) -> Ints:
    """Give the class of inhabitants of the last year, 1 (small) to 8."""
    return 1 + np.searchsorted(SIZES, people.everybody[:, -1], side="right").astype(np.int64)


def urbanity(density: Floats) -> Ints:
    """Give the class of addresses in a square kilometre of the last year, 1 (urban) to 5."""
    bounds = np.array(URBAN[::-1])
    return 5 - np.searchsorted(bounds, density[:, -1], side="right").astype(np.int64)


@dataclass(frozen=True, slots=True)
class Characteristic:
    """How a characteristic depends on strain and on how urban a municipality is."""

    usual: float
    strain: float
    urban: float
    noise: float
    lowest: float
    decimals: int = 1
    trend: float = 0.0


CHARACTERISTICS: Final = {
    "low_income_children": Characteristic(12.5, 3.4, 0.8, 1.2, 2.0, trend=-0.15),
    "single_parent": Characteristic(17.5, 2.2, 1.4, 1.3, 8.0, trend=0.1),
    "benefit": Characteristic(3.6, 1.1, 0.6, 0.5, 0.3, trend=-0.04),
    "social_score": Characteristic(0.02, -0.14, -0.03, 0.06, -2.0, 3, trend=0.004),
    "education_low": Characteristic(27.0, 3.2, -2.0, 2.0, 8.0, trend=-0.3),
    "education_high": Characteristic(30.0, -4.0, 4.0, 2.4, 8.0, trend=0.5),
    "income_per_person": Characteristic(30_500, -1_900, 300, 900, 17_000, -2, trend=900),
    "low_income_households": Characteristic(37.5, 4.2, 2.0, 1.5, 15.0),
    "density": Characteristic(6.75, 0.0, 0.62, 0.3, 4.5),
    "origin_outside_europe": Characteristic(10.5, 2.2, 3.2, 1.6, 1.5, trend=0.25),
}
"""Of the density this gives the logarithm; the year 2022 is usual and trends are per year."""


def characteristic_values(people: People, strain: Floats, noise: Floats) -> dict[str, Floats]:
    """Give every characteristic as [municipality, year], rounded as published.

    ``noise`` is what strain and urbanity do not explain, as [characteristic, municipality].
    """
    steps = np.arange(len(YEARS)) - MIDDLE
    values = {}
    for number, (name, one) in enumerate(CHARACTERISTICS.items()):
        base = one.usual + one.strain * strain + one.urban * people.urban
        drawn = base + one.noise * noise[number]
        yearly = np.maximum(drawn[:, None] + one.trend * steps, one.lowest)
        whole = np.rint(np.exp(yearly)) if name == "density" else np.round(yearly, one.decimals)
        values[name] = whole
    return values
