"""Why a trajectory ended, and what came next within a year."""

from typing import Final

import narwhals.stable.v2 as nw

from core.frames import Frame
from core.tables import UNRANKED
from core.timing.horizon import first_unsettled
from core.timing.reasons import reason_kind
from core.timing.waiting import find_ended
from core.trajectories.grids import merge_rare
from core.trajectories.rules import Rules

FOLLOWED_DAYS: Final = 365

OTHERS: Final = "others"
"""What came next was too rare to name."""

OUTCOMES: Final = ("up", "same", "down", "unranked", OTHERS, "none")
"""What the next trajectory was beside the one that ended; none: no start within the time."""


def find_endings(waits: Frame, rules: Rules) -> Frame:
    """Add ``reason`` and ``outcome`` to trajectories that ended and were followed for a year.

    Takes ``find_waits``. Everybody is followed equally long: whatever ended later is left out.
    ``outcome`` compares the rung of the next trajectory with that of this one, one of OUTCOMES.
    """
    followed = nw.col("end") <= first_unsettled(rules) - FOLLOWED_DAYS
    ended = find_ended(waits, rules).filter(followed)
    return ended.with_columns(reason=reason_kind(nw.col("end_reason")), outcome=_outcome())


def count_endings(endings: Frame, fewest: int) -> Frame:
    """Count ``trajectories`` and ``clients`` by reason and outcome (``ENDINGS``).

    Outcomes of fewer than ``fewest`` persons within a reason go to OTHERS.
    """
    merged = merge_rare(endings, "outcome", OTHERS, fewest, "reason")
    counted = merged.group_by("reason", "outcome").agg(
        trajectories=nw.len(), clients=nw.col("client_id").n_unique()
    )
    return counted.with_columns(nw.col("trajectories", "clients").cast(nw.Int64))


def _outcome() -> nw.Expr:
    in_time = nw.col("next_start") - nw.col("end") <= FOLLOWED_DAYS
    unranked = (nw.col("level") == UNRANKED) | (nw.col("next_level") == UNRANKED)
    return (
        nw.when(~in_time.fill_null(value=False))
        .then(nw.lit("none"))
        .when(unranked)
        .then(nw.lit("unranked"))
        .when(nw.col("next_level") > nw.col("level"))
        .then(nw.lit("up"))
        .when(nw.col("next_level") < nw.col("level"))
        .then(nw.lit("down"))
        .otherwise(nw.lit("same"))
    )
