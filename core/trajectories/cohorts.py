"""Cohorts: chains by the year in which they began, seen over an equal stretch of time.

A chain is *observed* when its beginning lies in the data. Care that already ran in the first month
of the data began nobody knows when; it is never a first. A chain is *followed* for a number of
months when ``as_of`` lies at least that long after its first start. Only chains that were followed
equally long can be compared, and a cohort begins ``lookback_months`` into the data, so that early
years are not different because the past is invisible.
"""

from calendar import monthrange
from datetime import date
from typing import Final

import narwhals.stable.v2 as nw

from core.frames import Frame
from core.tables import COHORT_LENGTHS, contributors_of
from core.trajectories.calendar import (
    MONTHS,
    MOST_DAYS,
    date_of,
    day_number,
    in_months,
    month_of,
    year_of,
)
from core.trajectories.contributors import with_contributors
from core.trajectories.lookback import find_first_month
from core.trajectories.rules import Rules

LONGEST_LENGTH: Final = 10
"""Lengths from here on are one class: 10 or more."""


def find_observed(chained: Frame) -> Frame:
    """Keep the counted trajectories of the chains that begin in view.

    Takes all of ``CHAINED``, because the edge of the data is found in it, and adds ``first_start``
    (of the chain), ``is_first`` (1 on its first trajectory, else 0), ``first_month`` (the first
    month of the data, see ``core.trajectories.lookback``), ``begun_month`` (of the chain) and
    ``since_first`` (from its first start to this one, on the scale of ``in_months``).
    """
    return _begun(chained).filter(nw.col("begun_month") > nw.col("first_month"))


def find_already_running(chained: Frame) -> Frame:
    """Keep the counted trajectories of the chains that already ran when the data begin."""
    return _begun(chained).filter(nw.col("begun_month") <= nw.col("first_month"))


def find_followed(observed: Frame, rules: Rules, months: int) -> Frame:
    """Keep the starts within ``months`` of the first start, of chains that were followed so long.

    Takes what ``find_observed`` gives, or a selection of its chains.
    """
    in_view = nw.col("first_start") <= last_first(rules.as_of, months)
    return observed.filter(in_view & (nw.col("since_first") <= months * MOST_DAYS))


def last_first(as_of: int, months: int) -> int:
    """Give the last day that lies at least so many calendar months before ``as_of``."""
    last = date_of(as_of)
    year, place = divmod(last.year * MONTHS + last.month - 1 - months, MONTHS)
    _, days = monthrange(year, place + 1)
    return day_number(date(year, place + 1, min(last.day, days)))


def count_chains(observed: Frame, *by: str) -> Frame:
    """Count ``chains`` and ``clients``, in one row or for each value of some columns.

    A chain is counted where its first trajectory is, so ``by`` says the same all along a chain.
    """
    counts = {"chains": nw.col("is_first").sum(), "clients": nw.col("client_id").n_unique()}
    counted = observed.group_by(*by).agg(**counts) if by else observed.select(**counts)
    return counted.with_columns(nw.col("chains", "clients").cast(nw.Int64))


def count_long_chains(observed: Frame, rules: Rules, months: int, least: int) -> Frame:
    """Count the followed chains that reach ``least`` trajectories in a row, and the others.

    Rows: ``is_long`` (1 or 0), ``chains``, ``clients``. Only trajectories of kind next count.
    """
    followed = _with_length(find_followed(observed, rules, months))
    is_long = nw.when(nw.col("length") >= least).then(1).otherwise(0)
    return count_chains(followed.with_columns(is_long=is_long), "is_long")


def count_lengths_by_cohort(observed: Frame, rules: Rules, months: int, fewest: int) -> Frame:
    """Count followed chains by year of the first start and by length (``COHORT_LENGTHS``).

    Amounts are those of the trajectories that began in time, each as a whole, up to ``as_of``.
    Lengths of which a cohort has less than ``fewest`` chains, counted from the longest on, are one
    class with the next shorter one; ``longest`` tells which classes hold more than one length.
    """
    looked_back = nw.col("begun_month") >= nw.col("first_month") + rules.lookback_months
    followed = _with_length(find_followed(observed, rules, months).filter(looked_back))
    cohorts = followed.with_columns(cohort=year_of(nw.col("first_start")), longest=nw.col("length"))
    capped = _with_cap(cohorts, fewest).with_columns(
        length=nw.min_horizontal("length", "cap", nw.lit(LONGEST_LENGTH))
    )
    counted = capped.group_by("cohort", "length").agg(
        longest=nw.col("longest").max(),
        chains=nw.col("is_first").sum(),
        clients=nw.col("client_id").n_unique(),
        amount_cents=nw.col("amount_cents").sum(),
        providers=nw.col("provider").n_unique(),
    )
    whole = with_contributors(counted, capped, ["cohort", "length"])
    numbers = [*COHORT_LENGTHS, *contributors_of("amount_cents")]
    return whole.select(nw.col(*numbers).cast(nw.Int64))


def _begun(chained: Frame) -> Frame:
    """Add what ``find_observed`` promises to the counted trajectories."""
    is_first = (nw.col("kind") == "next") & (nw.col("position") == 1)
    since_first = in_months(nw.col("start")) - in_months(nw.col("first_start"))
    return (
        chained.filter(nw.col("kind") != "uncounted")
        .join(find_first_month(chained), how="cross")
        .with_columns(is_first=nw.when(is_first).then(1).otherwise(0))
        .with_columns(first_start=nw.col("start").min().over("client_id", "chain"))
        .with_columns(begun_month=month_of(nw.col("first_start")), since_first=since_first)
    )


def _with_length(followed: Frame) -> Frame:
    is_next = nw.when(nw.col("kind") == "next").then(1).otherwise(0)
    return (
        followed.with_columns(is_next=is_next)
        .with_columns(length=nw.col("is_next").sum().over("client_id", "chain"))
        .with_columns(nw.col("length").cast(nw.Int64))
        .drop("is_next")
    )


def _with_cap(cohorts: Frame, fewest: int) -> Frame:
    """Add ``cap``: the greatest length that at least ``fewest`` chains of the cohort reach."""
    order = ["descending", "trajectory_id"]
    enough = nw.when(nw.col("at_least") >= fewest).then(nw.col("length")).otherwise(1)
    return (
        cohorts.with_columns(descending=nw.lit(0) - nw.col("length"))
        .with_columns(so_far=nw.col("is_first").cum_sum().over("cohort", order_by=order))
        .with_columns(at_least=nw.col("so_far").max().over("cohort", "length"))
        .with_columns(enough=enough)
        .with_columns(cap=nw.col("enough").max().over("cohort"))
        .drop("so_far", "at_least", "enough", "descending")
    )
