"""Trajectories as the help ran: a step on paper only goes on with what was there before it.

A new contract or code ends a trajectory in the registration, and not in the life of a young person
(``core.trajectories.administrative``). Whoever asks when help ended has to look past it.
"""

from typing import Final

import narwhals.stable.v2 as nw

from core.frames import Frame
from core.trajectories.chains import ADMINISTRATIVE

NEAR_DAYS: Final = 31
"""A step on paper goes on with care that ended or began at most so many days from it."""

FROM_LAST: Final = ("end", "status", "end_reason", "level")
"""What a trajectory takes from the last step on paper that goes on with it."""


def find_continuing(chains: Frame) -> Frame:
    """Keep the trajectories of kind next, each with the ending of what it went on as.

    Takes rows of ``CHAINED`` with whatever stands beside; FROM_LAST come from the last of the steps
    on paper that follow it one after the other. Adds ``first_level``, that with which it began.
    """
    is_next = nw.when(nw.col("kind") == "next").then(1).otherwise(0)
    apart = (nw.col("start") - nw.col("end_before")).abs() > NEAR_DAYS
    broken = nw.when((nw.col("is_next") == 0) & apart).then(1).otherwise(0)
    steps = (
        chains.filter(nw.col("kind").is_in(["next", ADMINISTRATIVE]))
        .with_columns(is_next=is_next)
        .with_columns(
            series=_in_order(nw.col("is_next").cum_sum()),
            end_before=_in_order(nw.col("end").shift(1)),
        )
        .with_columns(broken=broken)
        .with_columns(broken=_in_order(nw.col("broken").cum_sum(), "series"))
        .filter(nw.col("broken") == 0)
        .with_columns(last=nw.col("trajectory_id").max().over("client_id", "series"))
    )
    endings = steps.filter(nw.col("trajectory_id") == nw.col("last"))
    first = steps.filter(nw.col("is_next") == 1).with_columns(first_level=nw.col("level"))
    heads = first.drop(*FROM_LAST, "is_next", "end_before", "broken")
    joined = heads.join(endings.select("last", *FROM_LAST), on="last", how="inner")
    return joined.drop("series", "last")


def _in_order(expression: nw.Expr, *groups: str) -> nw.Expr:
    return expression.over("client_id", *groups, order_by="trajectory_id")
