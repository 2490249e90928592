"""The basics of the data: how much help there is in each calendar year, and whose it is.

Everything here is about all care in the data, also the forms that take no place in a chain. A
trajectory belongs to every year in which it has at least one day of care.
"""

from dataclasses import replace
from typing import Final

import narwhals.stable.v2 as nw

from core.frames import Frame
from core.tables import BASICS, MISSING, MUNICIPALITY_CLIENTS, PARTS, contributors_of
from core.trajectories.contributors import with_contributors
from core.trajectories.selection import Selection, select_active

TOP: Final = {"top_5": 5, "top_10": 10}
"""The parts that hold the largest providers of a year, and how many those are."""

NOWHERE: Final = 1_000_000
"""The place of care without a provider: beyond every top."""


def find_care_years(trajectories: Frame, selection: Selection) -> Frame:
    """Repeat each trajectory that fits the selection for every ``year`` in which it has care."""
    years = range(selection.first_year, selection.last_year + 1)
    return nw.concat([_in_year(trajectories, selection, year) for year in years], how="vertical")


def count_basics(trajectories: Frame, selection: Selection) -> Frame:
    """Count jeugdigen, trajectories and providers with care in each year (``BASICS``).

    Care without a provider counts as care, not as a provider.
    """
    flagged = find_care_years(trajectories, selection).with_columns(nameless=_flag(_nameless()))
    counted = flagged.group_by("year").agg(
        clients=nw.col("client_id").n_unique(),
        trajectories=nw.len(),
        named=nw.col("provider").n_unique(),
        nameless=nw.col("nameless").max(),
    )
    providers = nw.col("named").cast(nw.Int64) - nw.col("nameless").cast(nw.Int64)
    return _whole(counted.with_columns(providers=providers).select(*BASICS), *BASICS)


def count_parts(trajectories: Frame, selection: Selection) -> Frame:
    """Count the trajectories of each year inside and outside some parts of it (``PARTS``).

    Parts: ``ggz``, ``unknown_sector`` (the product code is not known), and the care of the 5 and
    of the 10 providers with most trajectories in that year; of equals the first by code.
    """
    placed = _placed(find_care_years(trajectories, selection))
    belongs = {
        "ggz": nw.col("sector") == "ggz",
        "unknown_sector": nw.col("sector") == MISSING,
        **{part: nw.col("place") <= size for part, size in TOP.items()},
    }
    sides = [_sides(placed, part, inside) for part, inside in belongs.items()]
    return nw.concat(sides, how="vertical")


def count_clients_by_municipality(trajectories: Frame, selection: Selection) -> Frame:
    """Count the ``clients`` with care in the period by municipality (``MUNICIPALITY_CLIENTS``)."""
    active = select_active(trajectories, selection).filter(nw.col("municipality") != MISSING)
    counted = active.group_by("municipality").agg(clients=nw.col("client_id").n_unique())
    return _whole(counted.select(*MUNICIPALITY_CLIENTS), "clients")


def count_money(declarations: Frame) -> Frame:
    """Add up the euros of lines in one row, none without lines, with who is behind them.

    Columns: ``clients``, ``providers`` (no provider is none), ``amount_cents`` and
    ``contributors_of`` it. Publish with ``Shape(counts=[], amounts=["amount_cents"])``.
    """
    lines = declarations.with_columns(everything=nw.lit(1), nameless=_flag(_nameless()))
    counted = lines.group_by("everything").agg(
        clients=nw.col("client_id").n_unique(),
        named=nw.col("provider").n_unique(),
        nameless=nw.col("nameless").max(),
        amount_cents=nw.col("amount_cents").sum(),
    )
    providers = nw.col("named").cast(nw.Int64) - nw.col("nameless").cast(nw.Int64)
    told = with_contributors(counted.with_columns(providers=providers), lines, ["everything"])
    numbers = ["clients", "providers", "amount_cents", *contributors_of("amount_cents")]
    return told.select(nw.col(*numbers).cast(nw.Int64))


def in_year(selection: Selection, year: int) -> Selection:
    """Narrow a selection to one calendar year."""
    return replace(selection, first_year=year, last_year=year)


def _in_year(trajectories: Frame, selection: Selection, year: int) -> Frame:
    named = select_active(trajectories, in_year(selection, year)).select(
        "client_id", "provider", "sector"
    )
    return named.with_columns(year=nw.lit(year).cast(nw.Int64))


def _placed(care_years: Frame) -> Frame:
    """Add ``place``: 1 for the provider with most trajectories in the year, NOWHERE for none."""
    sizes = (
        care_years.filter(~_nameless())
        .group_by("year", "provider")
        .agg(trajectories=nw.len())
        .with_columns(smallness=-nw.col("trajectories").cast(nw.Int64))
        .with_columns(
            place=nw.col("provider").cum_count().over("year", order_by=["smallness", "provider"])
        )
    )
    joined = care_years.join(
        sizes.select("year", "provider", "place"), on=["year", "provider"], how="left"
    )
    return joined.with_columns(place=nw.col("place").cast(nw.Int64).fill_null(NOWHERE))


def _sides(placed: Frame, part: str, inside: nw.Expr) -> Frame:
    side = nw.when(inside).then(nw.lit("inside")).otherwise(nw.lit("outside"))
    counted = (
        placed.with_columns(part=nw.lit(part), side=side)
        .group_by("year", "part", "side")
        .agg(trajectories=nw.len(), clients=nw.col("client_id").n_unique())
    )
    return _whole(counted.select(*PARTS), "year", "trajectories", "clients")


def _nameless() -> nw.Expr:
    return nw.col("provider") == MISSING


def _flag(condition: nw.Expr) -> nw.Expr:
    return nw.when(condition).then(nw.lit(1)).otherwise(nw.lit(0))


def _whole(frame: Frame, *names: str) -> Frame:
    return frame.with_columns(*[nw.col(name).cast(nw.Int64) for name in names])
