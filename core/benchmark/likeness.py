"""Why municipalities resemble each other: their characteristics side by side, and how far apart."""

from collections.abc import Collection, Sequence

import pandas as pd

from core.benchmark.neighbours import find_neighbours


def measure_likeness(
    characteristics: pd.DataFrame, standardised: pd.DataFrame, area: str, peers: Sequence[str]
) -> pd.DataFrame:
    """Lay each measured characteristic of ``area`` beside its peers (``LIKENESS``).

    ``own`` is its value, ``middle`` the median of the peers, ``low`` and ``high`` their extremes,
    and ``difference`` how many standard deviations ``own`` lies above the median.
    """
    names = list(standardised.columns)
    group = characteristics.reindex(list(peers))[names].astype("float64")
    apart = standardised.loc[area] - standardised.reindex(list(peers)).median()
    return pd.DataFrame(
        {
            "characteristic": names,
            "own": characteristics.loc[area, names].astype("float64").to_numpy(),
            "middle": group.median().to_numpy(),
            "low": group.min().to_numpy(),
            "high": group.max().to_numpy(),
            "difference": apart.astype("float64").to_numpy(),
        }
    )


def find_differences(standardised: pd.DataFrame, area: str, peers: Sequence[str]) -> pd.DataFrame:
    """Give how far each peer lies from ``area``, a row a peer and characteristic (``APART``).

    ``difference`` is in standard deviations, positive where the peer has more. What is not known of
    either gives no row.
    """
    apart = standardised.reindex(list(peers)) - standardised.loc[area]
    rows = apart.rename_axis("region").reset_index()
    long = rows.melt("region", var_name="characteristic", value_name="difference")
    return long.dropna(subset=["difference"]).reset_index(drop=True)


def measure_distances(
    standardised: pd.DataFrame, area: str, peers: Collection[str]
) -> "pd.Series[float]":
    """Give the distance of each peer by code; missing for one that cannot be measured."""
    found = find_neighbours(standardised, area, peers, len(peers)).set_index("region")
    return found["distance"].reindex(list(peers))
