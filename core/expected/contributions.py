"""What each characteristic adds to the expectation of a region, in shares of its young people.

The model adds up on the scale of the logit. A contribution is its part there times the slope
between the expectation of a region that is average in everything and the own one. So the
contributions add up exactly to the distance between the two. They are associations and no causes,
and characteristics that go together share what they say: read them as a whole.
"""

import numpy as np
import pandas as pd
from scipy.special import expit

from core.expected.characteristics import LOGGED
from core.expected.folds import find_folds
from core.expected.model import CONSTANT, Expected, design_of
from core.expected.use import Comparison


def find_contributions(
    comparison: Comparison, features: pd.DataFrame, members: list[str]
) -> pd.DataFrame:
    """Give what each characteristic adds for the members together (``CONTRIBUTIONS``).

    ``value`` is the mean of the members, weighted by young people, ``usual`` that of all;
    ``points`` add up to the expectation less ``start``, that of a region average in everything.
    """
    rows = features.assign(fold=find_folds(features))
    rows = rows[rows["region"].isin(members) & comparison.use["difference"].notna()]
    if rows.empty:
        return pd.DataFrame(columns=["characteristic", "value", "usual", "points", "start"])
    parts = [
        _points(comparison.models[fold], rows[rows["fold"] == fold]) for fold in set(rows["fold"])
    ]
    points = pd.concat(parts).loc[rows.index]
    weights = rows[comparison.outcome.youth] / rows[comparison.outcome.youth].sum()
    model = next(iter(comparison.models.values()))
    names = list(model.characteristics)
    return pd.DataFrame(
        {
            "characteristic": names,
            "value": rows[names].mul(weights, axis=0).sum().to_numpy(),
            "usual": _usual(model).to_numpy(),
            "points": points[names].mul(weights, axis=0).sum().to_numpy(),
            "start": float((points["start"] * weights).sum()),
        }
    )


def _points(model: Expected, rows: pd.DataFrame) -> pd.DataFrame:
    """Give the contributions of each municipality, and the expectation they start from."""
    steps = design_of(model, rows) * model.coefficients
    parts = steps.drop(columns=CONSTANT)
    start = float(expit(model.coefficients[CONSTANT]))
    distance = parts.sum(axis=1)
    expected = expit(model.coefficients[CONSTANT] + distance)
    flat = distance.abs() < 1e-9
    slope = ((expected - start) / distance.mask(flat, 1.0)).mask(flat, start * (1 - start))
    return parts.mul(slope, axis=0).assign(start=start)


def _usual(model: Expected) -> "pd.Series[float]":
    """Give the mean over young people of each characteristic, as it is published."""
    return pd.Series(
        {
            name: float(np.expm1(value)) if name in LOGGED else value
            for name, value in model.centre.items()
        }
    )
