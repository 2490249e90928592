"""What whole chains cost: by length, by first care form and by route, and how unequal that is.

A chain costs the amounts of all its trajectories up to ``as_of``, simultaneous help included; of a
chain that runs that is the cost so far. A chain of which a trajectory has no amount is left out.
Quartiles are the cost of the chain at that place in the order of costs, so that every engine gives
the same one.
"""

from collections.abc import Collection
from typing import Final

import narwhals.stable.v2 as nw

from core.frames import Frame
from core.tables import CHAIN_COSTS, COST_PARTS, MISSING, PRICED, around, contributors_of
from core.trajectories.cohorts import count_chains
from core.trajectories.contributors import with_around, with_contributors
from core.trajectories.counting import find_routes
from core.trajectories.openings import along
from core.trajectories.rules import Rules

PARTS: Final = 20
"""The chains are divided in so many parts, by cost."""

LONGEST: Final = 10
"""Lengths from here on are one class."""

QUARTERS: Final = {"lower_cents": 1, "middle_cents": 2, "upper_cents": 3}
PLACE: Final = 4
"""What one chain further counts for: places are counted in quarters of a chain."""

AROUND_QUARTERS: Final = [name for quarter in QUARTERS for name in around(quarter)]
REST: Final = MISSING
"""Stands in the place of forms and routes that are too rare to name."""


def count_priced(observed: Frame) -> Frame:
    """Count the chains that can be priced and those that cannot (``PRICED``)."""
    return count_chains(_with_priced(observed), "priced").select(*PRICED)


def find_costs(observed: Frame, rules: Rules) -> Frame:
    """Keep the trajectories of priced chains, and add what their chain costs and its ``route``.

    Beside what ``find_priced`` adds; the route is the same along a chain.
    """
    routes = find_routes(_with_priced(observed).filter(nw.col("priced") == 1))
    named = routes.rename({"variant": "route"})
    return find_priced(observed, rules).join(named, on=["client_id", "chain"], how="left")


def find_priced(observed: Frame, rules: Rules) -> Frame:
    """Keep the trajectories of priced chains, and add what their chain costs.

    Adds ``chain_cents``, ``length`` (in a row), ``form`` (of the first) and ``is_running`` (1 when
    care of the chain runs or may go on), all the same along a chain.
    """
    is_next = nw.when(nw.col("kind") == "next").then(1).otherwise(0)
    first = nw.when(nw.col("is_first") == 1).then(nw.col("care_form")).otherwise(nw.lit(MISSING))
    ended = nw.col("status").is_in(["ended", "unknown_end"])
    open_end = nw.when(ended & (nw.col("end") <= rules.as_of + 1)).then(0).otherwise(1)
    priced = _with_priced(observed).filter(nw.col("priced") == 1)
    return (
        priced.with_columns(is_next=is_next, opened_by=first, runs=open_end)
        .with_columns(
            chain_cents=along(nw.col("amount_cents").sum()),
            length=along(nw.col("is_next").sum()),
            form=along(nw.col("opened_by").max()),
            is_running=along(nw.col("runs").max()),
        )
        .with_columns(nw.col("chain_cents", "length", "is_running").cast(nw.Int64))
    )


def count_costs(costs: Frame, by: str) -> Frame:
    """Count what chains cost for each value of a column (``CHAIN_COSTS``, behind that column).

    Beside it stands who is behind the costs and around each quartile, which decides what is shown.
    """
    counted = costs.group_by(by).agg(
        chains=nw.col("is_first").sum(),
        running=(nw.col("is_first") * nw.col("is_running")).sum(),
        clients=nw.col("client_id").n_unique(),
        providers=nw.col("provider").n_unique(),
        amount_cents=nw.col("amount_cents").sum(),
    )
    whole = with_contributors(counted, costs, [by]).join(_quartiles(costs, by), on=by, how="left")
    names = [*CHAIN_COSTS, *contributors_of("amount_cents"), *AROUND_QUARTERS]
    return whole.with_columns(nw.col(*names).cast(nw.Int64)).select(by, *names)


