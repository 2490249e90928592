"""Amounts with what decides whether they may be shown: how many providers, and who has most."""

import narwhals.stable.v2 as nw

from core.frames import Frame
from core.tables import MISSING
from core.trajectories.contributors import with_contributors


def count_amounts(rows: Frame, *by: str) -> Frame:
    """Add up ``amount_cents`` by some columns, beside ``providers`` and ``contributors_of`` it.

    Takes columns ``client_id``, ``provider`` and ``amount_cents`` (null is nothing). Rows without a
    provider are those of one that is not known: it is not counted.
    """
    keys = dict.fromkeys([*by, "provider"])  # the groups may be providers themselves
    of_each = (
        rows.with_columns(cents=nw.col("amount_cents").fill_null(0))
        .group_by(*keys)
        .agg(cents=nw.col("cents").sum())
        .with_columns(
            cents=nw.col("cents").cast(nw.Int64),
            is_named=nw.when(nw.col("provider") == MISSING).then(0).otherwise(1),
        )
    )
    counted = of_each.group_by(*by).agg(
        amount_cents=nw.col("cents").sum(),
        providers=nw.col("is_named").sum(),
    )
    whole = counted.with_columns(nw.col("amount_cents", "providers").cast(nw.Int64))
    return with_contributors(whole, rows, by)
