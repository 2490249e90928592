"""Escalation: what each later start is, and the routes over the rungs that whole chains take.

A start on the same rung is another care form, the same form at another provider, or the same form
at the same provider again; it is compared with the latest care with a rung that began on an earlier
day, as a step is. Care without a rung is skipped.
"""

from typing import Final

import narwhals.stable.v2 as nw

from core.frames import Frame, join_in_order
from core.tables import LEVEL_ROUTES, MISSING, STEP_KINDS, UNRANKED
from core.trajectories.cohorts import find_followed
from core.trajectories.grids import merge_rare
from core.trajectories.openings import first_of_client
from core.trajectories.rules import Rules
from core.trajectories.steps import NO_STEP

KINDS: Final = ("up", "down", "other_form", "other_provider", "again", "beside", "unranked")
REST: Final = "rest"
BETWEEN: Final = ">"
"""Stands between the rungs of a route."""


def count_step_kinds(observed: Frame, fewest: int) -> Frame:
    """Count the later starts of chains by what they are (``STEP_KINDS``).

    Kinds of fewer than ``fewest`` persons go to the rest (``merge_rare``).
    """
    seen = _with_earlier(observed).filter(~nw.col("step").is_in(list(NO_STEP)))
    counted = (
        merge_rare(seen.with_columns(step=_kind()), "step", REST, fewest)
        .group_by("step")
        .agg(starts=nw.len(), clients=nw.col("client_id").n_unique())
    )
    return counted.with_columns(nw.col("starts", "clients").cast(nw.Int64)).select(*STEP_KINDS)


def count_level_routes(observed: Frame, rules: Rules, months: int) -> Frame:
    """Count the followed chains by the rungs that they take one after another (``LEVEL_ROUTES``).

    Only trajectories of kind next that stand on the ladder; chains without any drop out.
    """
    ranked = (nw.col("kind") == "next") & (nw.col("level") > UNRANKED)
    rungs = find_followed(observed, rules, months).filter(ranked)
    routes = join_in_order(
        rungs.with_columns(route=nw.col("level").cast(nw.String)),
        ("client_id", "chain"),
        order="position",
        text="route",
        separator=BETWEEN,
    )
    counted = (
        routes.with_columns(is_person=first_of_client())
        .group_by("route")
        .agg(chains=nw.len(), clients=nw.col("is_person").sum())
    )
    return counted.with_columns(nw.col("chains", "clients").cast(nw.Int64)).select(*LEVEL_ROUTES)


def _with_earlier(observed: Frame) -> Frame:
    """Add ``before_form`` and ``before_provider`` of the latest ranked care of an earlier day.

    Of several that began on one day the last in the order of trajectories stands for the day.
    """
    ranked = observed.filter(nw.col("level") > UNRANKED)
    day = ("client_id", "chain", "start")
    last = ranked.group_by(*day).agg(trajectory_id=nw.col("trajectory_id").max())
    days = ranked.select("trajectory_id", "care_form", "provider").join(
        last, on="trajectory_id", how="inner"
    )
    earlier = days.with_columns(
        before_form=_previous("care_form"), before_provider=_previous("provider")
    ).select(*day, "before_form", "before_provider")
    return observed.join(earlier, on=list(day), how="left").with_columns(
        nw.col("before_form", "before_provider").fill_null(MISSING)
    )


def _previous(column: str) -> nw.Expr:
    return nw.col(column).shift(1).over("client_id", "chain", order_by="start")


def _kind() -> nw.Expr:
    same = nw.col("step") == "same"
    form = nw.col("care_form") == nw.col("before_form")
    provider = nw.col("provider") == nw.col("before_provider")
    return (
        nw.when(same & form & provider)
        .then(nw.lit("again"))
        .when(same & form)
        .then(nw.lit("other_provider"))
        .when(same)
        .then(nw.lit("other_form"))
        .otherwise(nw.col("step"))
    )
