"""How many young people have youth care in the fictitious country: a model whose answer is known.

The chance of help in kind, on the logit scale, is a sum over characteristics, with a constant for
each year. Around it municipalities differ more than chance alone would make them: the variance of
their counts is ``DISPERSION`` times that of a binomial. A model that is any good finds the
coefficients and the dispersion back from what is published.

Of the artificial region it is the other way round: how many have care follows from its
declarations, and its characteristics are such that the model expects about as much.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np

from core.sample.country_land import HOME, Land
from core.sample.country_people import (
    CHARACTERISTICS,
    MIDDLE,
    YEARS,
    People,
    characteristic_values,
)
from core.sample.draws import Floats, Ints
from core.sample.places import PLACES

COEFFICIENTS: Final[Mapping[str, float]] = {
    "low_income_children": 0.020,
    "single_parent": 0.012,
    "benefit": 0.0,
    "social_score": -0.30,
    "education_high": 0.0,
    "origin_outside_europe": -0.006,
    "density": -0.05,
}
"""On the logit scale for one unit more; of the density, for one more of log(1 + density)."""

DISPERSION: Final = 8.0
"""How many times the variance of help is that of a binomial."""

NATIONAL: Final[Mapping[int, float]] = {
    2015: 0.080,
    2016: 0.084,
    2017: 0.087,
    2018: 0.089,
    2019: 0.091,
    2020: 0.089,
    2021: 0.0955,
    2022: 0.0965,
    2023: 0.098,
    2024: 0.099,
    2025: 0.097,
}
"""Help in kind as a part of those under 23; from 2021 more providers are counted."""

BESIDE_DECLARED: Final = 1.06
"""Published for each one declared: declarations miss help that is paid as a task, and pgb."""

Declared = Mapping[tuple[str, int | str], int]
"""Young people with declared care by place and year, and allocations by place and referrer."""


@dataclass(frozen=True, slots=True)
class Use:
    """Characteristics, and young people with help in kind, all as [municipality, year]."""

    values: Mapping[str, Floats]
    help: Ints
    effect: Floats  # by how much a municipality differs from what its characteristics explain


def find_use(rng: np.random.Generator, land: Land, people: People, declared: Declared) -> Use:
    """Draw who has help in kind."""
    strain = rng.normal(size=len(land.codes)) + 0.25 * people.urban
    noise = rng.normal(size=(len(CHARACTERISTICS), len(land.codes)))
    usual = np.array([NATIONAL[year] for year in YEARS])
    effect = _effect(rng, people)
    values = characteristic_values(people, strain, noise)
    constant = _constants(people, eta_of(values) + effect[:, None], usual)
    home = _declared_shares(people, declared, usual)
    strain = _strain_of_home(people, strain, noise, _logit(home[:, MIDDLE]) - constant[MIDDLE])
    values = characteristic_values(people, strain, noise)
    chance = _logistic(constant + eta_of(values) + effect[:, None])
    counts = rng.binomial(people.youth, chance)
    counts[:HOME] = np.rint(home * people.youth[:HOME])
    return Use(values, counts, effect)


def eta_of(values: Mapping[str, Floats]) -> Floats:
    """Sum the characteristics by their coefficients."""
    terms = [
        weight * (np.log1p(values[name]) if name == "density" else values[name])
        for name, weight in COEFFICIENTS.items()
    ]
    return np.sum(terms, axis=0)


def _effect(rng: np.random.Generator, people: People) -> Floats:
    """Draw what makes the variance larger: less than chance in a large municipality, as chance."""
    youth, share = people.youth[:, MIDDLE], NATIONAL[YEARS[MIDDLE]]
    return rng.normal(size=len(youth)) * np.sqrt((DISPERSION - 1) / (youth * share * (1 - share)))


def _constants(people: People, eta: Floats, usual: Floats) -> Floats:
    """Find the constant of each year with which the country has its usual share."""
    constant = _logit(usual) - np.average(eta, axis=0, weights=people.youth[:, MIDDLE])
    for _ in range(20):
        share = np.average(_logistic(constant + eta), axis=0, weights=people.youth[:, MIDDLE])
        constant = constant + _logit(usual) - _logit(share)
    return constant


def _declared_shares(people: People, declared: Declared, usual: Floats) -> Floats:
    """Give the shares of the artificial region; years without declarations follow the country."""
    shares = np.full((HOME, len(YEARS)), np.nan)
    for place, one in enumerate(PLACES):
        for column, year in enumerate(YEARS):
            counted = declared.get((one.code, year), 0)
            if counted:
                shares[place, column] = BESIDE_DECLARED * counted / people.youth[place, column]
    level = np.nanmean(shares / usual, axis=1)
    return np.where(np.isnan(shares), level[:, None] * usual, shares)


def _strain_of_home(people: People, strain: Floats, noise: Floats, wanted: Floats) -> Floats:
    """Find the strain with which the model expects of the region about what was declared."""
    at = [
        eta_of(characteristic_values(people, np.full_like(strain, level), noise))[:HOME, MIDDLE]
        for level in (0.0, 1.0)
    ]
    found = strain.copy()
    found[:HOME] = np.clip((wanted - at[0]) / (at[1] - at[0]), -2.2, 2.2)
    return found


def _logit(share: Floats) -> Floats:
    return np.log(share / (1 - share))


def _logistic(eta: Floats) -> Floats:
    return 1 / (1 + np.exp(-eta))
