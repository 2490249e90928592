"""Forms of youth care in the fictitious country, out of those who have help in kind.

Every form is a part of a wider one; its part differs by municipality around the national one and
shifts over the years. A young person counts once in every form, so that parts add up to more.
"""

from dataclasses import replace
from typing import Final

import numpy as np

from core.opendata.topics import AGES, COMBINATIONS, FORMS
from core.sample.country_figures import (
    LAST_YEAR,
    Block,
    average_wider,
    not_complete,
    published,
    wider_codes,
    with_wider,
)
from core.sample.country_land import Land
from core.sample.country_people import YEARS, People
from core.sample.draws import Floats

PARTS: Final = {
    "all": ("help", 1.055, 0.02, 0.0),
    "no_stay": ("help", 0.955, 0.10, 0.0015),
    "local_team": ("no_stay", 0.145, 0.55, -0.002),
    "ambulatory": ("no_stay", 0.725, 0.18, 0.002),
    "day_care": ("no_stay", 0.072, 0.25, -0.001),
    "in_network": ("no_stay", 0.205, 0.40, 0.010),
    "stay": ("help", 0.092, 0.16, -0.002),
    "foster": ("stay", 0.49, 0.18, 0.0),
    "family": ("stay", 0.145, 0.25, 0.002),
    "secure": ("stay", 0.034, 0.35, -0.003),
    "other_stay": ("stay", 0.40, 0.15, -0.004),
    "protection": ("help", 0.082, 0.18, -0.003),
    "supervision": ("protection", 0.72, 0.10, -0.003),
    "guardianship": ("protection", 0.31, 0.15, 0.003),
    "probation": ("help", 0.018, 0.25, -0.0008),
    "pgb": ("help", 0.040, 0.30, -0.001),
}
"""Form: the wider form, its part of that in 2021, the spread of its odds, and the yearly shift.

``all`` is more than help alone: its part is above one, and its spread is relative.
"""

TRAJECTORIES_EACH: Final = {"all": 1.44, "help": 1.37, "no_stay": 1.29, "stay": 1.15}
ONE: Final = 1.04
"""Trajectories for each young person with a form, and of a form that is not named."""

AGE_SEX: Final = {"M": (0.030, 0.236, 0.222, 0.055), "V": (0.022, 0.191, 0.195, 0.049)}
"""How those with care divide over sex and age."""

ON_A_DAY: Final = {"all": 0.70, "help": 0.68, "stay": 0.76, "protection": 0.80, "probation": 0.55}
"""The part of those of a year who have care on its last day."""

SCHEMES: Final = (0.895, 0.095, 0.010)
BEFORE: Final = {
    "85099NED": "84134NED",
    "85098NED": "82972NED",
    "85100NED": "84135NED",
    "85101NED": "84137NED",
}
"""The tables from 2021 on, and what came before each."""


def form_counts(rng: np.random.Generator, help_: Floats) -> dict[str, Floats]:
    """Count young people with every form as [municipality, year], not yet rounded."""
    counts = {"help": help_.astype(np.float64)}
    steps = np.array(YEARS) - 2021
    for form, (wider, part, spread, shift) in PARTS.items():
        noise = spread * rng.normal(size=(len(help_), 1))
        level = np.clip(part + shift * steps, 0.004, None)
        counts[form] = counts[wider] * (
            level * np.exp(noise / 4) if part > 1 else _bent(level, noise)
        )
    together = counts["no_stay"] + counts["stay"]
    counts["no_stay"] = np.maximum(counts["no_stay"], counts["help"] - counts["stay"])
    counts["help"] = np.minimum(counts["help"], together)
    counts["all"] = np.maximum(counts["all"], counts["help"])
    return {form: np.rint(counts[form]) for form in FORMS}


def _bent(level: Floats, noise: Floats) -> Floats:
    """Multiply the odds of a part, so that it stays one."""
    odds = level / (1 - level) * np.exp(noise)
    return odds / (1 + odds)


