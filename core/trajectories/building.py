"""Trajectories: care of one client, provider and care form without interruption.

    lines --periods--> netted periods --islands--> joined --here--> status, level and number

A trajectory has a status as seen on ``as_of``: whether it ended, runs, stopped being declared, or
ended too recently to be sure.
"""

from typing import Final

import narwhals.stable.v2 as nw

from core.frames import Frame
from core.tables import MISSING, OPEN_END, TRAJECTORIES, UNRANKED
from core.trajectories.islands import join_periods
from core.trajectories.periods import SOURCES, find_periods
from core.trajectories.rules import OFF, Rules

TRAJECTORY_ORDER: Final = (
    *("client_id", "start", "rung", "last_end", "care_form", "provider", "undated"),
)
"""The order everywhere: of several starts on one day the heaviest stands for the decision."""


def find_trajectories(declarations: Frame, rules: Rules) -> Frame:
    """Join declared lines to trajectories (``TRAJECTORIES``, no fixed order), numbered from 1.

    Takes accepted lines (``DECLARATIONS``, any order) and settled rules. Nothing in the result
    depends on the order of the lines, nor on how a period is cut into touching lines. Lines that
    are not ``dated`` make trajectories of their own.
    """
    return _numbered(_with_status(join_periods(find_periods(declarations, rules), rules), rules))


def _with_status(joined: Frame, rules: Rules) -> Frame:
    """Add ``status`` as seen on ``as_of``; care that runs loses its end, silent care gets one."""
    is_open = nw.col("end") == OPEN_END
    last = nw.col("end") - 1
    silent = nw.lit(rules.open_end_days != OFF) & (
        nw.col("last_declared") < rules.as_of - rules.open_end_days
    )
    status = (
        nw.when(is_open & silent)
        .then(nw.lit("unknown_end"))
        .when(is_open | (last > rules.as_of))
        .then(nw.lit("running"))
        .when(nw.col("stop") != MISSING)
        .then(nw.lit("ended"))
        .when(last > rules.as_of - rules.recent_days)
        .then(nw.lit("too_recent"))
        .otherwise(nw.lit("ended"))
    )
    end = (
        nw.when(nw.col("status") == "unknown_end")
        .then(nw.col("last_declared") + 1)
        .when(nw.col("status") == "running")
        .then(nw.lit(OPEN_END))
        .otherwise(nw.col("end"))
    )
    ended = nw.col("status") == "ended"
    return joined.with_columns(status=status).with_columns(
        end=end,
        level=level_of(rules),
        end_reason=nw.when(ended).then(nw.col("stop")).otherwise(nw.lit(MISSING)),
        start_source=_source_of(),
        amount_cents=nw.when(nw.col("amounts") > 0).then(nw.col("cents")),
        crisis=nw.col("crises") > 0,
    )


def level_of(rules: Rules) -> nw.Expr:
    """Give the rung of ``care_form`` on the settled ladder; UNRANKED when it has none."""
    level = nw.lit(UNRANKED)
    for rung in rules.levels:
        labels = [label for label, place in rules.ladder if place == rung]
        level = nw.when(nw.col("care_form").is_in(labels)).then(nw.lit(rung)).otherwise(level)
    return level.cast(nw.Int64)


def _numbered(trajectories: Frame) -> Frame:
    """Number the trajectories in ``TRAJECTORY_ORDER`` and leave only ``TRAJECTORIES``."""
    undated = nw.when(nw.col("dated")).then(nw.lit(0)).otherwise(nw.lit(1))
    ranked = trajectories.with_columns(
        rung=-nw.col("level"), last_end=nw.col("end"), undated=undated
    )
    number = ranked.with_row_index("trajectory_id", order_by=list(TRAJECTORY_ORDER))
    whole = [
        nw.col(name).cast(nw.Int64) for name in ("lines", "bridged_days", "amount_cents", "start")
    ]
    counted = number.with_columns(*whole, trajectory_id=nw.col("trajectory_id").cast(nw.Int64) + 1)
    return counted.select(*TRAJECTORIES)


def _source_of() -> nw.Expr:
    """Turn ``certainty`` into the word it stands for."""
    word = nw.lit(SOURCES[-1])
    for place, source in enumerate(SOURCES):
        word = nw.when(nw.col("certainty") == place).then(nw.lit(source)).otherwise(word)
    return word
