"""Who refers in the fictitious country, and how trajectories end, by referrer.

National parts are those that were published; municipalities differ around them, most of all in how
much is delivered without a referrer.
"""

from typing import Final

import numpy as np

from core.codes import REFERRERS as LABELS
from core.opendata.topics import REFERRERS
from core.referrers import UNKNOWN_CODE
from core.sample.country_figures import LAST_YEAR, Block, published, wider_codes, with_wider
from core.sample.country_land import Land
from core.sample.country_people import YEARS
from core.sample.country_use import Declared
from core.sample.draws import Floats
from core.sample.places import PLACES

SHARES: Final = {
    "01": (0.340, -0.004),
    "02": (0.352, 0.001),
    "03": (0.028, 0.001),
    "04": (0.093, -0.003),
    "05": (0.048, -0.001),
    "06": (0.131, 0.006),
    "07": (0.008, -0.001),
    "08": (0.004, 0.0),
}
"""Referrer: the part of trajectories in force in 2021, and the shift of a year."""

NOT_TOLD: Final = 0.2
"""Published as unknown for each one that was declared without a referrer."""

SPREAD: Final = 60.0
"""How far municipalities differ: the sum of the weights of a Dirichlet draw."""

EARLY: Final = {"04": 0.23, "06": 0.16, "02": 0.19}
USUAL_EARLY: Final = 0.185
DAYS: Final = {"01": 385, "02": 365, "03": 350, "04": 490, "05": 400, "06": 280}
USUAL_DAYS: Final = 380
AGAIN: Final = 0.24
STARTED: Final = 0.47
ENDED: Final = 0.46
"""Of trajectories in force in a year: those that start in it, and those that end."""

SOURCE: Final = "85097NED"
FIRST_YEAR: Final = 2021
YEARS_OLD: Final = slice(0, YEARS.index(FIRST_YEAR))
YEARS_NEW: Final = slice(YEARS.index(FIRST_YEAR), None)
CATEGORIES: Final = ("", *REFERRERS)


def referral_blocks(
    rng: np.random.Generator, land: Land, trajectories: Floats, declared: Declared
) -> list[Block]:
    """Publish trajectories of help by referrer as [municipality, year, referrer].

    Until 2020 only the country is published. ``declared`` counts allocations by referrer.
    """
    shares = _shares(rng, land, declared)
    in_force = trajectories[:, :, None] * shares
    started = STARTED * in_force * np.array([1.0, 1.06, 1.1, 0.85, 1.0, 0.95, 1.0, 1.0])
    ended = ENDED * in_force
    early = np.array([EARLY.get(code, USUAL_EARLY) for code in REFERRERS]) * np.exp(
        0.12 * rng.normal(size=(len(land.codes), 1, 1))
    )
    counted = {
        "referred": in_force,
        "started": started,
        "started_again": AGAIN * started,
        "ended": ended,
        "ended_as_planned": ended * (1 - early),
        "ended_early": ended * early,
    }
    blocks = [one for topic, counts in counted.items() for one in _blocks(land, topic, counts)]
    return [*blocks, _durations(rng, land, ended)]


def _shares(rng: np.random.Generator, land: Land, declared: Declared) -> Floats:
    """Draw the parts of each municipality; those of the artificial region are as declared."""
    usual = np.array([SHARES[code][0] for code in REFERRERS])
    shift = np.array([SHARES[code][1] for code in REFERRERS])
    own = rng.dirichlet(usual * SPREAD, len(land.codes))
    for number, place in enumerate(PLACES):
        counts = [declared.get((place.code, LABELS[code]), 0) for code in REFERRERS]
        known = np.array(counts, np.float64) / max(1, sum(counts))
        none = NOT_TOLD * place.unreferred
        known[REFERRERS.index(UNKNOWN_CODE)] = 0.0
        own[number] = (1 - none) * known / known.sum()
        own[number, REFERRERS.index(UNKNOWN_CODE)] = none
    steps = np.array(YEARS) - FIRST_YEAR
    moved = np.maximum(own[:, None, :] + steps[:, None] * shift, 0.0005)
    return moved / moved.sum(axis=2, keepdims=True)


def _blocks(land: Land, topic: str, counts: Floats) -> list[Block]:
    whole = np.concatenate([counts.sum(axis=2, keepdims=True), counts], axis=2)
    values = published(with_wider(land, whole))
    codes = wider_codes(land)
    return [
        Block(topic, "82970NED", codes[:1], YEARS[YEARS_OLD], CATEGORIES, values[:1, YEARS_OLD]),
        Block(
            topic,
            SOURCE,
            codes,
            YEARS[YEARS_NEW],
            CATEGORIES,
            values[:, YEARS_NEW],
            (LAST_YEAR,),
        ),
    ]


def _durations(rng: np.random.Generator, land: Land, ended: Floats) -> Block:
    """Publish mean days of what ended, where ten or more did."""
    usual = np.array([DAYS.get(code, USUAL_DAYS) for code in REFERRERS], np.float64)
    own = usual * np.exp(0.1 * rng.normal(size=(len(land.codes), 1, 1))) * np.ones_like(ended)
    both = [
        with_wider(land, np.concatenate([one.sum(axis=2, keepdims=True), one], axis=2))
        for one in (own * ended, ended)
    ]
    known = np.isfinite(published(both[1]))
    with np.errstate(invalid="ignore", divide="ignore"):
        means = np.where(known, np.rint(both[0] / both[1]), np.nan)
    return Block(
        "mean_duration",
        SOURCE,
        wider_codes(land),
        YEARS[YEARS_NEW],
        CATEGORIES,
        means[:, YEARS_NEW],
        (LAST_YEAR,),
    )
