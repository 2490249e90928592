"""What one day shows beside what everybody who entered shows: how long care lasts.

On one day long trajectories are met more often than short ones, which are mostly over or still to
come: that is length bias. Who asks how long care lasts has to ask those who began.
"""

from typing import Final

import narwhals.stable.v2 as nw

from core.frames import Frame
from core.timing.horizon import first_unsettled
from core.trajectories.rules import Rules

YEAR_DAYS: Final = 365

STANDING: Final = "standing"
ENTERED: Final = "entered"
READINGS: Final = (STANDING, ENTERED)


def count_beside(trajectories: Frame, rules: Rules) -> Frame:
    """Count ``trajectories`` and ``clients`` by ``reading`` and ``long`` (yes or no).

    ``standing``: care on both sides of the horizon, long when it began over a year before.
    ``entered``: what began in the year that ends a year before the horizon, so that all were
    followed for a year; long when it lasted over a year.
    """
    until = first_unsettled(rules)
    day, start = nw.lit(until), nw.col("start")
    standing = trajectories.filter((start < until) & (nw.col("end") > until))
    entered = trajectories.filter((start >= until - 2 * YEAR_DAYS) & (start < until - YEAR_DAYS))
    lasted = nw.min_horizontal(nw.col("end"), day) - start
    parts = [
        standing.with_columns(reading=nw.lit(STANDING), lasted=lasted),
        entered.with_columns(reading=nw.lit(ENTERED), lasted=lasted),
    ]
    is_long = nw.when(nw.col("lasted") > YEAR_DAYS).then(nw.lit("yes")).otherwise(nw.lit("no"))
    both = nw.concat([part.select("client_id", "reading", "lasted") for part in parts])
    counted = (
        both.with_columns(long=is_long)
        .group_by("reading", "long")
        .agg(trajectories=nw.len(), clients=nw.col("client_id").n_unique())
    )
    return counted.with_columns(nw.col("trajectories", "clients").cast(nw.Int64))
