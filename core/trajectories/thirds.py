"""Third starts over time: how many there are, whether a talk came first, and what they were.

"Third" stands for ``trigger_position``. Which starts are triggers, and whether an evaluation lies
before them, is what ``core.trajectories.triggers`` found; here they are looked at as a trend. A
start counts in the trend when enough earlier ones of its chain began within ``lookback_months``
before it, so that every quarter sees equally far.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

import narwhals.stable.v2 as nw

from core.frames import Frame
from core.tables import ATTENTION, MISSING, THIRD_COUNTS, THIRDS
from core.trajectories.calendar import FIRST_YEAR, LAST_YEAR, in_months
from core.trajectories.grids import fill_grid
from core.trajectories.lookback import find_trend_starts, within_lookback
from core.trajectories.rules import Rules
from core.trajectories.selection import Selection, select_starts

EVALUATED: Final = ("evaluated", "not_evaluated")
UNKNOWN: Final = ("unknown",)
TOGETHER: Final = ("together",)
ALERT: Final = ("attention", "prepared")

KINDS: Final = ("care_form", "step", "provider_change")
"""The columns of ``THIRDS`` that say what a third start was."""

PAUSE_CLASSES: Final = {"to_184": 184, "to_365": 365, "over_365": 10**6}
"""Classes of the days between two starts, with the most days that belong to each."""


def statuses_of(*, has_evaluations: bool) -> tuple[str, ...]:
    """Name the statuses a third start can have: without evaluations nobody knows."""
    return EVALUATED if has_evaluations else UNKNOWN


def find_thirds(
    chained: Frame,
    triggers: Frame,
    rules: Rules,
    statuses: Sequence[str] = (*EVALUATED, *UNKNOWN),
) -> Frame:
    """List the third and later starts of the trend (``THIRDS``, no fixed order).

    ``status`` is that of ``TRIGGERS``, one of ``statuses``: what is excepted leaves the count
    unless it is asked for. ``days_between`` the days since the start before it.
    """
    asked = triggers.filter(nw.col("status").is_in(list(statuses)))
    chains = asked.select("client_id", "chain").unique()
    following = _with_earlier(chained.join(chains, on=["client_id", "chain"], how="semi"), rules)
    starts = following.drop("status").join(
        asked.select("trajectory_id", "status"), on="trajectory_id", how="inner"
    )
    return (
        find_trend_starts(starts, chained, rules)
        .filter(within_lookback("looked_at_in_months", "start_in_months", rules))
        .with_columns(
            days_between=nw.col("start") - nw.col("previous_start"),
            provider_change=_provider_change(),
        )
        .select(*THIRDS)
    )


def select_thirds(
    chained: Frame,
    triggers: Frame,
    rules: Rules,
    selection: Selection,
    statuses: Sequence[str] = (*EVALUATED, *UNKNOWN),
) -> Frame:
    """List the third and later starts that every page counts: of the trend and the selection."""
    return select_starts(find_thirds(chained, triggers, rules, statuses), selection)


def count_all(thirds: Frame) -> Frame:
    """Count third starts and whose they are: one row, ``thirds`` and ``clients``."""
    counted = thirds.select(thirds=nw.len(), clients=nw.col("client_id").n_unique())
    return _whole(counted, "thirds", "clients")


def count_thirds(thirds: Frame, groups: Frame, statuses: Sequence[str]) -> Frame:
    """Count third starts by status in each group: ``THIRD_COUNTS`` after the key of the groups.

    ``groups`` holds one column, the distinct quarters, years or municipalities to show.
    """
    keys = groups.collect_schema().names()
    counted = thirds.group_by(*keys, "status").agg(
        thirds=nw.len(), clients=nw.col("client_id").n_unique()
    )
    return fill_grid(counted, groups, "status", statuses).select(*keys, *THIRD_COUNTS)


def merge_statuses(thirds: Frame) -> Frame:
    """Give all third starts one status, for counts too small to tell talks apart."""
    return thirds.with_columns(status=nw.lit(TOGETHER[0]))


def find_exact(thirds: Frame, rules: Rules) -> Frame:
    """Keep the starts that take exactly the trigger position: the third, not the fourth."""
    return thirds.filter(nw.col("position") == rules.trigger_position)


def count_by(thirds: Frame, column: str) -> Frame:
    """Count ``thirds`` and ``clients`` by a column of ``THIRDS``."""
    counted = thirds.group_by(column).agg(thirds=nw.len(), clients=nw.col("client_id").n_unique())
    return _whole(counted, "thirds", "clients").sort(column)


def count_pauses(thirds: Frame) -> Frame:
    """Count ``thirds`` and ``clients`` by ``position`` and the time since the start before."""
    counted = (
        thirds.with_columns(pause=_pause_class())
        .group_by("position", "pause")
        .agg(thirds=nw.len(), clients=nw.col("client_id").n_unique())
    )
    return fill_grid(counted, thirds.select("position").unique(), "pause", [*PAUSE_CLASSES])


def measure_pause(thirds: Frame) -> Frame:
    """Measure the days since the start before: one row, ``median_days``, ``thirds``, ``clients``.

    The median is null without any third start.
    """
    measured = thirds.select(
        median_days=nw.col("days_between").median(),
        thirds=nw.len(),
        clients=nw.col("client_id").n_unique(),
    )
    return _whole(measured, "thirds", "clients")


def find_attention(chained: Frame, triggers: Frame, selection: Selection) -> Frame:
    """List the chains whose next start would be the third now (``ATTENTION``, no fixed order).

    The period of the selection does not matter here: it is about today.
    """
    today = replace(selection, first_year=FIRST_YEAR, last_year=LAST_YEAR)
    alert = triggers.filter(nw.col("status").is_in(list(ALERT)))
    talks = alert.select("trajectory_id", "status").rename({"status": "talk"})
    here = select_starts(chained, today)
    return here.join(talks, on="trajectory_id", how="inner").select(*ATTENTION)


def count_attention(attention: Frame, groups: Frame) -> Frame:
    """Count ``chains`` and ``clients`` that ask for attention by municipality and ``talk``."""
    counted = attention.group_by("municipality", "talk").agg(
        chains=nw.len(), clients=nw.col("client_id").n_unique()
    )
    return fill_grid(counted, groups, "talk", ALERT)


def _with_earlier(chains: Frame, rules: Rules) -> Frame:
    """Look up, for each start, the start before it and the one the trend looks back at."""
    back = rules.trigger_position - 1
    following = chains.filter(nw.col("kind") == "next")
    return following.with_columns(start_in_months=in_months(nw.col("start"))).with_columns(
        previous_start=_in_chain(nw.col("start").shift(1)),
        previous_provider=_in_chain(nw.col("provider").shift(1)),
        looked_at_in_months=_in_chain(nw.col("start_in_months").shift(back)),
    )


def _provider_change() -> nw.Expr:
    unknown = (nw.col("provider") == MISSING) | (nw.col("previous_provider") == MISSING)
    return (
        nw.when(unknown)
        .then(nw.lit("unknown"))
        .when(nw.col("provider") == nw.col("previous_provider"))
        .then(nw.lit("same"))
        .otherwise(nw.lit("other"))
    )


def _pause_class() -> nw.Expr:
    name = nw.lit("over_365")
    for label, most in reversed(PAUSE_CLASSES.items()):
        name = nw.when(nw.col("days_between") <= most).then(nw.lit(label)).otherwise(name)
    return name


def _in_chain(expression: nw.Expr) -> nw.Expr:
    return expression.over("client_id", "chain", order_by="position")


def _whole(frame: Frame, *names: str) -> Frame:
    return frame.with_columns(*[nw.col(name).cast(nw.Int64).fill_null(0) for name in names])
