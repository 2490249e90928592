"""Waiting: what comes after a trajectory, and how long after its end.

The clock starts on the first day without care of a trajectory that ended, and stops when the next
trajectory of the client starts, in the same chain or a later one. A next one that starts before
that day, or on it, comes on day 0. Who is surely 18 first, or died, has *left*: no youth care can
come after that. Others are followed up to the horizon (``core.timing.horizon``).

Only chains that are seen to begin have numbers (``find_observed``), so that nobody enters late and
nothing is truncated: an end in view is seen from its first day on. Who leaves the municipality
cannot be seen, and counts as still free.
"""

from typing import Final

import narwhals.stable.v2 as nw

from core.frames import Frame
from core.tables import OPEN_END
from core.timing.births import with_adult_days
from core.timing.continuing import find_continuing
from core.timing.horizon import first_unsettled
from core.timing.incidence import CENSORED, NEXT
from core.timing.reasons import is_death
from core.trajectories.cohorts import find_observed
from core.trajectories.rules import Rules

LEFT: Final = "left"
"""The cause that competes: of age, or deceased."""

POSITIONS: Final = (1, 2, 3)
"""After which trajectory of a chain is looked."""

TOO_OLD_DAYS: Final = 5 * 365
"""Who would be 23 when a trajectory starts has a wrong year of birth."""

STANDS: Final = ("ended", "running", "too_recent", "unknown_end")
"""Where trajectories stand; the clock starts for the first only."""

FIRST_DAYS: Final = ("before", "on", "later", "unseen")
"""When the next one starts: before the end, on the very day, later, or not in view."""


def find_waits(chained: Frame, adult_days: Frame) -> Frame:
    """List the trajectories of kind next of all observed chains, with the one that comes next.

    Takes all of ``CHAINED``, and ``find_adult_days``. Adds ``adult_day``, and ``next_start`` and
    ``next_level`` of the client's next one of kind next (null when there is none), beside what
    ``find_observed`` adds. A step on paper only goes on with the trajectory before it
    (``find_continuing``): there, no help ended and none began.
    """
    observed = find_continuing(find_observed(chained))
    following = {"next_start": "start", "next_level": "first_level"}
    return with_adult_days(
        observed.with_columns(**{name: _following(column) for name, column in following.items()}),
        adult_days,
    )


def keep_first_chains(waits: Frame) -> Frame:
    """Keep the first chain of each client, so that everybody counts once after each number."""
    first = waits.with_columns(first_chain=nw.col("chain").min().over("client_id"))
    return first.filter(nw.col("chain") == nw.col("first_chain"))


def keep_position(waits: Frame, position: int) -> Frame:
    """Keep the trajectories at one place in their chain."""
    return waits.filter(nw.col("position") == position)


def count_waits(waits: Frame, rules: Rules) -> Frame:
    """Count how long it took until what came next, by ``position`` (POSITIONS).

    Rows: ``position``, ``cause`` (NEXT, LEFT or CENSORED), ``day`` and ``number``. A ``day`` below
    zero says that the next one started so long before the end.
    """
    until = first_unsettled(rules)
    began = nw.col("next_start").fill_null(OPEN_END)
    cause = (
        nw.when((began < until) & (began <= nw.col("leaves")))
        .then(nw.lit(NEXT))
        .when(nw.col("leaves") < until)
        .then(nw.lit(LEFT))
        .otherwise(nw.lit(CENSORED))
    )
    day = (
        nw.when(nw.col("cause") == NEXT)
        .then(nw.col("next_start"))
        .when(nw.col("cause") == LEFT)
        .then(nw.col("leaves"))
        .otherwise(nw.lit(until))
    )
    counted = (
        find_ended(waits, rules)
        .with_columns(leaves=_leaves())
        .with_columns(cause=cause)
        .with_columns(day=day - nw.col("end"))
        .group_by("position", "cause", "day")
        .agg(number=nw.len())
    )
    return counted.with_columns(nw.col("position", "day", "number").cast(nw.Int64))


def find_ended(waits: Frame, rules: Rules) -> Frame:
    """Keep the trajectories in POSITIONS that are known to have ended before the horizon."""
    known = (nw.col("status") == "ended") & (nw.col("end") < first_unsettled(rules))
    return waits.filter(known & nw.col("position").is_in(list(POSITIONS)))


def count_stands(waits: Frame, rules: Rules) -> Frame:
    """Count ``clients`` by ``position`` and ``stand`` (STANDS): for whom the clock could start.

    What ended after the horizon is too recent: it was not followed for a day.
    """
    late = (nw.col("status") == "ended") & (nw.col("end") >= first_unsettled(rules))
    stand = nw.when(late).then(nw.lit("too_recent")).otherwise(nw.col("status"))
    placed = waits.filter(nw.col("position").is_in(list(POSITIONS))).with_columns(stand=stand)
    return _counted(placed, "position", "stand")


def count_first_days(waits: Frame, rules: Rules) -> Frame:
    """Count ``clients`` by ``position`` and ``first_day`` (FIRST_DAYS) of what came next."""
    began = nw.col("next_start").fill_null(OPEN_END)
    first_day = (
        nw.when(began < nw.col("end"))
        .then(nw.lit("before"))
        .when(began == nw.col("end"))
        .then(nw.lit("on"))
        .when(began < first_unsettled(rules))
        .then(nw.lit("later"))
        .otherwise(nw.lit("unseen"))
    )
    return _counted(
        find_ended(waits, rules).with_columns(first_day=first_day), "position", "first_day"
    )


def _leaves() -> nw.Expr:
    """Give the day from which no youth care can come: OPEN_END when it is not known."""
    mistaken = nw.col("adult_day") < nw.col("start") - TOO_OLD_DAYS
    grown = (
        nw.when(mistaken).then(nw.lit(OPEN_END)).otherwise(nw.max_horizontal("adult_day", "end"))
    )
    return nw.when(is_death(nw.col("end_reason"))).then(nw.col("end")).otherwise(grown)


def _following(column: str) -> nw.Expr:
    return nw.col(column).shift(-1).over("client_id", order_by="trajectory_id")


def _counted(frame: Frame, *by: str) -> Frame:
    counted = frame.group_by(*by).agg(clients=nw.col("client_id").n_unique())
    return counted.with_columns(nw.col("clients").cast(nw.Int64))
