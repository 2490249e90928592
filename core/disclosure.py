"""The door out: the only way for numbers to leave the model.

At the levels that are shared, a number says something about at least ten persons or it is not
there: 0 to 9 is left out, because nobody being somewhere can be a secret too, and every other
count is rounded to fives. Threshold and base follow the practice of Statistics Netherlands for
youth care (0-7 secret, base 5) with the stricter threshold of the regional monitors.

This protects single cells. It does not yet protect against comparing two selections, which the
start page says aloud.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final, Literal

import pandas as pd

from core.frames import Frame, collect

Level = Literal["openbaar", "raad", "tafel", "eigen", "analist"]

LEVELS: Final[tuple[Level, ...]] = ("openbaar", "raad", "tafel", "eigen", "analist")
SHARED: Final[tuple[Level, ...]] = ("openbaar", "raad", "tafel")
"""The levels at which numbers are protected; the others see only data of their own."""

NAMING: Final[tuple[Level, ...]] = ("tafel", "eigen", "analist")
"""The levels at which providers have names beside numbers: there they can answer for them."""

MINIMUM_PERSONS: Final = 10
MINIMUM_PROVIDERS: Final = 3
MOST_OF_ONE: Final = 80
"""Percent of an amount that one provider may have at most, or its turnover could be told.

