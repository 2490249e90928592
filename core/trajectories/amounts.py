"""Amounts over an equal stretch of time: a trajectory costs in proportion to its days."""

import narwhals.stable.v2 as nw

from core.trajectories.rules import Rules


def cents_until(last_day: nw.Expr, rules: Rules) -> nw.Expr:
    """Give the whole cents of a trajectory for its days before ``last_day``.

    Its amount is what was declared up to ``as_of``; without an amount it is nothing.
    """
    until = nw.min_horizontal(nw.col("end"), nw.lit(rules.as_of + 1))
    length = nw.max_horizontal(until - nw.col("start"), nw.lit(1))
    days = nw.max_horizontal(nw.min_horizontal(until, last_day) - nw.col("start"), nw.lit(0))
    paid = nw.col("amount_cents").fill_null(0) * (days / length)
    return (paid + 0.5).floor().cast(nw.Int64)
