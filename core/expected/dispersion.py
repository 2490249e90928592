"""How far municipalities differ beyond chance, and a regression that takes it into account.

The count of a municipality with n young people and a chance p is spread as

    variance = n p (1 - p) (multiple + (n - 1) spread)

The multiple is the overdispersion of a quasi-binomial model: it fades in large municipalities. The
spread does not: it is the correlation between young people of one municipality (model II of D.A.
Williams, Applied Statistics 31 (1982), 144-148), as when policy differs. Which of the two it is
follows from the squared residuals of Pearson, by the pseudo-likelihood of M. Davidian and R.J.
Carroll (JASA 82 (1987), 1079-1091); with the multiple alone the band of a large municipality would
be too narrow, with the spread alone that of a small one.
"""

from dataclasses import dataclass
from typing import Final

import numpy as np
import pandas as pd
import statsmodels.api as sm
from scipy.optimize import minimize
from statsmodels.genmod.generalized_linear_model import GLMResultsWrapper
from threadpoolctl import threadpool_limits

ROUNDS: Final = 3
"""The weights hang on the residuals and these on the weights; after so many rounds both stand."""

LARGEST: Final = 1_000.0


@dataclass(frozen=True, slots=True)
class Dispersion:
    """Variance as a multiple of that of chance, and what young people of one municipality share."""

    multiple: float = 1.0
    spread: float = 0.0

    def times_chance(self, youth: "pd.Series[float]") -> "pd.Series[float]":
        """Give how many times the variance of chance a count of so many young people has."""
        return self.multiple + (youth - 1.0).clip(lower=0.0) * self.spread


def fit_dispersed(
    shares: "pd.Series[float]", design: pd.DataFrame, youth: "pd.Series[float]"
) -> tuple[GLMResultsWrapper, Dispersion]:
    """Fit a binomial regression of shares of young people, and how far they differ beyond chance.

    The scale of the fit is the statistic of Pearson over its degrees of freedom, about 1.
    """
    with threadpool_limits(1):  # so small that threads would only wait for each other
        return _fit_in_rounds(shares, design, youth)


def _fit_in_rounds(
    shares: "pd.Series[float]", design: pd.DataFrame, youth: "pd.Series[float]"
) -> tuple[GLMResultsWrapper, Dispersion]:
    dispersion, family, start = Dispersion(), sm.families.Binomial(), None
    for _ in range(ROUNDS):
        weights = youth / dispersion.times_chance(youth)
        model = sm.GLM(shares, design, family=family, var_weights=weights)
        fit = model.fit(scale="X2", start_params=start)
        start = fit.params
        freedom = len(shares) / fit.df_resid
        chance = fit.fittedvalues * (1.0 - fit.fittedvalues) / youth
        dispersion = find_dispersion(freedom * (shares - fit.fittedvalues) ** 2 / chance, youth)
    return fit, dispersion


def find_dispersion(squares: "pd.Series[float]", youth: "pd.Series[float]") -> Dispersion:
    """Find the dispersion from squared residuals, each in variances of chance.

    Never less than chance.
    """
    size = float(youth.mean())
    others, seen = np.maximum(youth.to_numpy() - 1.0, 0.0) / size, squares.to_numpy()

    def unlikeliness(found: "np.ndarray[tuple[int], np.dtype[np.float64]]") -> float:
        times = found[0] + found[1] * others
        return float((np.log(times) + seen / times).mean())

    start = max(float(squares.mean()), 1.0)
    bounds = [(1.0, LARGEST), (0.0, LARGEST)]
    best = minimize(unlikeliness, [(start + 1) / 2, (start - 1) / 2], bounds=bounds)
    return Dispersion(float(best.x[0]), float(best.x[1] / size))
