"""Where clients live by their own declarations, and how districts as delivered find their place.

An analysis is read, never changed. Districts come as codes of districts or neighbourhoods, with or
without letters, or as names.
"""

import re
from collections.abc import Mapping
from typing import Final

import narwhals.stable.v2 as nw
import numpy as np
import pandas as pd

from core.frames import Frame
from core.tables import DISTRICT_OWN, MISSING
from core.trajectories.selection import Selection, select_active

DISTRICT_DIGITS: Final = 6
"""A code of a district has four figures of the municipality and two more; that of a neighbourhood
begins with the code of its district."""


def count_homes(trajectories: Frame, declarations: Frame, selection: Selection) -> Frame:
    """Count ``clients`` with care in a period by ``district`` as delivered.

    Of the municipality of the selection. Where somebody moved, the last district of the period
    counts; without any a client counts under an empty one.
    """
    active = select_active(trajectories.filter(nw.col("dated")), selection)
    placed = place_clients(active.select("client_id").unique(), declarations, selection)
    counted = placed.group_by("district").agg(clients=nw.len())
    return counted.with_columns(clients=nw.col("clients").cast(nw.Int64))


def place_clients(clients: Frame, declarations: Frame, selection: Selection) -> Frame:
    """Add the ``district`` as delivered to rows of clients, empty where no line names one."""
    homes = find_homes(declarations, selection)
    placed = clients.join(homes, on="client_id", how="left")
    return placed.with_columns(district=nw.col("district").fill_null(MISSING))


def find_homes(declarations: Frame, selection: Selection) -> Frame:
    """Find the district of each client, one row each: that of the latest line before the end.

    Only lines of the municipality of the selection. Of two districts on one day the first in order
    of text counts. Clients of whom no line names a district are not in it.
    """
    own = declarations.filter(nw.col("municipality") == selection.municipality)
    told = own.filter((nw.col("district") != MISSING) & (nw.col("start") < selection.end_day))
    latest = told.group_by("client_id").agg(start=nw.col("start").max())
    lines = told.select("client_id", "start", "district")
    at_last = lines.join(latest, on=["client_id", "start"], how="semi")
    return at_last.group_by("client_id").agg(district=nw.col("district").min())


def place_homes(homes: pd.DataFrame, clusters: Mapping[str, str]) -> pd.DataFrame:
    """Add up counts by district as delivered into clusters (``DISTRICT_OWN``), a row for each.

    ``clusters`` maps a code, and the name of a district in small letters, to its cluster. What
    nobody can place counts under an empty cluster.
    """
    counts = homes.drop(columns="district")
    placed = [place_of(district, clusters) for district in homes["district"]]
    summed = counts.groupby(np.array(placed, dtype=object)).sum() if placed else counts
    every = [*dict.fromkeys(clusters.values()), MISSING]
    whole = summed.reindex(every, fill_value=0).rename_axis("cluster").reset_index()
    return whole[[*DISTRICT_OWN, *counts.columns.drop("clients")]]


def place_of(district: str, clusters: Mapping[str, str]) -> str:
    """Give the cluster of a district as delivered: a code of district or neighbourhood, or a name.

    Empty when it is none that the edition knows.
    """
    figures = re.sub(r"^[A-Za-z]{2}(?=\d)", "", district.strip())
    code = f"WK{figures[:DISTRICT_DIGITS]}"
    return clusters.get(code) or clusters.get(district.strip().casefold(), MISSING)


def places_of(districts: pd.DataFrame, clusters: pd.DataFrame) -> dict[str, str]:
    """Give where each code and each name of a district belongs: what ``place_homes`` looks up."""
    of_code = dict(zip(clusters["region"], clusters["cluster"], strict=True))
    of_name = {
        name.casefold(): of_code[region]
        for region, name in zip(districts["region"], districts["name"], strict=True)
    }
    return of_name | of_code