Source: Bureau of Labor Statistics (US), Quarterly Census of Employment and Wages, which publishes
no cell of fewer than three firms or of which one has more than 80%.
"""

BASE: Final = 5
CENTS_BASE: Final = 100_000
"""At shared levels amounts are rounded to a thousand euros."""

TYPICAL_BASE: Final = 10_000
"""At shared levels what one thing typically costs is rounded to a hundred euros."""


@dataclass(frozen=True, slots=True)
class Shape:
    """Which columns of a table hold what.

    ``counts`` are numbers of things (persons included), hidden together with ``persons`` or when
    small themselves; ``values`` are statistics such as medians; ``amounts`` are cents, for which
    ``providers`` counts the organisations behind them; ``typical`` are cents of one thing, such as
    a median amount. ``largest`` names, in step with ``amounts``, the columns with what the largest
    provider has of each: it decides whether that amount may be shown, and is never shown itself.
    """

    counts: Sequence[str]
    persons: str = "clients"
    values: Sequence[str] = field(default=())
    amounts: Sequence[str] = field(default=())
    providers: str = "providers"
    typical: Sequence[str] = field(default=())
    largest: Sequence[str] = field(default=())

    def __post_init__(self) -> None:
        """Refuse largest providers of some of the amounts only."""
        if self.largest and len(self.largest) != len(self.amounts):
            raise ValueError(f"{len(self.largest)} largest are not of {len(self.amounts)} amounts")


@dataclass(frozen=True, slots=True)
class Grid:
    """Which rows a table has to have: every combination of ``values``, in each group ``within``.

    A row that is absent would tell that nobody is there.
    """

    values: Mapping[str, Sequence[object]]
    within: Sequence[str] = field(default=())


def is_shared(level: Level) -> bool:
    """Tell whether numbers are protected at a level."""
    return level in SHARED


def may_name_providers(level: Level) -> bool:
    """Tell whether the people at a level may read which provider a number is about."""
    return level in NAMING


def publish(frame: Frame, level: Level, shape: Shape) -> pd.DataFrame:
    """Compute a table and protect it for a level. A number left out is missing (``pd.NA``)."""
    return protect(collect(frame), level, shape)


def publish_filled(frame: Frame, level: Level, shape: Shape, grid: Grid) -> pd.DataFrame:
    """Compute a table, complete its rows, and protect it for a level."""
    return protect(fill_rows(collect(frame), grid), level, shape)


def publish_from(
    frames: Sequence[Frame],
    measure: Callable[..., pd.DataFrame],
    level: Level,
    shape: Shape,
) -> pd.DataFrame:
    """Compute what engines cannot, such as a graph or a curve, and protect the outcome.

    ``measure`` is a pure function of the computed frames, in their order; what it returns has the
    columns of ``shape``, and leaves this function protected.
    """
    return protect(measure(*[collect(frame) for frame in frames]), level, shape)


def publish_parts(
    frame: Frame, level: Level, count: str, grid: Grid, within: Sequence[str] = ()
) -> pd.DataFrame:
    """Compute counts that are parts of a whole, complete them, and protect both for a level."""
    return protect_parts(fill_rows(collect(frame), grid), level, count, within)


def protect(table: pd.DataFrame, level: Level, shape: Shape) -> pd.DataFrame:
    """Protect a table that was already computed; exact at the levels that are not shared."""
    columns = list(dict.fromkeys([*shape.counts, shape.persons]))
    shown = table.copy()
    for name in [*columns, *shape.amounts, *shape.typical, *shape.largest]:
        shown[name] = table[name].astype("Int64")
    for name in shape.values:
        shown[name] = table[name].astype("Float64")
    return _hidden(shown, shape, columns) if is_shared(level) else shown


def _hidden(table: pd.DataFrame, shape: Shape, counts: Sequence[str]) -> pd.DataFrame:
    few = (table[shape.persons] < MINIMUM_PERSONS).fillna(value=True)
    shown = table.copy()
    for name in counts:
        small = few | (table[name] < MINIMUM_PERSONS).fillna(value=True)
        shown[name] = rounded(table[name]).mask(small)
    for name in shape.values:
        shown[name] = table[name].mask(few)
    bases = dict.fromkeys(shape.amounts, CENTS_BASE) | dict.fromkeys(shape.typical, TYPICAL_BASE)
    if bases:
        narrow = few | (table[shape.providers] < MINIMUM_PROVIDERS).fillna(value=True)
        for name, base in bases.items():
            shown[name] = rounded(table[name], base).mask(narrow)
    return _without_dominated(table, shown, shape)


def _without_dominated(table: pd.DataFrame, shown: pd.DataFrame, shape: Shape) -> pd.DataFrame:
    """Hide the amount where one provider has nearly all of it, and always what that one has.

    Of nothing or less no part can be told, so that such an amount is hidden too.
    """
    protected = shown.copy()
    for name, largest in zip(shape.amounts, shape.largest, strict=False):  # all of them or none
        amount = table[name]
        dominated = (table[largest] * 100 > amount * MOST_OF_ONE) | (amount <= 0)
        protected[name] = shown[name].mask(dominated.fillna(value=True))
        protected[largest] = pd.NA
    return protected


def rounded(numbers: "pd.Series[int]", base: int = BASE) -> "pd.Series[int]":
    """Round to a multiple of the base, halves up: 12 becomes 10 and 13 becomes 15."""
    return (numbers + base // 2) // base * base


def protect_parts(
    table: pd.DataFrame, level: Level, count: str, within: Sequence[str]
) -> pd.DataFrame:
    """Protect counts that are parts of a whole, and add ``whole``, a count of its own.

    A whole is all rows that are alike in ``within`` (all rows when it is empty). When one part is
    hidden its siblings are too, so that only the whole is left. A whole stands
    for at least as many persons as its largest part, which is what decides whether it is shown.
    """
    shape = Shape(counts=[count])
    keys = [table[name] for name in within] or [pd.Series(0, index=table.index)]
    groups = table.groupby(keys)
    wholes = pd.DataFrame(
        {"clients": groups["clients"].transform("max"), count: groups[count].transform("sum")}
    )
    parts = protect(table, level, shape)
    hidden = parts[count].isna().groupby(keys).transform("any")
    shown = {name: parts[name].mask(hidden) for name in (count, shape.persons)}
    return parts.assign(**shown, whole=protect(wholes, level, shape)[count])


def fill_rows(table: pd.DataFrame, grid: Grid) -> pd.DataFrame:
    """Give a computed table all rows of a grid, with zero counts where nobody was."""
    rows = table[list(grid.within)].drop_duplicates() if grid.within else pd.DataFrame(index=[0])
    for name, options in grid.values.items():
        rows = rows.merge(pd.DataFrame({name: list(options)}), how="cross")
    keys = [*grid.within, *grid.values]
    counts = [name for name in table.columns if name not in keys]
    filled = rows.merge(table, how="left", on=keys)
    return filled.assign(**{name: filled[name].fillna(0).astype("int64") for name in counts})


def total_of(table: pd.DataFrame, count: str) -> int | None:
    """Add up a protected column; None as soon as one cell is hidden, which the total would tell."""
    cells = table[count]
    return None if cells.isna().any() else int(cells.sum())


def share_of(part: int | None, whole: int | None) -> float | None:
    """Divide two protected numbers; None when either is hidden or there is nothing to divide."""
    if part is None or whole is None or pd.isna(part) or pd.isna(whole) or not whole:
        return None
    return min(part / whole, 1.0)


def shares_of(table: pd.DataFrame, count: str, within: Sequence[str]) -> "pd.Series[float]":
    """Divide protected cells by the sum of their group; missing when one of the group is hidden."""
    whole = table.groupby(list(within))[count].transform(lambda cells: cells.sum(skipna=False))
    return (table[count] / whole).where(whole > 0)