def form_blocks(land: Land, people: People, counts: dict[str, Floats]) -> list[Block]:
    """Publish the forms: persons, trajectories, and the ready-made percentages."""
    persons = np.stack([not_complete(counts[form]) for form in FORMS], axis=2)
    each = np.array([TRAJECTORIES_EACH.get(form, ONE) for form in FORMS])
    days = np.stack([part * not_complete(counts[form]) for form, part in ON_A_DAY.items()], axis=2)
    day, days_each = tuple(ON_A_DAY), each[[FORMS.index(form) for form in ON_A_DAY]]
    whole = [
        _block(land, "youth_with_care", "85099NED", FORMS, persons),
        _block(land, "care_trajectories", "85099NED", FORMS, persons * each),
        _care_share(land, people, persons),
        *_shares(land, people, counts),
        *_groups(land, not_complete(counts["all"])),
    ]
    return [
        *(part for block in whole for part in _in_two_tables(block)),
        _block(land, "youth_on_reference_day", "85102NED", day, days),
        _block(land, "trajectories_on_reference_day", "85094NED", day, days * days_each),
    ]


def _care_share(land: Land, people: People, persons: Floats) -> Block:
    """Publish every form in percent of the young people it is meant for, by their age."""
    ages = {form: people.ages.sum(axis=2) for form in FORMS}
    ages |= dict.fromkeys(("protection", "supervision", "guardianship"), people.minors)
    ages |= {"probation": people.ages[:, :, 2:].sum(axis=2)}
    youth = np.stack([ages[form] for form in FORMS], axis=2).astype(np.float64)
    counts = published(with_wider(land, persons))
    values = np.round(100 * counts / with_wider(land, youth), 1)
    return Block("care_share", "85099NED", wider_codes(land), YEARS, FORMS, values, (LAST_YEAR,))


def _in_two_tables(whole: Block) -> list[Block]:
    """Divide a block as the tables are: the figures until 2020 and from 2021 do not compare."""
    cut = whole.years.index(2021)
    old = replace(
        whole,
        source=BEFORE[whole.source],
        years=whole.years[:cut],
        values=whole.values[:, :cut],
    )
    return [old, replace(whole, years=whole.years[cut:], values=whole.values[:, cut:])]


def _block(
    land: Land, topic: str, source: str, categories: tuple[str, ...], counts: Floats
) -> Block:
    period = "{}-12-31" if topic.endswith("_on_reference_day") else "{}JJ00"
    values = published(with_wider(land, counts))
    return Block(topic, source, wider_codes(land), YEARS, categories, values, (LAST_YEAR,), period)


def _shares(land: Land, people: People, counts: dict[str, Floats]) -> list[Block]:
    """Publish percentages with one decimal, none of a count that is not published."""
    minors = people.minors.astype(np.float64)
    teens = people.ages[:, :, 2:].sum(axis=2).astype(np.float64)
    under_18 = 0.93 * counts["help"]
    of = {
        "help_share": (under_18, minors),
        "stay_share": (counts["stay"], counts["help"]),
        "protection_share": (0.98 * counts["protection"], minors),
        "probation_share": (counts["probation"], teens),
    }
    blocks = []
    for topic, (part, whole) in of.items():
        share = 100 * average_wider(land, part / np.maximum(whole, 1), whole)
        known = np.isfinite(published(with_wider(land, not_complete(part))))
        values = np.where(known, np.round(share, 1), np.nan)[:, :, None]
        blocks.append(
            Block(topic, "85098NED", wider_codes(land), YEARS, ("",), values, (LAST_YEAR,))
        )
    return blocks


def _groups(land: Land, persons: Floats) -> list[Block]:
    """Publish those with care by age, by sex and by both, and by how many schemes they have."""
    crossed = np.array(list(AGE_SEX.values()))
    groups = (*(f"{age}|{sex}" for sex in AGE_SEX for age in AGES), *AGES, *AGE_SEX)
    parts = np.concatenate([crossed.ravel(), crossed.sum(axis=0), crossed.sum(axis=1)])
    schemes = persons[:, :, None] * np.array(SCHEMES)
    return [
        _block(land, "youth_with_care_by_age", "85100NED", groups, persons[:, :, None] * parts),
        _block(land, "youth_with_several", "85101NED", COMBINATIONS, schemes),
    ]
