"""The expectation: which share of young people has a kind of care where people live like this.

A binomial regression (logit) of municipalities on their characteristics, fitted by statsmodels.
Municipalities differ by more than chance: the count of one is spread as

    variance = n p (1 - p) (1 + (n - 1) spread)

and the spread is what makes the statistic of Pearson equal to its degrees of freedom (model II of
D.A. Williams, Applied Statistics 31 (1982), 144-148). A plain quasi-binomial model would let the
doubt vanish in large municipalities, where policy differs as much as in small ones.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd
import statsmodels.api as sm
from scipy.optimize import brentq
from statsmodels.genmod.generalized_linear_model import GLMResultsWrapper

from core.expected.characteristics import NAMES, transformed
from core.expected.outcomes import Outcome

CONSTANT: Final = "const"

FEWEST: Final = 40
"""Municipalities with which a model is fitted at the least."""

LARGEST_SPREAD: Final = 0.5
"""Where the search for the spread ends; in practice it lies far below 0.01."""


@dataclass(frozen=True, slots=True, eq=False)
class Expected:
    """A fitted model of one outcome.

    ``centre`` and ``scale`` are the mean and the standard deviation over young people of each
    characteristic as the model takes it; ``coefficients`` are steps of the logit per scale, after
    the constant. ``spread`` is the correlation between two young people of one municipality.
    """

    outcome: Outcome
    centre: "pd.Series[float]"
    scale: "pd.Series[float]"
    coefficients: "pd.Series[float]"
    covariance: pd.DataFrame
    spread: float
    municipalities: int

    @property
    def characteristics(self) -> tuple[str, ...]:
        """The names of the characteristics, as columns of ``FEATURES``."""
        return tuple(self.centre.index)


def usable(
    features: pd.DataFrame, outcome: Outcome, characteristics: Sequence[str] = NAMES
) -> pd.DataFrame:
    """Keep the municipalities (``FEATURES``) of which all is known that a model needs."""
    needed = features[[outcome.form, outcome.youth, *characteristics]]
    return features[needed.notna().all(axis=1) & (features[outcome.youth] > 0)]


def is_enough(
    features: pd.DataFrame, outcome: Outcome, characteristics: Sequence[str] = NAMES
) -> bool:
    """Tell whether a model can be fitted: enough municipalities of which all is known."""
    return len(usable(features, outcome, characteristics)) >= FEWEST


def fit_expected(
    features: pd.DataFrame, outcome: Outcome, characteristics: Sequence[str] = NAMES
) -> Expected:
    """Fit the expectation of an outcome on municipalities (``FEATURES``).

    Municipalities of which anything is unknown are left out; ``usable`` says which stay. Raises
    ValueError when too few are left (``is_enough``).
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
    spread = find_spread(shares, design, youth)
    fit = _fitted(shares, design, youth, spread)
    return Expected(outcome, centre, scale, fit.params, fit.cov_params(), spread, len(rows))


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
            "expected": 1.0 / (1.0 + np.exp(-logit)),
            "logit_error": np.sqrt(variance),
            "spread": expected.spread,
        },
        index=features.index,
    )


def design_of(expected: Expected, features: pd.DataFrame) -> pd.DataFrame:
    """Give the characteristics as steps from the centre, after a constant; null where unknown."""
    values = transformed(features, expected.characteristics)
    return sm.add_constant((values - expected.centre) / expected.scale, has_constant="add")


def find_spread(
    shares: "pd.Series[float]", design: pd.DataFrame, youth: "pd.Series[float]"
) -> float:
    """Find the spread between municipalities beyond chance; 0 when chance explains it all."""

    def excess(spread: float) -> float:
        fit = _fitted(shares, design, youth, spread)
        return float(fit.pearson_chi2 - fit.df_resid)

    if excess(0.0) <= 0:
        return 0.0
    if excess(LARGEST_SPREAD) >= 0:
        return LARGEST_SPREAD
    return float(brentq(excess, 0.0, LARGEST_SPREAD, xtol=1e-7, rtol=1e-3))


def _fitted(
    shares: "pd.Series[float]", design: pd.DataFrame, youth: "pd.Series[float]", spread: float
) -> GLMResultsWrapper:
    """Fit the regression; the weight of a municipality is its young people, damped by the spread.

    With that weight the scale is 1 by construction.
    """
    weights = youth / (1.0 + (youth - 1.0) * spread)
    return sm.GLM(shares, design, family=sm.families.Binomial(), var_weights=weights).fit()
