"""Adherence by organisation: before which part of the third starts there was a talk.

The rate of an agreement is what was kept of what could be kept or broken: evaluated of evaluated
and not evaluated. What is unknown and what is excepted stand apart, and clients whom the agreement
does not touch are in no denominator.
"""

from typing import Final

import narwhals.stable.v2 as nw

from core.frames import Frame
from core.tables import MISSING
from core.trajectories.grids import fill_grid
from core.trajectories.thirds import EVALUATED, count_thirds

ORGANISATIONS: Final = ("municipality", "provider")
APART: Final = ("unknown", "excepted")


def merge_small(thirds: Frame, column: str, other: str, persons: int) -> Frame:
    """Rename organisations of which either side of the rate is about fewer persons than this.

    They are one row together; when that is still small, the smallest of the rest joins it. What was
    delivered without an organisation goes there too.
    """
    smaller = nw.col("fewest").cum_sum().over("everyone", order_by=["fewest", column])
    sizes = _fewest(thirds, column).with_columns(everyone=nw.lit(1))
    placed = sizes.with_columns(before=smaller).with_columns(
        before=nw.col("before").cast(nw.Int64) - nw.col("fewest")
    )
    few = (nw.col("fewest") < persons) | (nw.col(column) == MISSING)
    needed = (nw.col("before") > 0) & (nw.col("before") < persons)
    kept = nw.when(few | needed).then(nw.lit(other)).otherwise(nw.col(column))
    named = placed.with_columns(kept=kept).select(column, "kept")
    joined = thirds.join(named, on=column, how="left")
    return joined.with_columns(nw.col("kept").fill_null(other).alias(column)).drop("kept")


def count_adherence(thirds: Frame, column: str) -> Frame:
    """Count third starts by organisation and status, with zeros: ``THIRD_COUNTS`` after the key."""
    groups = thirds.select(column).unique()
    return count_thirds(thirds, groups, (*EVALUATED, *APART))


def _fewest(thirds: Frame, column: str) -> Frame:
    """Give each organisation the number of persons on its smaller side: ``fewest``."""
    sides = (
        thirds.filter(nw.col("status").is_in(list(EVALUATED)))
        .group_by(column, "status")
        .agg(clients=nw.col("client_id").n_unique())
    )
    filled = fill_grid(sides, thirds.select(column).unique(), "status", EVALUATED)
    fewest = filled.group_by(column).agg(fewest=nw.col("clients").min())
    return fewest.with_columns(nw.col("fewest").cast(nw.Int64))
