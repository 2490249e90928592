"""The characteristics of a municipality that an expectation is made from."""

from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd


@dataclass(frozen=True, slots=True)
class Characteristic:
    """A characteristic: its column in ``FEATURES`` and the topic of open data it is read from.

    With ``part_of`` it is the percentage of another category of the topic. ``logged``
    characteristics enter a model by their logarithm: twice as much is then everywhere one step.
    """

    name: str
    topic: str
    category: str = ""
    part_of: str = ""
    logged: bool = False


CHARACTERISTICS: Final = (
    Characteristic("low_income_children", "low_income_children"),
    Characteristic("single_parent", "single_parent"),
    Characteristic("benefit", "benefit"),
    Characteristic("social_score", "social_score"),
    Characteristic("education_high", "education_high"),
    Characteristic("origin_outside_europe", "origin_outside_europe"),
    Characteristic("aged_12_to_17", "population", "12-18", part_of="<23"),
    Characteristic("density", "density", logged=True),
)
"""All of them open, of a whole municipality, and none of them a form of care or of its supply."""

NAMES: Final = tuple(one.name for one in CHARACTERISTICS)
LOGGED: Final = frozenset(one.name for one in CHARACTERISTICS if one.logged)


def transformed(features: pd.DataFrame, names: tuple[str, ...]) -> pd.DataFrame:
    """Give characteristics (``FEATURES``) as a model takes them: logged ones as a logarithm.

    The logarithm is that of one more, so that nothing stays nothing.
    """
    values = features[list(names)].astype(float)
    return values.assign(**{name: np.log1p(values[name]) for name in names if name in LOGGED})
