"""Counts that stay readable when numbers are small: full grids, and rare categories merged.

A row that is absent tells that nobody is there, which a protected table must not; and a table full
of hidden cells tells nothing at all. Both are cured before anything is published.
"""

from collections.abc import Sequence

import narwhals.stable.v2 as nw

from core.frames import Frame


def fill_grid(counted: Frame, groups: Frame, column: str, values: Sequence[str]) -> Frame:
    """Give every group a row for every value of a text column, with zeros where nobody was.

    ``groups`` holds the distinct keys of the rows to be; every other column of ``counted`` is a
    count, and comes back as Int64.
    """
    keys = [*groups.collect_schema().names(), column]
    counts = [name for name in counted.collect_schema().names() if name not in keys]
    cells = nw.concat([groups.with_columns(nw.lit(v).alias(column)) for v in values])
    filled = cells.join(counted, on=keys, how="left")
    return filled.with_columns(*[nw.col(name).cast(nw.Int64).fill_null(0) for name in counts])


def merge_rare(frame: Frame, category: str, other: str, persons: int, within: str = "") -> Frame:
    """Rename the categories with fewer persons than this to ``other``, group by group.

    When those together are still fewer, the smallest of the rest joins them, so that no count of
    the result stands for fewer persons (except where a whole group does). ``within`` names the
    column of the groups; without it all rows are one.
    """
    by = [within] if within else ["everyone"]
    rows = frame.with_columns(everyone=nw.lit(1))
    sizes = rows.group_by(*by, category).agg(clients=nw.col("client_id").n_unique())
    smaller = nw.col("clients").cum_sum().over(*by, order_by=["clients", category])
    merged = (
        sizes.with_columns(nw.col("clients").cast(nw.Int64))
        .with_columns(smaller=smaller)
        .with_columns(smaller=nw.col("smaller").cast(nw.Int64) - nw.col("clients"))
        .with_columns(kept=_kept(category, other, persons))
        .select(*by, category, "kept")
    )
    joined = rows.join(merged, on=[*by, category], how="left")
    return joined.with_columns(nw.col("kept").alias(category)).drop("kept", "everyone")


def _kept(category: str, other: str, persons: int) -> nw.Expr:
    few = nw.col("clients") < persons
    needed = (nw.col("smaller") > 0) & (nw.col("smaller") < persons)
    return nw.when(few | needed).then(nw.lit(other)).otherwise(nw.col(category))
