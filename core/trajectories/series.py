"""Third starts as a series of quarters, for the question whether something changed at a date."""

import narwhals.stable.v2 as nw

from core.frames import Frame
from core.trajectories.calendar import date_of, quarter_of
from core.trajectories.lookback import find_trend_starts
from core.trajectories.rules import Rules


def count_quarters(chained: Frame, starts: Frame, thirds: Frame, rules: Rules) -> Frame:
    """Count by quarter of the trend: ``quarter``, ``starts``, ``thirds``, and their ``clients``.

    ``starts`` are all starts that fit a selection and ``thirds`` the third and later ones among
    them (``THIRDS``). Quarters that may still change by late lines are left out: only those that
    end ``recent_days`` before ``as_of``. ``clients`` are those of the smaller of the two counts.
    """
    begun = find_trend_starts(starts.filter(nw.col("kind") == "next"), chained, rules)
    all_starts = begun.group_by("quarter").agg(starts=nw.len())
    third = thirds.group_by("quarter").agg(thirds=nw.len(), clients=nw.col("client_id").n_unique())
    counts = [nw.col(name).cast(nw.Int64).fill_null(0) for name in ("starts", "thirds", "clients")]
    settled = nw.col("quarter") < last_settled(rules)
    joined = all_starts.join(third, on="quarter", how="left").filter(settled)
    return joined.with_columns(*counts).sort("quarter")


def count_talk_quarters(evaluations: Frame) -> Frame:
    """Count ``talks`` and ``clients`` by the quarter of the talk."""
    counted = (
        evaluations.with_columns(quarter=quarter_of(nw.col("date")))
        .group_by("quarter")
        .agg(talks=nw.len(), clients=nw.col("client_id").n_unique())
    )
    return counted.with_columns(nw.col("talks", "clients").cast(nw.Int64)).sort("quarter")


def last_settled(rules: Rules) -> int:
    """Number the first quarter of which a day may still change by late lines."""
    day = date_of(rules.as_of + 1 - rules.recent_days)
    return day.year * 4 + (day.month - 1) // 3
