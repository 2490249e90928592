"""Bands: between which shares the use of care of a region may lie while nothing special goes on.

A band covers 95%. It counts with chance, with what sets municipalities apart beyond what is known
of them (the dispersion of the model), with the doubt about the model, and with counts that are
published in steps of five. It is the band of a beta distribution with that mean and variance, so
that it stays between none and all, and is wider to the side where there is room.
"""

from typing import Final

import numpy as np
import pandas as pd
from scipy.stats import beta
from statsmodels.api import GEE
from statsmodels.genmod.cov_struct import Exchangeable

CERTAINTY: Final = 0.95

FEWEST_PAIRS: Final = 10
"""Pairs of municipalities of one youth region that a correlation is estimated from at the least."""

STEP_VARIANCE: Final = 5**2 / 12
"""Variance of a count that was rounded to a multiple of five."""


def measure_bands(expectations: pd.DataFrame) -> pd.DataFrame:
    """Add ``low`` and ``high`` to regions (``EXPECTATIONS``); null where nothing is expected."""
    alone = expectations.assign(group=expectations["region"], bought_by=expectations["region"])
    bands = sum_expectations(alone, correlation=0.0).set_index("group")[["low", "high"]]
    return expectations.join(bands, on="region")


def sum_expectations(members: pd.DataFrame, correlation: float) -> pd.DataFrame:
    """Add up the expectations of the members of each group, with the band around the sum.

    A row going in is a municipality (``EXPECTATIONS``) with its ``group`` and who it buys care with
    (``bought_by``); coming out a group, with its members and young people. Members that buy care
    together differ from their expectation together, by the correlation; others on their own. The
    doubt about the model is shared by all.
    """
    rows = members[members["expected"].notna() & (members["youth"] > 0)]
    parts = _variances(rows)
    groups = rows["group"]
    alone = parts["beyond"].groupby(groups).sum()
    together = _bought_together(rows, parts["beyond"])
    sums = pd.DataFrame(
        {
            "members": rows.groupby(groups).size(),
            "youth": rows["youth"].groupby(groups).sum(),
            "count": (rows["youth"] * rows["expected"]).groupby(groups).sum(),
        }
    )
    shared = parts["model"].pow(0.5).groupby(groups).sum() ** 2
    variance = (1 - correlation) * alone + correlation * together + shared
    return _banded(sums, variance + STEP_VARIANCE * sums["members"]).reset_index()


def measure_correlation(use: pd.DataFrame) -> float:
    """Estimate how far municipalities of a youth region differ together, 0 to 1.

    The exchangeable correlation of generalised estimating equations (Liang and Zeger, Biometrika
    73 (1986), 13-22) on differences (``actual`` of ``EXPECTED_USE``) in standard deviations; less
    than nothing counts as nothing, and so does what too few pairs would tell.
    """
    rows = use[use["difference"].notna() & use["youth_region"].ne("")]
    sizes = rows.groupby("youth_region").size()
    if len(sizes) < 2 or (sizes * (sizes - 1) // 2).sum() < FEWEST_PAIRS:
        return 0.0
    distance = rows["difference"] * rows["youth"] / _variances(rows).sum(axis=1).pow(0.5)
    groups = rows["youth_region"].astype("category").cat.codes
    ordered = groups.sort_values(kind="stable").index
    structure = Exchangeable()
    GEE(
        distance[ordered].to_numpy(),
        np.ones(len(rows)),
        groups=groups[ordered].to_numpy(),
        cov_struct=structure,
    ).fit()
    return float(np.clip(structure.dep_params, 0.0, 1.0))


def _variances(rows: pd.DataFrame) -> pd.DataFrame:
    """Give the variance of the count of each municipality: beyond the model, and of the model."""
    chance = rows["expected"] * (1 - rows["expected"])
    times = rows["dispersion"] + (rows["youth"] - 1).clip(lower=0) * rows["spread"]
    beyond = rows["youth"] * chance * times
    return pd.DataFrame(
        {"beyond": beyond, "model": (rows["youth"] * chance * rows["logit_error"]) ** 2}
    )


def _bought_together(rows: pd.DataFrame, variance: "pd.Series[float]") -> "pd.Series[float]":
    """Give the variance of each group if those that buy together differed wholly together."""
    deviations = variance.pow(0.5).groupby([rows["group"], rows["bought_by"]]).sum()
    return (deviations**2).groupby(level="group").sum()


def _banded(sums: pd.DataFrame, variance: "pd.Series[float]") -> pd.DataFrame:
    """Add the share and its band to the sums of groups, given the variance of the counts."""
    share = sums["count"] / sums["youth"]
    precision = (share * (1 - share) / (variance / sums["youth"] ** 2) - 1).clip(lower=1e-6)
    tails = ((1 - CERTAINTY) / 2, (1 + CERTAINTY) / 2)
    low, high = (beta.ppf(tail, share * precision, (1 - share) * precision) for tail in tails)
    return sums.assign(expected=share, low=low, high=high).drop(columns="count")
