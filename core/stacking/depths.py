"""How many trajectories run at the same time: c(t), the number that is active on day t.

A *stacked* day is one with at least two. The stacking index is the number of trajectories beyond
the first, summed over the days and divided by the days with care: 0 when nobody ever has two.
"""

from typing import Final

import narwhals.stable.v2 as nw

from core.frames import Frame
from core.stacking.sweep import clip, find_care_of, find_in_years, find_stretches
from core.tables import DEPTHS, EXTRA, REACHED, SAME_FORMS, STACKED
from core.trajectories.rules import Rules
from core.trajectories.selection import Selection

DEEPEST: Final = 2
"""From here on numbers at once are one class: 2 or more."""

MOST_AT_ONCE: Final = 12
"""No higher number at once is looked for."""


def find_depths(chained: Frame, selection: Selection, rules: Rules) -> Frame:
    """Find the stretches of days on which the same number of trajectories runs.

    Takes ``CHAINED``; counts what counts in chains, of the clients that fit the selection, in its
    period up to ``as_of``. Gives ``client_id``, ``start``, ``end`` and ``running`` (at least 1).
    """
    return find_stretches(find_weighted(chained, selection, rules), ["client_id"])


def find_weighted(chained: Frame, selection: Selection, rules: Rules) -> Frame:
    """Keep the counted care of who fits the selection, cut to its days, with ``weight`` 1."""
    counted = chained.filter(nw.col("kind") != "uncounted")
    care = clip(find_care_of(counted, selection), selection, rules)
    return care.with_columns(weight=nw.lit(1).cast(nw.Int64))


def count_depths(depths: Frame, selection: Selection) -> Frame:
    """Count days of care by year and by how many trajectories ran at once (``DEPTHS``)."""
    classed = find_in_years(depths, selection).with_columns(
        at_once=nw.min_horizontal(nw.col("running"), nw.lit(DEEPEST))
    )
    counted = classed.group_by("year", "at_once").agg(
        days=nw.col("days").sum(), clients=nw.col("client_id").n_unique()
    )
    return counted.select(nw.col(*DEPTHS).cast(nw.Int64))


def count_extra(depths: Frame, selection: Selection) -> Frame:
    """Count the days of trajectories beyond the first by year (``EXTRA``).

    Less the days with two or more it is about the clients with three or more, so those decide.
    """
    by_client = (
        find_in_years(depths, selection)
        .with_columns(extra_days=(nw.col("running") - 1) * nw.col("days"))
        .group_by("year", "client_id")
        .agg(extra_days=nw.col("extra_days").sum(), most=nw.col("running").max())
        .with_columns(deep=nw.when(nw.col("most") > DEEPEST).then(1).otherwise(0))
    )
    counted = by_client.group_by("year").agg(
        extra_days=nw.col("extra_days").sum(), clients=nw.col("deep").sum()
    )
    return counted.select(nw.col(*EXTRA).cast(nw.Int64))


def count_stacked(depths: Frame, selection: Selection) -> Frame:
    """Count the clients of each year with and without a stacked day (``STACKED``)."""
    most = (
        find_in_years(depths, selection)
        .group_by("year", "client_id")
        .agg(running=nw.col("running").max())
    )
    is_stacked = nw.when(nw.col("running") > 1).then(1).otherwise(0)
    counted = most.with_columns(is_stacked=is_stacked).group_by("year", "is_stacked")
    numbers = counted.agg(number=nw.len(), clients=nw.len())
    return numbers.select(nw.col(*STACKED).cast(nw.Int64))


def count_reached(depths: Frame) -> Frame:
    """Count the clients that ever had at least so many trajectories at once (``REACHED``)."""
    most = depths.group_by("client_id").agg(most=nw.col("running").max())
    reached = [
        most.filter(nw.col("most") >= number)
        .select(clients=nw.len())
        .with_columns(at_once=nw.lit(number))
        for number in range(1, MOST_AT_ONCE + 1)
    ]
    return nw.concat(reached, how="vertical").select(nw.col(*REACHED).cast(nw.Int64))


def find_doubled(chained: Frame, selection: Selection, rules: Rules) -> Frame:
    """Find the stretches on which a client has one care form twice: from two providers.

    Care of one provider and form is one trajectory, so that the second is somebody else's. Gives
    ``client_id``, ``care_form``, ``start``, ``end`` and ``running`` (at least 2).
    """
    weighted = find_weighted(chained, selection, rules)
    return find_stretches(weighted, ["client_id", "care_form"]).filter(nw.col("running") > 1)


def count_same_forms(doubled: Frame) -> Frame:
    """Count ``days`` and ``clients`` with one care form twice, by care form (``SAME_FORMS``)."""
    counted = doubled.with_columns(days=nw.col("end") - nw.col("start"))
    forms = counted.group_by("care_form").agg(
        days=nw.col("days").sum(), clients=nw.col("client_id").n_unique()
    )
    whole = [nw.col(name).cast(nw.Int64) for name in ("days", "clients")]
    return forms.with_columns(*whole).select(*SAME_FORMS)
