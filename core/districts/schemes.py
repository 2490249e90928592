"""More than one scheme by district: clients with youth care and help by another law at one time."""

from collections.abc import Mapping
from typing import Final

import narwhals.stable.v2 as nw
import pandas as pd

from core.districts.homes import place_clients, place_homes
from core.frames import Frame
from core.opendata.shelf import Shelf, figures_of
from core.stacking.schemes import BITS, YOUTH
from core.stacking.sweep import find_stretches
from core.trajectories.selection import Selection

SEVERAL: Final = "youth_with_several"
SIDES: Final = ("together", "other")
"""Clients with another scheme on one of the days of their youth care, and all others."""


def find_several(shelf: Shelf, municipality: str) -> pd.DataFrame:
    """Give how many young people of a municipality have one or more forms of youth care.

    Rows of ``OPEN_FIGURES`` by ``category``, of the newest whole year with any figure.
    """
    rows = figures_of(shelf, SEVERAL)
    own = rows[(rows["region"] == municipality) & rows["period"].str.contains("JJ")]
    newest = own.loc[own["value"].notna(), "year"].max()
    return own[own["year"] == newest].reset_index(drop=True)


def count_scheme_homes(scheme_days: Frame, declarations: Frame, selection: Selection) -> Frame:
    """Count, by ``district`` as delivered, clients with youth care in the period.

    ``together`` had another scheme on at least one day of it, ``other`` did not. Takes the days of
    ``core.stacking.schemes.find_scheme_days`` for the same selection.
    """
    youth = scheme_days.filter(nw.col("bit") == BITS[YOUTH]).select("client_id").unique()
    marked = find_together(scheme_days).with_columns(both=nw.lit(1).cast(nw.Int64))
    told = youth.join(marked, on="client_id", how="left")
    whole = told.with_columns(both=nw.col("both").fill_null(0).cast(nw.Int64))
    placed = place_clients(whole, declarations, selection).group_by("district")
    counted = placed.agg(clients=nw.len(), together=nw.col("both").sum())
    names = [nw.col(name).cast(nw.Int64) for name in ("clients", "together")]
    cast = counted.with_columns(*names)
    return cast.with_columns(other=nw.col("clients") - nw.col("together"))


def divide_homes(homes: pd.DataFrame, clusters: Mapping[str, str]) -> pd.DataFrame:
    """Add up counts by district into clusters: ``cluster``, ``side`` and ``clients``.

    Every cluster has a row for each of SIDES; ``clusters`` as ``place_homes`` takes them.
    """
    placed = place_homes(homes, clusters)
    sides = placed[["cluster", *SIDES]]  # a column that is left over cannot be named again
    return sides.melt("cluster", list(SIDES), var_name="side", value_name="clients")


def lay_beside(divided: pd.DataFrame) -> pd.DataFrame:
    """Lay published clients out with a row for each ``cluster`` and a column for each of SIDES."""
    sides = [divided[divided["side"] == side].set_index("cluster")["clients"] for side in SIDES]
    return pd.concat(sides, axis=1, keys=SIDES).reset_index()


def find_together(scheme_days: Frame) -> Frame:
    """Find the clients with youth care and another scheme on one and the same day, a row each."""
    held = find_stretches(scheme_days.with_columns(weight=nw.col("bit")), ["client_id"])
    both = (nw.col("running") % 2 == BITS[YOUTH]) & (nw.col("running") > BITS[YOUTH])
    return held.filter(both).select("client_id").unique()
