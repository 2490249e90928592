"""The districts of the artificial region in open data: who lives there, and how many have care.

How many have care follows from the declarations; the number of inhabitants is such that care is
more usual where people have less. Small counts are not published, and districts have many.
"""

from typing import Any, Final

import numpy as np

from core.sample.country_figures import Block, published
from core.sample.country_people import CHARACTERISTICS, YEARS, People
from core.sample.country_shapes import DISTRICTS
from core.sample.country_use import BESIDE_DECLARED, Declared, Use
from core.sample.draws import Floats
from core.sample.places import PLACES

TABLES: Final = {
    2018: "84286NED",
    2019: "84583NED",
    2020: "84799NED",
    2021: "85039NED",
    2022: "85318NED",
    2023: "85618NED",
    2024: "85984NED",
    2025: "86165NED",
}
"""The key figures of districts of each year; of the last one only the inhabitants are known."""

ALL_CARE: Final = 1.055
DIFFERENCE: Final = 0.22
"""How far the use of districts of one municipality differs, as a standard deviation of its log."""
STRAIN: Final = 4.0
"""Strain for one unit of that logarithm."""

EVERYBODY: Final = (1.14, 1.02, 0.97, 1.05, 0.9, 0.84)
"""Inhabitants for each young person, by district, beside those of the municipality."""

TOLD: Final = (
    *("income_per_person", "low_income_households", "education_low", "education_high"),
    *("benefit", "density", "social_score"),
)
LAST_TOLD: Final = 2024


def district_rows() -> list[dict[str, Any]]:
    """Give the districts as rows of ``OPEN_REGIONS``; their names are invented too."""
    return [
        {
            "region": f"WK{place.code}{number:02}",
            "name": f"Wijk {number:02} {_part(number)}",
            "kind": "district",
            "year": 2025,
            "municipality": f"GM{place.code}",
            "province": "",
            "youth_region": "",
            "school_partnership": "",
            "size_class": 0,
            "urbanity": 0,
        }
        for place in PLACES
        for number in range(1, DISTRICTS + 1)
    ]


def _part(number: int) -> str:
    return ("Centrum", "Noord", "Oost", "Zuid", "West", "Buitengebied")[number - 1]


def district_blocks(
    rng: np.random.Generator, people: People, use: Use, declared: Declared
) -> list[Block]:
    """Publish inhabitants, care and characteristics by district and year."""
    effect = DIFFERENCE * rng.normal(size=(len(PLACES), DISTRICTS))
    care = np.stack([_care(use, place, declared) for place in range(len(PLACES))])
    usual = care.mean(axis=2)
    weights = usual * np.exp(-effect)
    parts = weights / weights.sum(axis=1, keepdims=True)
    youth = parts[:, :, None] * people.youth[: len(PLACES), None, :]
    persons = {"": people.everybody, "<18": people.minors, "<23": people.youth}
    blocks = []
    for category, counts in persons.items():
        living = _with_older(parts) if category == "" else parts
        divided = np.rint(living[:, :, None] * counts[: len(PLACES), None, :])
        blocks += _yearly("population", category, divided, list(TABLES))
    told = [year for year in TABLES if year <= LAST_TOLD]
    blocks += _yearly("youth_with_care", "all", published(care), told)
    share = np.round(100 * published(care) / youth, 1)
    blocks += _yearly("care_share", "all", share, told)
    return blocks + _characteristics(rng, use, effect, told)


def _with_older(parts: Floats) -> Floats:
    """Divide everybody, of whom fewer are young in the centre than at the edge."""
    weights = parts * np.array(EVERYBODY)
    return weights / weights.sum(axis=1, keepdims=True)


def _care(use: Use, place: int, declared: Declared) -> Floats:
    """Give those with care by district and year: as declared, else by the usual parts."""
    code = PLACES[place].code
    keys = [f"{code}{number:02}" for number in range(1, DISTRICTS + 1)]
    known = np.array([[declared.get((key, year), 0) for year in YEARS] for key in keys])
    told = known.sum(axis=0) > 0
    parts = known[:, told].sum(axis=1) / max(1, known.sum())
    spread = parts[:, None] * use.help[place][None, :]
    return ALL_CARE * np.where(told, BESIDE_DECLARED * known, spread)


def _characteristics(
    rng: np.random.Generator, use: Use, effect: Floats, told: list[int]
) -> list[Block]:
    strain = STRAIN * (effect - effect.mean(axis=1, keepdims=True))
    blocks = []
    for topic in TOLD:
        one = CHARACTERISTICS[topic]
        own = use.values[topic][: len(PLACES), None, :]
        noise = one.noise / 2 * rng.normal(size=strain.shape)
        moved = (one.strain * strain + noise)[:, :, None]
        values = own * np.exp(noise[:, :, None]) if topic == "density" else own + moved
        lowest = 1.0 if topic == "density" else one.lowest
        digits = 0 if topic == "density" else one.decimals
        blocks += _yearly(topic, "", np.round(np.maximum(values, lowest), digits), told)
    return blocks


def _yearly(topic: str, category: str, values: Floats, years: list[int]) -> list[Block]:
    """Publish [municipality, district, year] in a table for each year."""
    codes = [row["region"] for row in district_rows()]
    flat = values.reshape(len(codes), len(YEARS), 1)
    return [
        Block(
            topic,
            TABLES[year],
            codes,
            (year,),
            (category,),
            flat[:, YEARS.index(year) : YEARS.index(year) + 1],
        )
        for year in years
    ]
