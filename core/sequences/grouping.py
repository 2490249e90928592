"""Groups of routes that lie near each other: coordinates from distances, and k-means on those.

Every route weighs as much as there are chains that took it, so that the outcome is that of all
chains one by one. Uses numpy, scipy and scikit-learn on small results that were counted before.

Source: J.C. Gower, Biometrika 53 (1966), 325-338 (principal coordinates).
"""

from typing import Final

import numpy as np
from scipy.sparse.linalg import eigsh
from sklearn.cluster import KMeans

from core.sequences.distances import Codes, Numbers

DIMENSIONS: Final = 10
"""Coordinates that are kept: the further ones hold next to nothing of the distances."""

SEED: Final = 1
"""Of every draw, so that the same data give the same groups."""

TRIES: Final = 10
"""Beginnings that are tried, of which the best outcome stays."""


def find_places(distances: Numbers, weights: Codes) -> Numbers:
    """Give each route coordinates such that they lie as far apart as ``distances`` say.

    A row per route; the centre is the mean of all chains. Distances that no coordinates can have
    are approached.
    """
    share = weights / weights.sum()
    squares = distances**2
    means = squares @ share
    inner = -0.5 * (squares - means[:, None] - means + share @ means)
    root = np.sqrt(share)
    count = min(DIMENSIONS, len(weights) - 1)
    values, vectors = eigsh(root[:, None] * inner * root, k=count, which="LA", v0=root + 1)
    places: Numbers = vectors * np.sqrt(np.maximum(values, 0)) / root[:, None]
    return places


def find_groups(places: Numbers, weights: Codes, number: int, tries: int = TRIES) -> Codes:
    """Divide routes over a number of groups; gives the group of each, counted from 0."""
    model = KMeans(number, n_init=tries, random_state=SEED)
    labels: Codes = model.fit(places, sample_weight=weights).labels_.astype(np.int64)
    return labels
