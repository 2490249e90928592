"""Dominance: when an amount tells what one person or one provider has of it.

Whoever has much of an amount can subtract it and come close to what another has. So an amount is
shown only when the second largest cannot estimate the largest within a few percent (the p%-rule),
the two largest do not have nearly all of it, and enough persons and providers have a part (A.
Hundepool et al., Statistical Disclosure Control, 2012, chapter 4). Persons and providers both
contribute. Credits are set against the debits of the same contributor first; what is left counts
without its sign, because the rules say nothing about contributions below zero.
"""

from collections.abc import Sequence
from typing import Final

import pandas as pd

from core.protection.policy import Policy
from core.protection.shapes import Shape
from core.tables import MISSING, around, contributors_of

KINDS: Final = ("person", "provider")


def hide_telling(
    table: pd.DataFrame, shown: pd.DataFrame, shape: Shape, rule: Policy
) -> pd.DataFrame:
    """Hide in what is ``shown`` of a table the cents that tell too much of one or of few."""
    tells = {name: tells_of_one(table, name, rule) for name in shape.amounts}
    tells |= {name: tells_of_few(table, name, rule) for name in shape.typical}
    parts = [tells_of_one(table, name, rule) for name in shape.divided]
    tells |= {name: pd.concat(parts, axis=1).any(axis=1) for name in shape.means}
    return shown.assign(**{name: shown[name].mask(hidden) for name, hidden in tells.items()})


def tells_of_one(table: pd.DataFrame, amount: str, policy: Policy) -> "pd.Series[bool]":
    """Tell in which rows an amount says too much of one person or provider.

    Expects the columns ``contributors_of(amount)``; what is not known there is too much, and so is
    an amount of nothing or less. The part of the largest provider is taken of what would be shown,
    where the table has the amount: credits make that less than all parts without their sign.
    """
    persons, providers = (_parts(table, amount, kind) for kind in KINDS)
    shown = table[amount].astype("Int64") if amount in table else providers["whole"]
    tells = (
        (persons["number"] < policy.threshold)
        | (providers["number"] < policy.providers)
        | (providers["first"] * 100 > shown * policy.most_of_one)
        | (shown <= 0)
        | _is_concentrated(persons, policy)
        | _is_concentrated(providers, policy)
    )
    return tells.fillna(value=True).astype(bool)


def tells_of_few(table: pd.DataFrame, typical: str, policy: Policy) -> "pd.Series[bool]":
    """Tell in which rows a typical amount has too few persons above or below it.

    Expects the columns ``around(typical)``; what is not known is too few.
    """
    sides = table[[*around(typical)]].astype("Int64")
    return (sides < policy.threshold).fillna(value=True).any(axis=1)


def measure_contributors(
    rows: pd.DataFrame, by: Sequence[str], amount: str, names: Sequence[str]
) -> pd.DataFrame:
    """Find who is behind an amount of rows that are here already: ``contributors_of(amount)``.

    A row of the result is a combination of ``by``, which is its index. ``names`` are the columns
    that name the person and the provider; without a name the provider is one that is not known.
    """
    stem = amount.removesuffix("_cents")
    kinds = [
        _measured(rows, by, amount, name).add_prefix(f"{stem}_{kind}_")
        for kind, name in zip(KINDS, names, strict=True)
    ]
    return pd.concat(kinds, axis=1)


def _measured(rows: pd.DataFrame, by: Sequence[str], amount: str, name: str) -> pd.DataFrame:
    keys = list(dict.fromkeys([*by, name]))  # the groups may be providers themselves
    nets = rows.groupby(keys)[amount].sum().abs().rename("net").reset_index()
    ordered = nets.sort_values("net", ascending=False)
    named = ordered.assign(named=(ordered["net"] != 0) & (ordered[name] != MISSING))
    groups = named.groupby(list(by))
    others = named[groups.cumcount() == 1].set_index(list(by))["net"]
    whole = pd.DataFrame(
        {
            "first": groups["net"].max(),
            "second": others,
            "whole": groups["net"].sum(),
            "number": groups["named"].sum(),
        }
    )
    return whole.fillna(0).astype("int64")


def _parts(table: pd.DataFrame, amount: str, kind: str) -> "dict[str, pd.Series[int]]":
    """Give what the table has of persons or of providers, by the part of it."""
    stem = f"{amount.removesuffix('_cents')}_{kind}_"
    return {
        name.removeprefix(stem): table[name].astype("Int64")
        for name in contributors_of(amount)
        if name.startswith(stem)
    }


def _is_concentrated(parts: "dict[str, pd.Series[int]]", policy: Policy) -> "pd.Series[bool]":
    """Apply the p%-rule and the rule of the two largest, in whole numbers."""
    two = parts["first"] + parts["second"]
    estimable = (parts["whole"] - two) * 100 < parts["first"] * policy.p_percent
    return estimable | (two * 100 > parts["whole"] * policy.most_of_two)
