"""What was declared of each lot of the purchase: lines laid beside what was agreed on products."""

from typing import Final

import narwhals.stable.v2 as nw

from core.frames import Frame
from core.providers.amounts import count_amounts
from core.tables import LOT_RATES, LOT_USE, MISSING, contributors_of
from core.trajectories.calendar import year_of

AGREED, OTHER_RATE = "agreed", "other"
RATES: Final = (AGREED, OTHER_RATE)


def find_lot_lines(declarations: Frame, lots: Frame) -> Frame:
    """Lay lines beside what was agreed; of a line without a lot ``lot`` is MISSING.

    Columns: ``client_id``, ``provider``, ``year``, ``lot``, ``amount_cents``, ``rate_cents`` and
    ``agreed_cents``. A line belongs to the year in which it begins; only years that ``lots`` tells
    about are kept.
    """
    dated = declarations.with_columns(year=year_of(nw.col("start")).cast(nw.Int64))
    told = dated.select("client_id", "provider", "product", "year", "amount_cents", "rate_cents")
    within = told.join(lots.select("year").unique(), on="year", how="semi")
    agreed = lots.select("product", "year", "lot", "agreed_cents")
    joined = within.join(agreed, on=["product", "year"], how="left").drop("product")
    return joined.with_columns(lot=nw.col("lot").fill_null(MISSING))


def count_lot_use(lines: Frame) -> Frame:
    """Count what was declared of each lot in each year (``LOT_USE``)."""
    counted = lines.group_by("lot", "year").agg(
        lines=nw.len(), clients=nw.col("client_id").n_unique()
    )
    amounts = count_amounts(lines, "lot", "year")
    whole = counted.with_columns(nw.col("lines", "clients").cast(nw.Int64))
    told = whole.join(amounts, on=["lot", "year"], how="left")
    return told.select(*LOT_USE, *contributors_of("amount_cents"))


def count_lot_rates(lines: Frame) -> Frame:
    """Count lines at the agreed rate and at another (``LOT_RATES``), where both are known."""
    known = ~(nw.col("rate_cents").is_null() | nw.col("agreed_cents").is_null())
    is_agreed = nw.col("rate_cents") == nw.col("agreed_cents")
    rated = lines.filter(known & (nw.col("lot") != MISSING)).with_columns(
        rate=nw.when(is_agreed).then(nw.lit(AGREED)).otherwise(nw.lit(OTHER_RATE))
    )
    counted = rated.group_by("lot", "year", "rate").agg(
        lines=nw.len(), clients=nw.col("client_id").n_unique()
    )
    return counted.with_columns(nw.col("lines", "clients").cast(nw.Int64)).select(*LOT_RATES)
