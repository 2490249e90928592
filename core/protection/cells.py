"""Single cells: what is about few persons, or leaves few outside it, goes; the rest is rounded."""

from typing import Final

import pandas as pd

from core.protection.groups import tells_all
from core.protection.percentiles import fewest_around
from core.protection.policy import Policy, policy
from core.protection.shapes import Shape

CENTS_BASE: Final = 100_000
"""At shared levels amounts are rounded to a thousand euros."""

LINES_BASE: Final = 100
"""At shared levels lines are told in whole hundreds: one person may have a dozen of them."""

TYPICAL_BASE: Final = 10_000
"""At shared levels what one thing typically costs is rounded to a hundred euros."""

DECIMALS: Final = 2
WHOLE_FROM: Final = 10
"""At shared levels a statistic has two decimals, or none from ten on: more could tell its parts."""


def hide_small(table: pd.DataFrame, shape: Shape, rule: Policy) -> pd.DataFrame:
    """Hide what is about few and round the rest; a number left out is missing (``pd.NA``)."""
    few = _few(table, shape.persons, shape, rule)
    shown = table.copy()
    for name in shape.numbers:
        shown[name] = rounded(table[name], rule.base).mask(few | _few(table, name, shape, rule))
    for name in shape.statistics:
        shown[name] = _as_read(table, name, shape, rule).mask(few)
    bases = dict.fromkeys(shape.cents, TYPICAL_BASE) | dict.fromkeys(shape.amounts, CENTS_BASE)
    if bases:
        narrow = few | (table[shape.providers] < rule.providers).fillna(value=True)
        for name, base in bases.items():
            shown[name] = rounded(table[name], base).mask(narrow)
    return _without_extremes(table, shown, shape, rule)


def _few(table: pd.DataFrame, name: str, shape: Shape, rule: Policy) -> "pd.Series[bool]":
    """Tell where a count is too small, or leaves too few outside it in its group."""
    few = (table[name] < rule.threshold).fillna(value=True).astype(bool)
    if name not in shape.parts:
        return few
    alike = tells_all(table, name, shape.within or (), shape.whole, rule.threshold)
    return few | (alike if shape.rest is None else alike & (table[shape.rest[0]] != shape.rest[1]))


def _as_read(table: pd.DataFrame, name: str, shape: Shape, rule: Policy) -> "pd.Series[float]":
    """Give a statistic no finer than people read it; an average as its rounded sum and count."""
    cells = table[name]
    if name in shape.percentiles:
        return cells
    if name in shape.averages:
        number = table[shape.averages[name]]
        total = rounded((cells * number).round(), rule.base)
        cells = total / rounded(number, rule.base).where(number >= rule.threshold)
    return cells.round(DECIMALS).where(cells.abs() < WHOLE_FROM, cells.round())


def _without_extremes(
    table: pd.DataFrame, shown: pd.DataFrame, shape: Shape, rule: Policy
) -> pd.DataFrame:
    """Hide the percentiles that have too few persons on one of their sides."""
    protected = shown.copy()
    for name, quantile in shape.percentiles.items():
        few = table[shape.persons] < fewest_around(quantile, rule.threshold)
        protected[name] = shown[name].mask(few.fillna(value=True))
    return protected


def rounded(numbers: "pd.Series[int]", base: int = policy().base) -> "pd.Series[int]":
    """Round to a multiple of the base, halves up: 12 becomes 10 and 13 becomes 15."""
    return (numbers + base // 2) // base * base


def round_lines(lines: int) -> int | None:
    """Round a number of lines down for a shared level; None where it is too small to show."""
    return lines // LINES_BASE * LINES_BASE or None
