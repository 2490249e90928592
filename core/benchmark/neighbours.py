"""Nearest neighbours: the municipalities whose characteristics resemble those of one the most."""

from collections.abc import Collection
from typing import Final

import numpy as np
import pandas as pd
from sklearn.neighbors import NearestNeighbors

NEAR: Final = 0.5
FAR: Final = 1.0
"""Distances in standard deviations: up to NEAR two are alike, beyond FAR they are not."""


def find_neighbours(
    standardised: pd.DataFrame, area: str, among: Collection[str], number: int
) -> pd.DataFrame:
    """Find the nearest of some municipalities: ``region`` and ``distance``, the nearest first.

    Distance is the root of the mean squared difference over the characteristics that ``area`` has,
    in standard deviations. Municipalities that lack one of those are left out, for nobody knows
    how far they are. Ties stand in order of code, so that the order of the rows decides nothing.
    """
    candidates = comparable(standardised, area, among)
    known = candidates.columns
    if not number or candidates.empty or not len(known):
        return pd.DataFrame({"region": pd.Series(dtype=str), "distance": pd.Series(dtype=float)})
    model = NearestNeighbors(n_neighbors=len(candidates)).fit(candidates.to_numpy())
    distances, places = model.kneighbors(standardised.loc[[area], known].to_numpy())
    found = pd.DataFrame(
        {
            "region": candidates.index[places[0]],
            "distance": (distances[0] / np.sqrt(len(known))).round(9),
        }
    )
    return found.sort_values(["distance", "region"]).head(number).reset_index(drop=True)


def comparable(standardised: pd.DataFrame, area: str, among: Collection[str]) -> pd.DataFrame:
    """Give the candidates that have every characteristic of ``area``, without itself, by code."""
    if area not in standardised.index:
        return standardised.iloc[:0]
    own = standardised.loc[area]
    known = [name for name in standardised.columns if pd.notna(own[name])]
    others = standardised.index.isin(list(among)) & (standardised.index != area)
    return standardised.loc[others, known].dropna().sort_index()
