"""What a provider looks like beside others that give the same help: numbers a provider.

Alike is alike help: only trajectories of one care form, or of one sector, are laid side by side.
Position, early endings and what followed are about trajectories of kind next in chains that are
seen to begin, as help ran (``core.timing.continuing``); duration is about all trajectories that
start in view (``core.timing.durations``).
"""

from typing import Final

import narwhals.stable.v2 as nw
import pandas as pd

from core.frames import Frame
from core.tables import MISSING, PROVIDER_ENDS, PROVIDER_FOLLOWERS, PROVIDER_POSITIONS
from core.timing.continuing import find_continuing
from core.timing.durations import count_durations, count_started, find_started, measure_durations
from core.timing.endings import FOLLOWED_DAYS
from core.timing.horizon import first_unsettled
from core.timing.reasons import EARLY, UNDELIVERED, reason_kind
from core.trajectories.cohorts import find_observed
from core.trajectories.rules import Rules

BASES: Final = ("care_form", "sector")
"""What providers may have alike: the columns of which one value is chosen."""

LAST_POSITION: Final = 3
"""Third and later are one position."""

POSITIONS: Final = (1, 2, LAST_POSITION)
YES_OR_NO: Final = ("yes", "no")

SAME, OTHER, NONE = "same", "other", "none"
FOLLOWERS: Final = (SAME, OTHER, NONE)
"""Where help went on within FOLLOWED_DAYS."""

NEEDED: Final = (
    *("client_id", "municipality", "provider", "care_form", "sector", "referrer", "start", "end"),
    *("status", "end_reason", "position", "next_start", "next_provider"),
)


def find_help(chained: Frame) -> Frame:
    """List the trajectories of kind next of observed chains, with the client's next one.

    Gives the columns NEEDED, of which ``next_start`` and ``next_provider`` are null when there is
    no next one. Takes all of ``CHAINED``.
    """
    following = {"next_start": "start", "next_provider": "provider"}
    helped = find_continuing(find_observed(chained)).with_columns(
        **{name: _following(column) for name, column in following.items()}
    )
    return helped.select(*NEEDED)


def find_alike(rows: Frame, basis: str, value: str) -> Frame:
    """Keep the trajectories of one care form or sector (``basis``) of providers that are known."""
    return rows.filter((nw.col(basis) == value) & (nw.col("provider") != MISSING))


def count_provider_positions(helped: Frame) -> Frame:
    """Count at which position trajectories began (``PROVIDER_POSITIONS``)."""
    capped = nw.min_horizontal("position", nw.lit(LAST_POSITION))
    counted = (
        helped.with_columns(position=capped)
        .group_by("provider", "position")
        .agg(starts=nw.len(), clients=nw.col("client_id").n_unique())
    )
    numbers = nw.col("position", "starts", "clients").cast(nw.Int64)
    return counted.with_columns(numbers).select(*PROVIDER_POSITIONS)


def count_early_ends(helped: Frame) -> Frame:
    """Count which trajectories ended early (``PROVIDER_ENDS``), of those that say why."""
    ended = helped.filter(nw.col("status") == "ended")
    known = ended.with_columns(reason=reason_kind(nw.col("end_reason")))
    is_early = nw.when(nw.col("reason") == EARLY).then(nw.lit("yes")).otherwise(nw.lit("no"))
    told = known.filter(nw.col("reason") != UNDELIVERED).with_columns(early=is_early)
    return _ended(told, "early").select(*PROVIDER_ENDS)


def count_followers(helped: Frame, rules: Rules) -> Frame:
    """Count where help went on within a year (``PROVIDER_FOLLOWERS``), all followed that long.

    A next trajectory that starts before the end is one that followed. What went on with a provider
    that is not known is left out.
    """
    known = _followed(helped, rules).filter(nw.col("next_provider").fill_null(NONE) != MISSING)
    return _ended(known.with_columns(follower=_follower()), "follower").select(*PROVIDER_FOLLOWERS)


def count_followed(helped: Frame, rules: Rules) -> Frame:
    """Count whether help went on within a year at all: ``provider``, ``followed``, and counts."""
    followed = nw.when(_in_time()).then(nw.lit("yes")).otherwise(nw.lit("no"))
    return _ended(_followed(helped, rules).with_columns(followed=followed), "followed")


def find_lasting(trajectories: Frame, rules: Rules) -> Frame:
    """Keep the trajectories of which the duration is measured (``find_started``)."""
    return find_started(trajectories, rules)


def count_lasting(started: Frame, rules: Rules) -> tuple[Frame, Frame]:
    """Count durations and starts by provider: what ``measure_lasting`` takes.

    The tables of ``core.timing.durations`` are by care form; here a provider stands in its place.
    """
    by_provider = started.drop("care_form").rename({"provider": "care_form"})
    return count_durations(by_provider, rules), count_started(by_provider)


def measure_lasting(counted: pd.DataFrame, providers: pd.DataFrame) -> pd.DataFrame:
    """Measure the median duration by ``provider``: ``trajectories``, ``clients``, ``median_days``.

    The median is missing when less than half is known to have ended.
    """
    measured = measure_durations(counted, providers).rename(columns={"care_form": "provider"})
    return measured[["provider", "trajectories", "clients", "median_days"]]


def _followed(helped: Frame, rules: Rules) -> Frame:
    """Keep what ended so long ago that a year after it can be seen."""
    last = first_unsettled(rules) - FOLLOWED_DAYS
    return helped.filter((nw.col("status") == "ended") & (nw.col("end") <= last))


def _in_time() -> nw.Expr:
    return (nw.col("next_start") - nw.col("end") <= FOLLOWED_DAYS).fill_null(value=False)


def _follower() -> nw.Expr:
    return (
        nw.when(~_in_time())
        .then(nw.lit(NONE))
        .when(nw.col("next_provider") == nw.col("provider"))
        .then(nw.lit(SAME))
        .otherwise(nw.lit(OTHER))
    )


def _ended(rows: Frame, part: str) -> Frame:
    counted = rows.group_by("provider", part).agg(
        ended=nw.len(), clients=nw.col("client_id").n_unique()
    )
    return counted.with_columns(nw.col("ended", "clients").cast(nw.Int64))


def _following(column: str) -> nw.Expr:
    return nw.col(column).shift(-1).over("client_id", order_by="trajectory_id")
