"""What the largest provider has of an amount: it decides whether that amount may be shown."""

from collections.abc import Sequence

import narwhals.stable.v2 as nw

from core.frames import Frame


def largest_name(amount: str) -> str:
    """Name the column beside an amount: ``amount_cents`` has ``largest_cents``."""
    return f"largest_{amount.removeprefix('amount_')}"


def with_largest(
    counted: Frame, rows: Frame, by: Sequence[str], amount: str = "amount_cents"
) -> Frame:
    """Add to counted rows what the provider with most has of an amount (null is nothing).

    ``rows`` are those that were counted, with ``by``, ``provider`` and the amount. Rows without a
    provider are those of one that is not known, and may be the largest.
    """
    of_each = (
        rows.with_columns(cents=nw.col(amount).fill_null(0))
        .group_by(*by, "provider")
        .agg(cents=nw.col("cents").sum())
    )
    largest = of_each.group_by(*by).agg(nw.col("cents").max().alias(largest_name(amount)))
    whole = largest.with_columns(nw.col(largest_name(amount)).cast(nw.Int64))
    return counted.join(whole, on=list(by), how="left")
