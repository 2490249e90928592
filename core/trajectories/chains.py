"""Chains: trajectories of one client that follow each other with little or no time between.

A counted trajectory continues the chain when at most ``chain_gap_days`` uncovered days lie between
the running maximum of the ends so far and its start. Overlap therefore never breaks a chain, and
the clock restarts at every end: a chain may last for years.

Within a chain a trajectory is the *next* one, stands *parallel* to care that runs on, belongs to
the *same decision* as a start shortly before it, or is a step on paper only (*administrative*, see
``core.trajectories.administrative``). Only the next ones take a position.
"""

from typing import Final

import narwhals.stable.v2 as nw

from core.frames import Frame
from core.tables import CHAINED
from core.trajectories.rules import OFF, Rules

NEVER: Final = -1_000_000
"""A day before every calendar: nothing came before."""

ADMINISTRATIVE: Final = "administrative"
"""The kind, and the step, of what began on paper only."""

RESULT: Final = ("chain", "position", "kind", "gap_days", "overlap_days")


def find_chains(trajectories: Frame, rules: Rules, on_paper: Frame | None = None) -> Frame:
    """Number each client's chains and the positions in them (``CHAINED`` without ``step``).

    Takes ``TRAJECTORIES`` in any order. Uncounted trajectories come back with kind ``uncounted``
    and nulls; they neither open nor lengthen a chain. So do those that are not ``dated``.
    ``on_paper`` (``ON_PAPER``) lists the starts that are no step: kind ``administrative``.
    """
    counted = _marked(find_counted(trajectories, rules), on_paper)
    chained = _placed(_beside(_linked(counted, rules), rules), rules)
    columns = [name for name in CHAINED if name != "step"]
    return nw.concat(
        [chained.select(*columns), _uncounted(trajectories, rules).select(*columns)],
        how="vertical",
    )


def find_counted(trajectories: Frame, rules: Rules) -> Frame:
    """Select the trajectories that have days, and a care form that counts."""
    return trajectories.filter(_counts(rules))


def _uncounted(trajectories: Frame, rules: Rules) -> Frame:
    nothing = nw.lit(None).cast(nw.Int64)
    left_out = trajectories.filter(~_counts(rules))
    return left_out.with_columns(
        chain=nothing,
        position=nothing,
        gap_days=nothing,
        overlap_days=nothing,
        kind=nw.lit("uncounted"),
    )


def _counts(rules: Rules) -> nw.Expr:
    return nw.col("dated") & ~nw.col("care_form").is_in(list(rules.uncounted))


def _marked(counted: Frame, on_paper: Frame | None) -> Frame:
    """Add ``paper``: 1 for what began on paper only, else 0."""
    if on_paper is None:
        return counted.with_columns(paper=nw.lit(0))
    listed = on_paper.select("trajectory_id", paper=nw.lit(1))
    marked = counted.join(listed, on="trajectory_id", how="left")
    return marked.with_columns(nw.col("paper").fill_null(0))


def _linked(counted: Frame, rules: Rules) -> Frame:
    """Add ``chain``, ``opens``, ``reach_before`` (the latest end before it) and ``pause``."""
    pause = nw.max_horizontal(nw.col("start") - nw.col("reach_before"), nw.lit(0))
    opens = nw.when(nw.col("pause") > rules.chain_gap_days).then(nw.lit(1)).otherwise(nw.lit(0))
    return (
        counted.with_columns(reach=_in_order(nw.col("end").cum_max()))
        .with_columns(reach_before=_in_order(nw.col("reach").shift(1)).fill_null(NEVER))
        .with_columns(pause=pause)
        .with_columns(opens=opens)
        .with_columns(chain=_in_order(nw.col("opens").cum_sum()).cast(nw.Int64))
    )


def _beside(linked: Frame, rules: Rules) -> Frame:
    """Add ``overlap_days`` and ``is_beside``: whether it stands beside earlier care of the chain.

    Everything earlier began no later than this start, so that the shared days are one stretch
    from this start to the running maximum of the ends.
    """
    until = nw.min_horizontal(nw.col("end"), nw.col("reach_before"), nw.lit(rules.as_of + 1))
    overlap = nw.max_horizontal(until - nw.col("start"), nw.lit(0))
    within = nw.col("reach_before") >= nw.col("end")
    beside = (nw.col("overlap_days") > rules.parallel_days) | within
    later = nw.col("opens") == 0
    return linked.with_columns(overlap_days=overlap).with_columns(
        is_beside=later & beside & nw.lit(not rules.count_parallel)
    )


def _placed(beside: Frame, rules: Rules) -> Frame:
    """Add ``kind``, ``position`` and ``gap_days``.

    ``anchor`` is the latest start that is not beside; the starts of one day or a few days after it
    are the same decision, and the one that opens a chain always takes a position. What began on
    paper only was no decision, so that nothing is the same decision as it.
    """
    on_paper = (nw.col("paper") == 1) & (nw.col("opens") == 0)
    aside = nw.col("is_beside") | on_paper
    anchor = nw.when(aside).then(nw.lit(NEVER)).otherwise(nw.col("start"))
    near = nw.col("start") - nw.col("anchor_before") <= rules.same_decision_days
    kind = (
        nw.when(nw.col("opens") == 1)
        .then(nw.lit("next"))
        .when(on_paper)
        .then(nw.lit(ADMINISTRATIVE))
        .when(near & nw.lit(rules.same_decision_days != OFF))
        .then(nw.lit("same_decision"))
        .when(nw.col("is_beside"))
        .then(nw.lit("parallel"))
        .otherwise(nw.lit("next"))
    )
    is_next = nw.when(nw.col("kind") == "next").then(nw.lit(1)).otherwise(nw.lit(0))
    return (
        beside.with_columns(anchor=anchor)
        .with_columns(anchor=_in_order(nw.col("anchor").cum_max()))
        .with_columns(anchor_before=_in_order(nw.col("anchor").shift(1)).fill_null(NEVER))
        .with_columns(kind=kind)
        .with_columns(is_next=is_next)
        .with_columns(position=_in_order(nw.col("is_next").cum_sum(), "chain").cast(nw.Int64))
        .with_columns(gap_days=nw.when(nw.col("opens") == 0).then(nw.col("pause")))
    )


def _in_order(expression: nw.Expr, *groups: str) -> nw.Expr:
    """Evaluate within a client in the order everywhere, which the number of a trajectory holds."""
    return expression.over("client_id", *groups, order_by="trajectory_id")
