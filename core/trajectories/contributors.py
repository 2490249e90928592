"""Who is behind an amount: it decides whether that amount may be shown."""

from collections.abc import Mapping, Sequence
from typing import Final

import narwhals.stable.v2 as nw

from core.frames import Frame
from core.tables import MISSING, around

KINDS: Final[Mapping[str, str]] = {"person": "client_id", "provider": "provider"}
"""Who can have a part of an amount, and the column that says who it is."""


def with_contributors(
    counted: Frame, rows: Frame, by: Sequence[str], amount: str = "amount_cents"
) -> Frame:
    """Add to counted rows who is behind an amount (``contributors_of``; null is nothing).

    ``rows`` are those that were counted, with ``by``, ``client_id``, ``provider`` and the amount.
    What credits take back is taken from the same person or provider first. Rows without a provider
    are those of one that is not known: it is not counted, and may be the largest.
    """
    cents = rows.with_columns(net=nw.col(amount).fill_null(0))
    told = counted
    for kind, name in KINDS.items():
        stem = f"{amount.removesuffix('_cents')}_{kind}"
        told = told.join(_behind(cents, by, name, stem), on=list(by), how="left")
    return told


def with_around(
    counted: Frame, placed: Frame, by: str, at: Mapping[str, tuple[nw.Expr, nw.Expr]]
) -> Frame:
    """Add to counted rows how many persons lie below and above typical amounts (``around``).

    ``at`` tells for each typical amount which rows of ``placed`` lie below it and which above. A
    person with something on both sides counts on both.
    """
    sides = {
        name: nw.when(holds).then(1).otherwise(0)
        for typical, both in at.items()
        for name, holds in zip(around(typical), both, strict=True)
    }
    persons = (
        placed.with_columns(**sides)
        .group_by(by, "client_id")
        .agg(*[nw.col(name).max() for name in sides])
    )
    numbers = persons.group_by(by).agg(*[nw.col(name).sum() for name in sides])
    whole = numbers.with_columns(nw.col(*sides).cast(nw.Int64))
    return counted.join(whole, on=by, how="left")


def _behind(rows: Frame, by: Sequence[str], name: str, stem: str) -> Frame:
    """Give the two largest, the sum and the number of persons or providers for each group.

    The second is as large as the first where several have the most: nothing has to be sorted.
    """
    keys = dict.fromkeys([*by, name])  # the groups may be providers themselves
    nets = rows.group_by(*keys).agg(net=nw.col("net").sum())
    signless = nets.with_columns(net=nw.col("net").cast(nw.Int64).abs())
    beside = signless.with_columns(most=nw.col("net").max().over(*by))
    is_most = nw.col("net") == nw.col("most")
    has_part = (nw.col("net") != 0) & (nw.col(name) != MISSING)
    found = (
        beside.with_columns(
            ties=nw.when(is_most).then(1).otherwise(0),
            below=nw.when(is_most).then(0).otherwise(nw.col("net")),
            number=nw.when(has_part).then(1).otherwise(0),
        )
        .group_by(*by)
        .agg(nw.col("most", "below").max(), nw.col("ties", "net", "number").sum())
    )
    parts = {
        "first": nw.col("most"),
        "second": nw.when(nw.col("ties") > 1).then(nw.col("most")).otherwise(nw.col("below")),
        "whole": nw.col("net"),
        "number": nw.col("number"),
    }
    named = {f"{stem}_{part}": number.cast(nw.Int64) for part, number in parts.items()}
    return found.select(*by, **named)
