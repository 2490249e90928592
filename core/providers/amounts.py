"""Amounts with what decides whether they may be shown: how many providers, and the largest one."""

import narwhals.stable.v2 as nw

from core.frames import Frame
from core.tables import MISSING


def count_amounts(rows: Frame, *by: str) -> Frame:
    """Add up ``amount_cents`` by some columns, beside ``providers`` and ``largest_cents``.

    Takes columns ``provider`` and ``amount_cents`` (null is nothing). Rows without a provider are
    those of one that is not known: it is not counted, and may be the largest.
    """
    of_each = (
        rows.with_columns(cents=nw.col("amount_cents").fill_null(0))
        .group_by(*by, "provider")
        .agg(cents=nw.col("cents").sum())
        .with_columns(
            cents=nw.col("cents").cast(nw.Int64),
            is_named=nw.when(nw.col("provider") == MISSING).then(0).otherwise(1),
        )
    )
    counted = of_each.group_by(*by).agg(
        amount_cents=nw.col("cents").sum(),
        largest_cents=nw.col("cents").max(),
        providers=nw.col("is_named").sum(),
    )
    return counted.with_columns(nw.col("amount_cents", "largest_cents", "providers").cast(nw.Int64))
