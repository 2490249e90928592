"""How well groups divide routes: indices by which the number of groups is chosen.

Every route weighs as much as there are chains that took it; each index is that of all chains one
by one. Names and choice follow WeightedCluster (M. Studer, LIVES Working Papers 24, 2013).
"""

import numpy as np

from core.sequences.distances import Codes, Numbers


def measure_silhouette(distances: Numbers, weights: Codes, groups: Codes) -> float:
    """Give the mean silhouette: 1 when every chain lies far nearer its own group, 0 when alike.

    Of a chain alone in its group it is 0. Source: P. Rousseeuw, J. Comput. Appl. Math. 20 (1987).
    """
    sizes, sums = _by_group(distances, weights, groups)
    rows = np.arange(len(groups))
    own_size = sizes[groups]
    own = sums[rows, groups] / np.maximum(own_size - 1, 1)
    others = sums / sizes
    others[rows, groups] = np.inf
    nearest = others.min(axis=1)
    largest = np.maximum(own, nearest)
    widths = np.where(
        (own_size > 1) & (largest > 0), (nearest - own) / np.maximum(largest, 1e-12), 0
    )
    return float(np.average(widths, weights=weights))


def measure_separation(distances: Numbers, weights: Codes, groups: Codes) -> float:
    """Give the index of Calinski and Harabasz on squared distances: larger is further apart.

    Infinite when nothing differs within the groups. Source: Commun. Stat. 3 (1974), 1-27.
    """
    number, chains = int(groups.max()) + 1, int(weights.sum())
    sizes, sums = _by_group(distances**2, weights, groups)
    all_of_it = weights @ sums.sum(axis=1) / (2 * chains)
    within = sum(
        weights[groups == group] @ sums[groups == group, group] / (2 * sizes[group])
        for group in range(number)
    )
    if within <= 0:
        return float("inf")
    return float((all_of_it - within) / (number - 1) / (within / (chains - number)))


def measure_correlation(distances: Numbers, weights: Codes, groups: Codes) -> float:
    """Give the point biserial correlation of the distance of two chains with being apart.

    1 when all pairs in one group lie equally near and all others equally far; 0 without any
    difference. Source: G. Milligan and M. Cooper, Psychometrika 50 (1985), 159-179.
    """
    pairs = weights[:, None] * weights - np.diag(weights)
    apart = (groups[:, None] != groups).astype(float)
    whole = pairs.sum()
    near, far = (pairs * distances).sum() / whole, (pairs * apart).sum() / whole
    together = (pairs * (distances - near) * (apart - far)).sum()
    spread = (pairs * (distances - near) ** 2).sum() * (pairs * (apart - far) ** 2).sum()
    return float(together / np.sqrt(spread)) if spread > 0 else 0.0


def _by_group(distances: Numbers, weights: Codes, groups: Codes) -> tuple[Numbers, Numbers]:
    """Give the chains of each group, and how far each route lies from all of those together."""
    member = (groups[:, None] == np.arange(groups.max() + 1)) * weights[:, None]
    return member.sum(axis=0).astype(float), distances @ member
