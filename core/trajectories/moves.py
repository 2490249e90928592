"""Moves: whether chains go up or down the ladder, and from where.

A chain began *light* when its first trajectory stands on rung 1 or 2, *heavier* from rung 3 on, and
*unranked* when that trajectory has no rung. It moves within a number of months of its first start;
every start that counts can be a move, also one beside other care. Chains are compared over an equal
stretch of time, so only chains that were followed for so long take part. No move is a cause.
"""

from typing import Final

import narwhals.stable.v2 as nw

from core.frames import Frame
from core.trajectories.calendar import MONTHS, month_of, year_of
from core.trajectories.cohorts import count_chains, find_followed
from core.trajectories.openings import HEAVY_FROM, along, find_begun
from core.trajectories.rules import Rules
from core.trajectories.steps import NO_STEP

FOLLOW_UP_MONTHS: Final = 24
COURSES: Final = ("single", "level", "only_up", "up_and_down", "only_down")
LATER_STEPS: Final = ("up", "same", "beside", "down", "unranked")
YES_OR_NO: Final = (1, 0)


def count_moves_within(
    observed: Frame, rules: Rules, months: int = FOLLOW_UP_MONTHS, move: str = "up"
) -> Frame:
    """Count chains by how they ``begun`` and whether they ``moved`` (1 or 0) in time.

    ``begun`` is light, heavier or unranked; ``move`` is the step that is looked for, up or down.
    Takes what ``find_observed`` gives, or a selection of its chains. Columns: ``begun``,
    ``moved``, ``chains``, ``clients``.
    """
    followed = find_begun(find_followed(observed, rules, months))
    return count_chains(_with_most(followed, "moved", nw.col("step") == move), "begun", "moved")


def count_moves_by_referrer(observed: Frame, rules: Rules, fewest: int) -> Frame:
    """Count chains by referrer of their first trajectory, how they ``begun`` and ``moved`` up.

    Referrers with fewer than ``fewest`` followed chains are one group, ``is_rest`` 1; a referrer
    that was not delivered is MISSING and stays apart.
    """
    followed = find_begun(find_followed(observed, rules, FOLLOW_UP_MONTHS))
    moved = _with_most(followed, "moved", nw.col("step") == "up")
    sent = _with_text_of_first(moved, "referrer", "sent_by")
    sized = sent.with_columns(size=nw.col("is_first").sum().over("sent_by"))
    rare = (nw.col("size") < fewest) & (nw.col("sent_by") != "")
    grouped = sized.with_columns(
        is_rest=nw.when(rare).then(1).otherwise(0),
        referrer=nw.when(rare).then(nw.lit("")).otherwise(nw.col("sent_by")),
    )
    return count_chains(grouped, "referrer", "is_rest", "begun", "moved")


def count_courses(observed: Frame, rules: Rules, months: int = FOLLOW_UP_MONTHS) -> Frame:
    """Count chains by ``course``: only_up, up_and_down, only_down, level or single.

    ``single`` means that nothing began after the first day; ``level`` that something did, without
    going up or down, care that stands beside or has no rung included.
    """
    followed = find_followed(observed, rules, months)
    ups = _with_most(followed, "goes_up", nw.col("step") == "up")
    both = _with_most(ups, "goes_down", nw.col("step") == "down")
    later = _with_most(both, "goes_on", ~nw.col("step").is_in(list(NO_STEP)))
    return count_chains(later.with_columns(course=_course()), "course")


def count_ways_to_heavy(observed: Frame, rules: Rules, months: int = FOLLOW_UP_MONTHS) -> Frame:
    """Count the chains that reach rung 6 or higher in time: ``is_direct`` (1 or 0).

    Direct means on the first day of the chain; the others were built up to it.
    """
    heavy = nw.col("level") >= HEAVY_FROM
    followed = find_followed(observed, rules, months)
    reached = _with_most(followed, "is_heavy", heavy)
    direct = _with_most(reached, "is_direct", heavy & (nw.col("step") == "first"))
    return count_chains(direct.filter(nw.col("is_heavy") == 1), "is_direct")


def count_steps_by_year(observed: Frame, rules: Rules) -> Frame:
    """Count the later starts of chains by ``year`` and ``step``: ``starts`` and ``clients``.

    Years of which every day can look back over ``lookback_months``.
    """
    later = observed.filter(~nw.col("step").is_in(list(NO_STEP))).with_columns(
        year=year_of(nw.col("start"))
    )
    looked_back = nw.col("year") * MONTHS >= nw.col("first_month") + rules.lookback_months
    counted = (
        later.filter(looked_back & (month_of(nw.col("start")) <= month_of(nw.lit(rules.as_of))))
        .group_by("year", "step")
        .agg(starts=nw.len(), clients=nw.col("client_id").n_unique())
    )
    return counted.with_columns(nw.col("year", "starts", "clients").cast(nw.Int64))


def _with_most(rows: Frame, name: str, holds: nw.Expr) -> Frame:
    """Add a column that is 1 all along a chain in which something holds at least once, else 0."""
    flagged = rows.with_columns(flag=nw.when(holds).then(1).otherwise(0))
    return flagged.with_columns(along(nw.col("flag").max()).alias(name)).drop("flag")


def _with_text_of_first(rows: Frame, column: str, name: str) -> Frame:
    """Add a text of the first trajectory all along its chain."""
    text = nw.when(nw.col("is_first") == 1).then(nw.col(column)).otherwise(nw.lit(""))
    written = rows.with_columns(written=text)
    return written.with_columns(along(nw.col("written").max()).alias(name)).drop("written")


def _course() -> nw.Expr:
    up, down = nw.col("goes_up") == 1, nw.col("goes_down") == 1
    return (
        nw.when(up & down)
        .then(nw.lit("up_and_down"))
        .when(up)
        .then(nw.lit("only_up"))
        .when(down)
        .then(nw.lit("only_down"))
        .when(nw.col("goes_on") == 1)
        .then(nw.lit("level"))
        .otherwise(nw.lit("single"))
    )
