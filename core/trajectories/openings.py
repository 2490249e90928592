"""Openings: how heavy the beginning of a chain is, and how long it takes until it goes up.

A chain opens *light* on rung 1 or 2, *middle* from rung 3 on, *heavy* from rung 6 on (care by day
and night), and *unranked* with care that has no rung. Time runs from the first care with a rung:
what comes before it is skipped, so that a rung is only compared with a rung.
"""

from typing import Final

import narwhals.stable.v2 as nw

from core.frames import Frame
from core.tables import MISSING, OPENINGS, STARTED_WEIGHTS, UNRANKED, UP_TIMES
from core.trajectories.cohorts import count_chains, last_first
from core.trajectories.rules import Rules

LIGHT_UP_TO: Final = 2
"""The highest rung that is a light beginning."""

HEAVY_FROM: Final = 6
"""The lowest rung of care by day and night."""

BEGUN: Final = ("light", "heavier", "unranked")
OPENINGS_IN_ORDER: Final = ("light", "middle", "heavy", "unranked")
WEIGHTS: Final = ("low", "high", "unranked")

UP: Final = "next"
"""The chain went up: what ``core.timing.incidence`` calls the cause that it is about."""

ENDED: Final = "ended"
"""The chain was over before it went up."""

UNDECIDED: Final = MISSING
"""Nothing happened as far as one can see."""


def find_begun(rows: Frame) -> Frame:
    """Add ``first_level`` and ``begun``: light, heavier or unranked, by the first of the chain.

    Takes what ``find_observed`` or ``find_followed`` gives.
    """
    rung = nw.when(nw.col("is_first") == 1).then(nw.col("level")).otherwise(UNRANKED)
    begun = (
        nw.when(nw.col("first_level") == UNRANKED)
        .then(nw.lit("unranked"))
        .when(nw.col("first_level") <= LIGHT_UP_TO)
        .then(nw.lit("light"))
        .otherwise(nw.lit("heavier"))
    )
    return (
        rows.with_columns(rung=rung)
        .with_columns(first_level=along(nw.col("rung").max()))
        .with_columns(begun=begun)
        .drop("rung")
    )


def count_too_recent(observed: Frame, rules: Rules, months: int) -> Frame:
    """Count the chains that began too recently to be followed so long: ``begun``, chains."""
    recent = observed.filter(nw.col("first_start") > last_first(rules.as_of, months))
    return count_chains(find_begun(recent), "begun")


def count_openings(observed: Frame) -> Frame:
    """Count chains by how heavy their first trajectory is (``OPENINGS``)."""
    opened = find_begun(observed).with_columns(opening=_opening("first_level"))
    return count_chains(opened, "opening").select(*OPENINGS)


def count_started_weights(observed: Frame) -> Frame:
    """Count started trajectories below and from HEAVY_FROM on (``STARTED_WEIGHTS``)."""
    weight = (
        nw.when(nw.col("level") == UNRANKED)
        .then(nw.lit("unranked"))
        .when(nw.col("level") < HEAVY_FROM)
        .then(nw.lit("low"))
        .otherwise(nw.lit("high"))
    )
    counted = (
        observed.with_columns(weight=weight)
        .group_by("weight")
        .agg(starts=nw.len(), clients=nw.col("client_id").n_unique())
    )
    return counted.with_columns(nw.col("starts", "clients").cast(nw.Int64)).select(*STARTED_WEIGHTS)


def count_up_times(observed: Frame, rules: Rules) -> Frame:
    """Count chains by when they first went up, or why that is not seen (``UP_TIMES``).

    A chain that is over without going up is so on the day after its longest pause; care that runs
    is looked at up to ``as_of``, and care of which the end is not certain up to that end. Chains
    without any care on the ladder take no part.
    """
    chains = find_up_times(observed, rules)
    counted = chains.group_by("group", "day", "cause").agg(
        number=nw.len(), clients=nw.col("is_person").sum()
    )
    return counted.with_columns(nw.col("number", "clients").cast(nw.Int64)).select(*UP_TIMES)


def find_up_times(observed: Frame, rules: Rules) -> Frame:
    """Find for each chain its ``group``, the ``day`` at which it left, and the ``cause``.

    ``is_person`` is 1 for one chain of every client, so that its sum never exceeds the persons.
    """
    chains = _per_chain(_with_ranked(observed))
    over = nw.col("last_end") + rules.chain_gap_days + 1
    known = nw.col("is_sure") == 1
    went_up = nw.col("up_start") > nw.col("origin")
    is_over = known & (over <= rules.as_of)
    until = nw.when(known | (nw.col("last_end") > rules.as_of)).then(rules.as_of)
    left = (
        nw.when(went_up)
        .then(nw.col("up_start"))
        .when(is_over)
        .then(over)
        .otherwise(until.otherwise(nw.col("last_end")))
    )
    cause = nw.when(went_up).then(nw.lit(UP)).when(is_over).then(nw.lit(ENDED))
    return chains.with_columns(
        group=_opening("first_level"),
        left=left,
        cause=cause.otherwise(nw.lit(UNDECIDED)),
        is_person=first_of_client(),
    ).with_columns(day=nw.max_horizontal(nw.col("left") - nw.col("origin"), nw.lit(0)))


def first_of_client() -> nw.Expr:
    """Say 1 for the earliest chain of each client in a frame with a row per chain, else 0.

    Its sum over some chains is never more than the persons behind them, and it adds up.
    """
    earliest = nw.col("chain").min().over("client_id")
    return nw.when(nw.col("chain") == earliest).then(1).otherwise(0)


def along(expression: nw.Expr) -> nw.Expr:
    """Evaluate over all trajectories of a chain."""
    return expression.over("client_id", "chain")


def _opening(level: str) -> nw.Expr:
    return (
        nw.when(nw.col(level) == UNRANKED)
        .then(nw.lit("unranked"))
        .when(nw.col(level) <= LIGHT_UP_TO)
        .then(nw.lit("light"))
        .when(nw.col(level) < HEAVY_FROM)
        .then(nw.lit("middle"))
        .otherwise(nw.lit("heavy"))
    )


def _with_ranked(observed: Frame) -> Frame:
    """Add ``origin``, the first day with care on the ladder; chains without any drop out."""
    first = observed.filter(nw.col("level") > UNRANKED)
    origins = first.group_by("client_id", "chain").agg(origin=nw.col("start").min())
    joined = observed.join(origins, on=["client_id", "chain"], how="inner")
    return joined.with_columns(last_end=along(nw.col("end").max()))


def _per_chain(rows: Frame) -> Frame:
    """Give a row per chain: ``origin``, ``first_level``, ``up_start`` (0 if none), the last end."""
    opens = nw.col("start") == nw.col("origin")
    goes_up = nw.col("step") == "up"
    doubtful = (nw.col("end") == nw.col("last_end")) & (nw.col("status") != "ended")
    flagged = rows.with_columns(
        opening_level=nw.when(opens).then(nw.col("level")).otherwise(UNRANKED),
        up_start=nw.when(goes_up).then(nw.col("start")).otherwise(nw.col("last_end") + 1),
        is_sure=nw.when(doubtful).then(0).otherwise(1),
    )
    chains = flagged.group_by("client_id", "chain").agg(
        nw.col("origin").max(),
        nw.col("last_end").max(),
        nw.col("up_start").min(),
        nw.col("is_sure").min(),
        first_level=nw.col("opening_level").max(),
    )
    ups = nw.when(nw.col("up_start") <= nw.col("last_end")).then(nw.col("up_start")).otherwise(0)
    return chains.with_columns(up_start=ups)
