"""Comparable groups: what followed a light and a heavier beginning, among persons who are alike.

Everybody counts once, with the first chain that is seen to begin and that can be followed for two
years; a chain that began without a rung is left out. Persons are alike in the band of their age at
the first start, the referrer, the sector of the first trajectory and the year of the first start.
What followed is looked at for exactly FOLLOW_UP_DAYS: days with care count once however much ran
together, and the amount of a trajectory counts in proportion to its days in that time.
"""

from typing import Final

import narwhals.stable.v2 as nw

from core.frames import Frame
from core.referrers import UNKNOWN_REFERRER
from core.tables import ALIKE_COSTS, MISSING, STRATA
from core.trajectories.amounts import cents_until
from core.trajectories.calendar import year_of
from core.trajectories.cohorts import find_followed
from core.trajectories.moves import FOLLOW_UP_MONTHS
from core.trajectories.openings import along, find_begun
from core.trajectories.rules import Rules

FOLLOW_UP_DAYS: Final = 730
AGES: Final = (0, 4, 8, 12, 15, 18)
"""The lowest age of each band; the last has no highest."""

OLDEST: Final = 30
"""Who would be older cannot be right: the age counts as unknown."""

UNKNOWN_AGE: Final = -1
LONG_CHAIN: Final = 3
CENTS: Final = 100

KEYS: Final = ("age", "referrer", "sector", "year", "begun")
SUMS: Final = ("onward", "long", "priced", "days", "days_squared", "euros", "euros_squared")


def find_alike(observed: Frame, declarations: Frame, rules: Rules) -> Frame:
    """Find the trajectories that are compared, with what persons are alike in and ``cents``.

    Takes what ``find_observed`` gives and the declarations, which tell the year of birth.
    """
    followed = _first_chains(find_followed(observed, rules, FOLLOW_UP_MONTHS))
    return _with_alike(_within(followed, rules), declarations).select(*NEEDED)


def count_strata(alike: Frame) -> Frame:
    """Count who began light or heavier in every group of alike persons (``STRATA``)."""
    counted = (
        _per_person(alike)
        .group_by(*KEYS)
        .agg(clients=nw.len(), **{name: nw.col(name).sum() for name in SUMS})
    )
    providers = alike.group_by(*KEYS).agg(providers=nw.col("provider").n_unique())
    whole = counted.join(providers, on=list(KEYS), how="left")
    numbers = [nw.col(name).cast(nw.Int64) for name in ("clients", "providers", *SUMS)]
    return whole.with_columns(*numbers).select(*STRATA)


def find_alike_costs(alike: Frame) -> Frame:
    """List what every priced person had of each provider (``ALIKE_COSTS``).

    Decides whether what they cost on average may be shown.
    """
    priced = _per_person(alike).filter(nw.col("priced") == 1).select("client_id")
    of_each = alike.group_by(*KEYS, "client_id", "provider").agg(cents=nw.col("cents").sum())
    whole = of_each.join(priced, on="client_id", how="semi")
    return whole.with_columns(nw.col("age", "year", "cents").cast(nw.Int64)).select(*ALIKE_COSTS)


NEEDED: Final = (*KEYS, "client_id", "provider", "kind", "amount_cents", "new_days", "cents")
"""What the comparison needs of a trajectory."""


def _first_chains(followed: Frame) -> Frame:
    """Keep the first chain of each client, where it began on the ladder."""
    first = find_begun(followed).with_columns(first_chain=nw.col("chain").min().over("client_id"))
    is_first = nw.col("chain") == nw.col("first_chain")
    return first.filter(is_first & (nw.col("begun") != "unranked"))


def _within(followed: Frame, rules: Rules) -> Frame:
    """Add the days of care within the time that nothing before covered, and the cents for them."""
    order = ["start", "trajectory_id"]
    last = nw.col("first_start") + FOLLOW_UP_DAYS
    until = nw.min_horizontal(nw.col("end"), nw.lit(rules.as_of + 1))
    clipped = followed.with_columns(until=until, last_day=last).with_columns(
        inside=nw.min_horizontal("until", "last_day")
    )
    so_far = (
        clipped.with_columns(reach=_along_in_order(nw.col("inside").cum_max(), order))
        .with_columns(reached=_along_in_order(nw.col("reach").shift(1), order))
        .with_columns(reached=nw.col("reached").fill_null(0))
    )
    begin = nw.max_horizontal("start", "reached")
    whole = nw.max_horizontal(nw.col("inside") - begin, nw.lit(0))
    return so_far.with_columns(new_days=whole, cents=cents_until(nw.col("last_day"), rules))


def _with_alike(rows: Frame, declarations: Frame) -> Frame:
    """Add ``age``, ``year``, and ``referrer`` and ``sector`` of the first trajectory."""
    born = declarations.group_by("client_id").agg(born=nw.col("birth_year").max())
    years = rows.with_columns(year=year_of(nw.col("first_start")))
    known = years.join(born, on="client_id", how="left").with_columns(
        old=nw.col("year") - nw.col("born").fill_null(0)
    )
    first = nw.col("is_first") == 1
    return (
        known.with_columns(
            sent_by=nw.when(first).then(nw.col("referrer")).otherwise(nw.lit(MISSING)),
            sector_of_first=nw.when(first).then(nw.col("sector")).otherwise(nw.lit(MISSING)),
        )
        .with_columns(
            sent_by=along(nw.col("sent_by").max()),
            sector=along(nw.col("sector_of_first").max()),
        )
        .with_columns(age=_band(), referrer=_known_referrer())
    )


def _band() -> nw.Expr:
    band = nw.lit(UNKNOWN_AGE)
    for age in AGES:
        band = nw.when(nw.col("old") >= age).then(nw.lit(age)).otherwise(band)
    return nw.when(nw.col("old") <= OLDEST).then(band).otherwise(nw.lit(UNKNOWN_AGE))


def _known_referrer() -> nw.Expr:
    unknown = nw.col("sent_by") == UNKNOWN_REFERRER
    return nw.when(unknown).then(nw.lit(MISSING)).otherwise(nw.col("sent_by"))


def _per_person(alike: Frame) -> Frame:
    """Give a row per person, with what followed in that time."""
    is_next = nw.when(nw.col("kind") == "next").then(1).otherwise(0)
    is_priced = nw.when(nw.col("amount_cents").is_null()).then(0).otherwise(1)
    persons = (
        alike.with_columns(is_next=is_next, is_priced=is_priced)
        .group_by("client_id", "age", "referrer", "sector", "year", "begun")
        .agg(
            length=nw.col("is_next").sum(),
            days=nw.col("new_days").sum(),
            cents=nw.col("cents").sum(),
            priced=nw.col("is_priced").min(),
        )
    )
    whole = persons.with_columns(
        onward=nw.when(nw.col("length") > 1).then(1).otherwise(0),
        long=nw.when(nw.col("length") >= LONG_CHAIN).then(1).otherwise(0),
        days=nw.col("days").cast(nw.Int64),
        euros=((nw.col("cents") + 0.5) * (1 / CENTS)).floor().cast(nw.Int64) * nw.col("priced"),
    )
    return whole.with_columns(
        days_squared=nw.col("days") * nw.col("days"),
        euros_squared=nw.col("euros") * nw.col("euros"),
    )


def _along_in_order(expression: nw.Expr, order: list[str]) -> nw.Expr:
    """Evaluate over the trajectories of a chain in some order."""
    return expression.over("client_id", "chain", order_by=order)
