"""Amounts with sums: what is left of a sum when all that is shown is taken off is an amount too.

An amount may be hidden because one provider has nearly all of it. Whoever knows the sum of the
column is left with the hidden amounts together, and so those have to obey the rules of any amount:
one large amount beside a small one would not be hidden at all.
"""

from collections.abc import Sequence

import pandas as pd

from core.protection.dominance import tells_of_one
from core.protection.policy import Policy
from core.protection.shapes import Margins, Shape
from core.tables import contributors_of


def hide_remainders(
    counted: pd.DataFrame, shown: pd.DataFrame, shape: Shape, margins: Margins, rule: Policy
) -> pd.DataFrame:
    """Hide the smallest amounts until, in every sum, what is hidden may be known together.

    ``counted`` has what decides about its amounts; ``shown`` has the same rows, and loses only
    amounts. A sum in which nothing is hidden stays, and one may come to hide all it has.
    """
    told = shown.copy()
    for amount in shape.amounts:
        for kept in [*margins.asked, *margins.asked[::-1]]:  # sums cross: each may ask once more
            told[amount] = _hidden_in(counted, told[amount], amount, kept, rule)
    return told


def _hidden_in(
    counted: pd.DataFrame, cells: "pd.Series[int]", amount: str, kept: Sequence[str], rule: Policy
) -> "pd.Series[int]":
    keys = [counted[name] for name in kept] or [pd.Series(0, index=counted.index)]
    groups = counted.groupby(keys, dropna=False).ngroup()
    for group in groups[cells.isna()].unique():
        shown = cells[groups == group].dropna().sort_values(kind="stable")
        for place in shown.index:
            if not _tells(counted[(groups == group) & cells.isna()], amount, rule):
                break
            cells = cells.mask(cells.index == place)
    return cells


def _tells(rows: pd.DataFrame, amount: str, rule: Policy) -> bool:
    """Judge rows as one amount, as if whoever has most of one row had most of every row.

    Persons and providers may be the same ones in each: there are at least as many as in one row.
    """
    names = {name: "max" if name.endswith("number") else "sum" for name in contributors_of(amount)}
    together = rows[[amount, *names]].agg({amount: "sum", **names}).to_frame().T
    return bool(tells_of_one(together, amount, rule).iloc[0])
