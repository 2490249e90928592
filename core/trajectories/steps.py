"""Steps: whether a start goes up or down the ladder, seen against the care before it.

A step compares the highest rung in force on the day before a start with the highest rung after it,
when care that runs on for more than a hand-over is still there. Starts of one day do not see each
other. Care without a rung is compared across: it is neither light nor heavy. What began on paper
only is no step of the help; later starts are compared with its care as with any other.
"""

from collections.abc import Callable
from typing import Final

import narwhals.stable.v2 as nw

from core.frames import Frame
from core.tables import CHAINED, UNRANKED
from core.trajectories.chains import ADMINISTRATIVE, NEVER
from core.trajectories.rules import Rules

RUNS_ON_DAYS: Final = 31
"""Care that goes on for longer than this after a start is still there afterwards."""

NO_STEP: Final = ("first", ADMINISTRATIVE)
"""Starts of which nobody asks whether they went up or down."""


def find_steps(chained: Frame, rules: Rules) -> Frame:
    """Add ``step`` to the trajectories of chains (``CHAINED``); null where they do not count.

    ``first``: no counted care of the chain began on an earlier day. ``unranked``: this one has no
    level, or nothing before it has. Else ``up``, ``down``, ``beside`` or ``same``. A trajectory of
    kind ``administrative`` has that step.
    """
    rungs = (UNRANKED, *rules.levels)
    counted = chained.filter(nw.col("kind") != "uncounted")
    seen = _with_earlier_days(counted, rungs)
    stepped = (
        seen.with_columns(before=_before(rules.levels), kept=_kept(rules.levels))
        .with_columns(after=nw.max_horizontal("level", "kept"), runs_on=_runs_on(rungs))
        .with_columns(step=_step(rungs))
    )
    nothing = nw.lit(None).cast(nw.String)
    uncounted = chained.filter(nw.col("kind") == "uncounted").with_columns(step=nothing)
    return nw.concat([stepped.select(*CHAINED), uncounted.select(*CHAINED)], how="vertical")


def _with_earlier_days(counted: Frame, rungs: tuple[int, ...]) -> Frame:
    """Add, for each rung, the latest end among care of the chain that began on an earlier day."""
    day = ("client_id", "chain", "start")
    ends = {
        _reach(rung): nw.when(nw.col("level") == rung).then(nw.col("end")).otherwise(nw.lit(NEVER))
        for rung in rungs
    }
    so_far = {name: _by_day(nw.col(name).cum_max()) for name in ends}
    earlier = {name: _by_day(nw.col(name).shift(1)).fill_null(NEVER) for name in ends}
    days = (
        counted.select(*day, "level", "end")
        .with_columns(**ends)
        .group_by(*day)
        .agg(*[nw.col(name).max() for name in ends])
        .with_columns(**so_far)
        .with_columns(**earlier)
    )
    return counted.join(days, on=list(day), how="left")


def _before(levels: tuple[int, ...]) -> nw.Expr:
    """Give the highest rung in force the day before, else the highest of those that ended last."""
    latest = nw.max_horizontal(nw.lit(NEVER), *[nw.col(_reach(rung)) for rung in levels])
    in_force = _highest(levels, lambda reach: reach >= nw.col("start"))
    ended_last = _highest(levels, lambda reach: (reach == latest) & (reach > NEVER))
    return nw.when(in_force > UNRANKED).then(in_force).otherwise(ended_last)


def _kept(levels: tuple[int, ...]) -> nw.Expr:
    """Give the highest rung that was in force the day before and runs on after the start."""
    return _highest(levels, lambda reach: reach - nw.col("start") > RUNS_ON_DAYS)


def _highest(levels: tuple[int, ...], holds: Callable[[nw.Expr], nw.Expr]) -> nw.Expr:
    rung = nw.lit(UNRANKED)
    for level in levels:
        rung = nw.when(holds(nw.col(_reach(level)))).then(nw.lit(level)).otherwise(rung)
    return rung.cast(nw.Int64)


def _runs_on(rungs: tuple[int, ...]) -> nw.Expr:
    latest = nw.max_horizontal(*[nw.col(_reach(rung)) for rung in rungs])
    return latest - nw.col("start") > RUNS_ON_DAYS


def _step(rungs: tuple[int, ...]) -> nw.Expr:
    earliest = nw.max_horizontal(*[nw.col(_reach(rung)) for rung in rungs]) == NEVER
    return (
        nw.when(nw.col("kind") == ADMINISTRATIVE)
        .then(nw.lit(ADMINISTRATIVE))
        .when(earliest)
        .then(nw.lit("first"))
        .when((nw.col("level") == UNRANKED) | (nw.col("before") == UNRANKED))
        .then(nw.lit("unranked"))
        .when(nw.col("after") > nw.col("before"))
        .then(nw.lit("up"))
        .when(nw.col("after") < nw.col("before"))
        .then(nw.lit("down"))
        .when(nw.col("runs_on"))
        .then(nw.lit("beside"))
        .otherwise(nw.lit("same"))
    )


def _reach(rung: int) -> str:
    return f"reach_{rung}"


def _by_day(expression: nw.Expr) -> nw.Expr:
    return expression.over("client_id", "chain", order_by="start")