def count_cost_parts(costs: Frame) -> Frame:
    """Divide the chains in PARTS of equally many, the dearest first (``COST_PARTS``)."""
    chains = costs.filter(nw.col("is_first") == 1).with_columns(
        dearest=nw.lit(0) - nw.col("chain_cents"), everyone=nw.lit(1)
    )
    order = ["dearest", "client_id", "chain"]
    placed = chains.with_columns(
        place=nw.col("everyone").cum_sum().over("everyone", order_by=order)
    ).with_columns(chains=nw.len().over("everyone"))
    part = ((nw.col("place") * PARTS - 0.5) / nw.col("chains")).floor() + 1
    parts = placed.with_columns(part=part.cast(nw.Int64)).select("client_id", "chain", "part")
    divided = costs.join(parts, on=["client_id", "chain"], how="inner")
    counted = divided.group_by("part").agg(
        chains=nw.col("is_first").sum(),
        clients=nw.col("client_id").n_unique(),
        providers=nw.col("provider").n_unique(),
        amount_cents=nw.col("amount_cents").sum(),
    )
    whole = with_contributors(counted, divided, ["part"])
    return whole.select(nw.col(*COST_PARTS, *contributors_of("amount_cents")).cast(nw.Int64))


def with_longest(costs: Frame, fewest: int) -> Frame:
    """Make one class of the first length with fewer than ``fewest`` chains and all that are longer.

    When those together are still fewer, the length before joins them; LONGEST is always a class.
    """
    lengths = costs.group_by("length").agg(chains=nw.col("is_first").sum())
    ordered = lengths.with_columns(descending=nw.lit(0) - nw.col("length"), everyone=nw.lit(1))
    reached = ordered.with_columns(
        at_least=nw.col("chains").cum_sum().over("everyone", order_by="descending")
    ).with_columns(shorter=nw.col("length").shift(1).over("everyone", order_by="length"))
    rare = nw.when(nw.col("chains") >= fewest).then(LONGEST).otherwise(nw.col("length"))
    short = nw.when(nw.col("at_least") < fewest).then(nw.col("shorter")).otherwise(LONGEST)
    caps = reached.select(rare=rare.min(), short=short.min())
    cap = caps.select(cap=nw.max_horizontal(nw.min_horizontal("rare", "short"), nw.lit(1)))
    return costs.join(cap, how="cross").with_columns(
        length=nw.min_horizontal("length", "cap", nw.lit(LONGEST))
    )


def with_named_routes(costs: Frame, named: Collection[str]) -> Frame:
    """Keep the names of these routes, and make the others REST."""
    is_named = nw.col("route").is_in(list(named))
    route = nw.when(is_named).then(nw.col("route")).otherwise(nw.lit(REST))
    return costs.with_columns(route=route)


def _with_priced(observed: Frame) -> Frame:
    has_amount = nw.when(nw.col("amount_cents").is_null()).then(0).otherwise(1)
    flagged = observed.with_columns(has_amount=has_amount)
    return flagged.with_columns(priced=along(nw.col("has_amount").min())).drop("has_amount")


def _quartiles(costs: Frame, by: str) -> Frame:
    """Find the cost of the chains at quarters of the order, and the persons around those."""
    chains = costs.filter(nw.col("is_first") == 1).with_columns(one=nw.lit(1))
    order = ["chain_cents", "client_id", "chain"]
    placed = chains.with_columns(place=nw.col("one").cum_sum().over(by, order_by=order) * PLACE)
    sized = placed.with_columns(chains=nw.len().over(by))
    beyond = {
        name: nw.col("place") - quarter * nw.col("chains") for name, quarter in QUARTERS.items()
    }
    at = {name: nw.when(far >= 0).then(nw.col("chain_cents")) for name, far in beyond.items()}
    found = sized.with_columns(**at).group_by(by).agg(*[nw.col(name).min() for name in QUARTERS])
    sides = {name: (far < 0, far >= PLACE) for name, far in beyond.items()}
    return with_around(found, sized, by, sides)
