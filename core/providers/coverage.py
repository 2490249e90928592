"""Who covers what: how care is divided over providers, and what those at the table have of it."""

from collections.abc import Sequence
from typing import Final

import narwhals.stable.v2 as nw

from core.frames import Frame
from core.providers.active import count_providers, with_merged
from core.providers.amounts import count_amounts
from core.tables import CONCENTRATION, COVERED, contributors_of

INSIDE: Final = "inside"
OUTSIDE: Final = "outside"
SIDES: Final = (INSIDE, OUTSIDE)
"""The care of the chosen providers, and all other care."""


def count_concentration(active: Frame, persons: int) -> Frame:
    """Count the care of each provider (``CONCENTRATION``).

    Providers with fewer ``persons`` are one row, ELSEWHERE; ``providers`` says how many it is of.
    Care without a provider is a row of its own, of no provider.
    """
    counted = count_providers(with_merged(active, persons), "merged")
    return counted.with_columns(provider=nw.col("merged")).select(*CONCENTRATION)


def count_covered(active: Frame, chosen: Sequence[str]) -> Frame:
    """Count the care and the cents of the chosen providers and of the others (``COVERED``).

    A client of both stands on both sides. Amounts are those of whole trajectories.
    """
    sides = active.with_columns(side=_side(nw.col("provider").is_in(list(chosen))))
    counted = count_providers(sides, "side").drop("providers")
    whole = counted.join(count_amounts(sides, "side"), on="side", how="left")
    return whole.select(*COVERED, *contributors_of("amount_cents"))


def count_reached(active: Frame, chosen: Sequence[str]) -> Frame:
    """Count ``clients`` by ``side``: inside has anything of the chosen, outside nothing of them."""
    has = nw.when(nw.col("provider").is_in(list(chosen))).then(1).otherwise(0)
    persons = active.with_columns(has=has).group_by("client_id").agg(has=nw.col("has").max())
    counted = (
        persons.with_columns(side=_side(nw.col("has") == 1))
        .group_by("side")
        .agg(clients=nw.col("client_id").n_unique())
    )
    return counted.with_columns(nw.col("clients").cast(nw.Int64))


def _side(is_inside: nw.Expr) -> nw.Expr:
    return nw.when(is_inside).then(nw.lit(INSIDE)).otherwise(nw.lit(OUTSIDE))
