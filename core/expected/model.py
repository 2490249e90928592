"""The expectation: which share of young people has a kind of care where people live like this.

A binomial regression (logit) of municipalities on their characteristics, fitted by statsmodels.
Municipalities differ by more than chance (``core.expected.dispersion``), and weigh accordingly: by
their young people where chance decides, more evenly where policy does.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd
import statsmodels.api as sm
from scipy.special import expit

from core.expected.characteristics import NAMES, transformed
from core.expected.dispersion import Dispersion, fit_dispersed
from core.expected.outcomes import Outcome

CONSTANT: Final = "const"

FEWEST: Final = 40
"""Municipalities with which a model is fitted at the least."""

NEARLY_ALL: Final = 0.95
"""The part of the municipalities of some size and larger that must have a published figure."""


@dataclass(frozen=True, slots=True, eq=False)
class Expected:
    """A fitted model of one outcome.

    ``centre`` and ``scale`` are the mean and the standard deviation over young people of each
    characteristic as the model takes it; ``coefficients`` are steps of the logit per scale, after
    the constant.
    """

    outcome: Outcome
    centre: "pd.Series[float]"
    scale: "pd.Series[float]"
    coefficients: "pd.Series[float]"
    covariance: pd.DataFrame
    dispersion: Dispersion
    municipalities: int

    @property
    def characteristics(self) -> tuple[str, ...]:
        """The names of the characteristics, as columns of ``FEATURES``."""
        return tuple(self.centre.index)


def usable(
    features: pd.DataFrame, outcome: Outcome, characteristics: Sequence[str] = NAMES
) -> pd.DataFrame:
    """Keep the municipalities (``FEATURES``) of which all is known that a model needs.

    Small counts are not published. Among small municipalities only the high figures would then be
    known, and all would seem to be expected too much: only those from a size on take part of which
    nearly all have a figure.
    """
    needed = features[[outcome.form, outcome.youth, *characteristics]]
    large = features[outcome.youth] >= smallest_size(features, outcome)
    return features[large & needed.notna().all(axis=1)]


def smallest_size(features: pd.DataFrame, outcome: Outcome) -> float:
    """Give the young people from which on nearly all municipalities have a figure of an outcome.

    Infinite when it is so for no size.
    """
    rows = features[features[outcome.youth] > 0].sort_values(outcome.youth, ascending=False)
    published = rows[outcome.form].notna().expanding().mean()
    enough = rows[outcome.youth][published >= NEARLY_ALL]
    return float(enough.min()) if len(enough) else float("inf")


def is_enough(
    features: pd.DataFrame, outcome: Outcome, characteristics: Sequence[str] = NAMES
) -> bool:
    """Tell whether a model can be fitted: enough municipalities of which all is known."""
    return len(usable(features, outcome, characteristics)) >= FEWEST


def fit_expected(
    features: pd.DataFrame, outcome: Outcome, characteristics: Sequence[str] = NAMES
) -> Expected:
    """Fit the expectation of an outcome on municipalities (``FEATURES``).

    Only municipalities that are ``usable`` take part. Raises ValueError when they are too few
    (``is_enough``).
    """
    rows = usable(features, outcome, characteristics)
    if len(rows) < FEWEST:
        raise ValueError("too few municipalities to fit an expectation on")
    youth = rows[outcome.youth].astype(float)
    values = transformed(rows, tuple(characteristics))
    centre = values.mul(youth, axis=0).sum() / youth.sum()
    scale = np.sqrt((values - centre).pow(2).mul(youth, axis=0).sum() / youth.sum())
    scale = scale.where(scale > 0, 1.0)
    design = sm.add_constant((values - centre) / scale, has_constant="add")
    shares = (rows[outcome.form] / youth).clip(0.0, 1.0)
    fit, dispersion = fit_dispersed(shares, design, youth)
    return Expected(outcome, centre, scale, fit.params, fit.cov_params(), dispersion, len(rows))


def predict(expected: Expected, features: pd.DataFrame) -> pd.DataFrame:
    """Give each region of ``FEATURES`` its expectation (``EXPECTATIONS``), in the same order.

    A region needs the characteristics and the young people, not the outcome. Where one is unknown
    the expectation is null. Districts may be asked as well as municipalities.
    """
    design = design_of(expected, features)
    logit = design @ expected.coefficients
    variance = ((design @ expected.covariance) * design).sum(axis=1, skipna=False)
    return pd.DataFrame(
        {
            "region": features["region"],
            "youth": features[expected.outcome.youth].astype(float),
            "expected": expit(logit),
            "logit_error": np.sqrt(variance),
            "dispersion": expected.dispersion.multiple,
            "spread": expected.dispersion.spread,
        },
        index=features.index,
    )


def design_of(expected: Expected, features: pd.DataFrame) -> pd.DataFrame:
    """Give the characteristics as steps from the centre, after a constant; null where unknown."""
    values = transformed(features, expected.characteristics)
    return sm.add_constant((values - expected.centre) / expected.scale, has_constant="add")
