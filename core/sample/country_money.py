"""What youth care costs in the fictitious country, and what prices did.

Spending grows as it did in reality, from 3.6 to 8.1 thousand million in nine years; a municipality
that gives more care, or heavier care, spends more.
"""

from typing import Final

import numpy as np

from core.opendata.topics import COSTS
from core.sample.country_figures import Block, wider_codes, with_wider
from core.sample.country_land import COUNTRY, Land
from core.sample.country_people import YEARS, People
from core.sample.draws import Floats

REAL_YOUTH: Final = 4_480_000
"""Those under 23 among whom the national amounts were spent, in 2022."""

SPENT: Final = {
    2015: 3.60e9,
    2016: 3.75e9,
    2017: 4.10e9,
    2018: 4.80e9,
    2019: 5.50e9,
    2020: 5.75e9,
    2021: 6.10e9,
    2022: 6.60e9,
    2023: 7.40e9,
    2024: 8.10e9,
}
"""Euros in a year; those of 2016-2018, 2020-2023 lie between figures that are known."""

STAY_WEIGHT: Final = 6.0
MEASURE_WEIGHT: Final = 1.4
"""What a young person with stay, or with a measure, costs for each one with help without stay."""
DIVIDED_FROM: Final = 2023
"""From this year on the accounts tell help with stay and without it apart."""

SURVEY: Final = "83454NED"
SURVEYED: Final = {"all": "all", "no_stay": "no_stay", "stay": "stay"}
"""Forms of care in the survey, and the kind of costs that each is."""
SILENT: Final = 0.35
"""The part of municipalities that does not answer in a year."""

ACCESS: Final = 0.11
BUDGETED: Final = 0.90
PRICES: Final = (100.0, 100.3, 101.7, 103.4, 106.1, 107.5, 110.4, 121.4, 126.0, 130.2, 134.4)
TABLES: Final = {
    2015: "45006NED",
    2016: "45031NED",
    2017: "45038NED",
    2018: "45042NED",
    2019: "45046NED",
    2020: "45050NED",
    2021: "45054NED",
    2022: "45059NED",
    2023: "45063NED",
    2024: "45067NED",
    2025: "45071NED",
}
"""The table of accounts of each year; of the last one there is only the budget."""


def money_blocks(
    rng: np.random.Generator, land: Land, people: People, counts: dict[str, Floats]
) -> list[Block]:
    """Publish spending and budget as [region, year, kind of costs], in euros by the thousand."""
    spent = _spent(rng, people, counts)
    budget = spent * BUDGETED * np.exp(0.05 * rng.normal(size=(len(land.codes), 1, 1)))
    amounts = {"spending": (spent, YEARS[:-1]), "budget": (budget, YEARS)}
    blocks = [
        _account(topic, land, values, year)
        for topic, (values, years) in amounts.items()
        for year in years
    ]
    return [*blocks, *_surveyed(rng, land, spent, budget), _prices()]


def _account(topic: str, land: Land, amounts: Floats, year: int) -> Block:
    """Publish the accounts of one year; help was not divided before ``DIVIDED_FROM``."""
    kinds = [kind for kind in COSTS if year >= DIVIDED_FROM or kind not in {"no_stay", "stay"}]
    places = [COSTS.index(kind) for kind in kinds]
    column = YEARS.index(year)
    values = np.round(with_wider(land, amounts), -3)[:, column : column + 1, places]
    return Block(topic, TABLES[year], wider_codes(land), (year,), kinds, values)


def _surveyed(rng: np.random.Generator, land: Land, spent: Floats, budget: Floats) -> list[Block]:
    """Publish what municipalities told when asked; many did not, and no wider region is told."""
    silent = rng.random((len(land.codes), len(YEARS))) < SILENT
    kinds = [COSTS.index(kind) for kind in SURVEYED.values()]
    blocks = []
    for topic, amounts in (("surveyed_spending", spent), ("surveyed_budget", budget)):
        told = np.where(silent[:, :, None], np.nan, np.round(amounts[:, :, kinds], -3))[:, :-1]
        blocks.append(Block(topic, SURVEY, land.codes, YEARS[:-1], tuple(SURVEYED), told))
    return blocks


def _spent(rng: np.random.Generator, people: People, counts: dict[str, Floats]) -> Floats:
    size = (len(people.urban), 1)
    dear = np.exp(0.09 * rng.normal(size=size) + 0.03 * rng.normal(size=(size[0], len(YEARS))))
    kinds = [
        counts["no_stay"] * dear,
        STAY_WEIGHT * counts["stay"] * np.exp(0.06 * rng.normal(size=size)) * dear,
        MEASURE_WEIGHT * (counts["protection"] + counts["probation"]) * dear,
    ]
    total = np.sum(kinds, axis=0)
    national = np.array([SPENT[year] for year in YEARS[:-1]] + [SPENT[2024] * 1.05])
    own = national * people.youth[:, YEARS.index(2022)].sum() / REAL_YOUTH
    euros = np.stack([total, *kinds], axis=2) * (own / total.sum(axis=0))[:, None]
    access = ACCESS * euros[:, :, :1] * np.exp(0.25 * rng.normal(size=size))[:, :, None]
    return np.concatenate([euros, access], axis=2)


def _prices() -> Block:
    values = np.array(PRICES)[None, :, None]
    return Block("consumer_prices", "83131NED", (COUNTRY,), YEARS, ("",), values)
