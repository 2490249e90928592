"""Made-up municipalities of which the truth is known: what a model should find again."""

from dataclasses import dataclass

import numpy as np
import pandas as pd

from core.expected.characteristics import NAMES, transformed
from core.expected.outcomes import OUTCOMES

TRUE = dict(zip(NAMES, (0.15, 0.10, 0.05, -0.10, 0.02, -0.03, 0.04, 0.05), strict=True))
"""Steps of the logit for one standard deviation of each characteristic."""

CONSTANT = -2.1


@dataclass(frozen=True)
class World:
    """How many municipalities, and by how much they differ beyond what is known of them.

    ``spread_of_logit`` is the same for all; with a ``multiple`` the variance of each count is about
    so many times that of chance, so that large municipalities differ less.
    """

    municipalities: int = 340
    spread_of_logit: float = 0.12
    multiple: float = 1.0
    regions: int = 40
    spread_of_region: float = 0.0


def simulated(seed: int, world: World | None = None, form: str = "help") -> pd.DataFrame:
    """Draw municipalities (``FEATURES``) with one form of care, published in steps of five."""
    world = world or World()
    random = np.random.default_rng(seed)
    size = world.municipalities
    youth = np.round(np.exp(random.normal(9, 0.9, size))) + 1_000
    features = pd.DataFrame({name: random.normal(20, 5, size) for name in NAMES})
    features["density"] = np.exp(random.normal(6.5, 0.9, size))
    region = np.arange(size) % world.regions
    logit = CONSTANT + standardised(features, youth) @ np.array(list(TRUE.values()))
    logit += random.normal(0, world.spread_of_logit, size)
    chance = youth * 0.11 * 0.89
    logit += random.normal(0, 1, size) * np.sqrt((world.multiple - 1) / chance)
    logit += random.normal(0, world.spread_of_region, world.regions)[region]
    counts = random.binomial(youth.astype(int), 1 / (1 + np.exp(-logit)))
    published = np.where(counts < 10, np.nan, np.round(counts / 5) * 5)
    return features.assign(
        region=[f"GM{number:04d}" for number in range(size)],
        youth_region=[f"JZ{number:02d}" for number in region],
        **{OUTCOMES[form].youth: youth, form: published},
    )


def standardised(features: pd.DataFrame, youth: np.ndarray) -> np.ndarray:
    """Write characteristics as standard deviations from the mean, both over young people."""
    values = transformed(features, NAMES).to_numpy()
    centre = np.average(values, axis=0, weights=youth)
    return (values - centre) / np.sqrt(np.average((values - centre) ** 2, axis=0, weights=youth))
