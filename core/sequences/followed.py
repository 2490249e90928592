"""The routes that chains took within the time they were followed, with what they amounted to."""

from typing import Final

import narwhals.stable.v2 as nw

from core.frames import Frame
from core.tables import FOLLOWED_ROUTES, ROUTE_AMOUNTS
from core.trajectories.cohorts import find_followed
from core.trajectories.counting import find_routes
from core.trajectories.rules import Rules

MONTHS_FOLLOWED: Final = 24
"""Routes are compared over the first two years of a chain."""

DAYS_A_MONTH: Final = 30.4375
"""On average, over the leap years."""


def count_followed_routes(observed: Frame, rules: Rules, months: int) -> Frame:
    """Count the routes of observed chains that were followed for ``months`` (``FOLLOWED_ROUTES``).

    What began later takes no part, and no chain lasts longer than it was followed. ``clients``
    counts each person once, in the route of the earliest chain, so that routes may be added up.
    Amounts are those of whole trajectories; null where none was delivered.
    """
    followed = find_followed(observed, rules, months)
    routes = find_routes(followed)
    chains = _per_chain(followed, round(months * DAYS_A_MONTH))
    counted = (
        chains.join(routes, on=["client_id", "chain"], how="inner")
        .group_by("variant")
        .agg(
            nw.col("days", "rises", "falls", "amount_cents").sum(),
            chains=nw.len(),
            clients=nw.col("is_earliest").sum(),
            priced=nw.col("priced").max(),
        )
    )
    providers = (
        followed.join(routes, on=["client_id", "chain"], how="inner")
        .group_by("variant")
        .agg(providers=nw.col("provider").n_unique())
    )
    amount = nw.when(nw.col("priced") > 0).then(nw.col("amount_cents"))
    whole = counted.with_columns(amount_cents=amount).join(providers, on="variant", how="inner")
    numbers = [name for name in FOLLOWED_ROUTES if name != "variant"]
    return whole.with_columns(nw.col(*numbers).cast(nw.Int64)).select(*FOLLOWED_ROUTES)


def find_followed_amounts(observed: Frame, rules: Rules, months: int) -> Frame:
    """List what each client had of each provider along the same routes (``ROUTE_AMOUNTS``).

    Decides whether the amount of a route, or of several together, may be shown.
    """
    followed = find_followed(observed, rules, months)
    placed = followed.join(find_routes(followed), on=["client_id", "chain"], how="inner")
    amounts = (
        placed.with_columns(cents=nw.col("amount_cents").fill_null(0))
        .group_by("variant", "client_id", "provider")
        .agg(amount_cents=nw.col("cents").sum())
    )
    return amounts.with_columns(nw.col("amount_cents").cast(nw.Int64)).select(*ROUTE_AMOUNTS)


def _per_chain(followed: Frame, most_days: int) -> Frame:
    """Give a row per chain, with its days within the follow-up and what it amounted to."""
    marked = followed.with_columns(
        rises=_as_number(nw.col("step") == "up"),
        falls=_as_number(nw.col("step") == "down"),
        priced=_as_number(~nw.col("amount_cents").is_null()),
        amount_cents=nw.col("amount_cents").fill_null(0),
        earliest=nw.col("chain").min().over("client_id"),
    )
    chains = marked.group_by("client_id", "chain").agg(
        nw.col("end", "rises", "falls", "priced", "earliest").max(),
        nw.col("first_start").min(),
        nw.col("amount_cents").sum(),
    )
    lasted = nw.col("end") - nw.col("first_start")
    return chains.with_columns(
        days=nw.min_horizontal(lasted, nw.lit(most_days)),
        is_earliest=_as_number(nw.col("chain") == nw.col("earliest")),
    )


def _as_number(holds: nw.Expr) -> nw.Expr:
    return nw.when(holds).then(1).otherwise(0)
