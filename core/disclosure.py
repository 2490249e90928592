"""The door out: the only way for numbers to leave the model.

At the levels that are shared, a number says something about at least as many persons as the policy
in force asks (``core.protection.policy``) or it is not there. Nobody is few too, because nobody
being somewhere can be a secret. Every other count is rounded, so that shares and averages, which
are divided from what leaves here, are as protected as what they are made of.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final, Literal

import pandas as pd

from core.frames import Frame, collect
from core.protection.cells import hide_small
from core.protection.dominance import hide_telling
from core.protection.percentiles import fewest_around
from core.protection.policy import Policy, policy
from core.protection.shapes import Margins, Shape

Level = Literal["openbaar", "raad", "tafel", "eigen", "analist"]

LEVELS: Final[tuple[Level, ...]] = ("openbaar", "raad", "tafel", "eigen", "analist")
SHARED: Final[tuple[Level, ...]] = ("openbaar", "raad", "tafel")
"""The levels at which numbers are protected; the others see only data of their own."""

NAMING: Final[tuple[Level, ...]] = ("tafel", "eigen", "analist")
"""The levels at which providers have names beside numbers: there they can answer for them."""

MINIMUM_PERSONS: Final = policy().threshold
MEDIAN_PERSONS: Final = fewest_around(0.5, MINIMUM_PERSONS)
"""From how many persons a median may be shown."""

MINIMUM_PROVIDERS: Final = policy().providers


@dataclass(frozen=True, slots=True)
class Grid:
    """Which rows a table has to have: every combination of ``values``, in each group ``within``.

    A row that is absent would tell that nobody is there. ``divides`` says of parts that all groups
    together stand in another table, so that no group may be told from the others.
    """

    values: Mapping[str, Sequence[object]]
    within: Sequence[str] = field(default=())
    divides: bool = False


def is_shared(level: Level) -> bool:
    """Tell whether numbers are protected at a level."""
    return level in SHARED


def may_name_providers(level: Level) -> bool:
    """Tell whether the people at a level may read which provider a number is about."""
    return level in NAMING


def publish(frame: Frame, level: Level, shape: Shape) -> pd.DataFrame:
    """Compute a table and protect it for a level. A number left out is missing (``pd.NA``)."""
    return protect(collect(frame), level, shape)


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
    table = fill_rows(collect(frame), grid)
    parts = protect_parts(table, level, count, within)
    if not (grid.divides and is_shared(level)):
        return parts
    from core.protection.linking import hide_groups  # noqa: PLC0415 - as in protect_tables

    margins = Margins([*grid.within, *grid.values], [within, [*grid.values]])
    return hide_groups(table, parts, count, margins, policy())


def protect(
    table: pd.DataFrame, level: Level, shape: Shape, rule: Policy | None = None
) -> pd.DataFrame:
    """Protect a table that was already computed; exact at the levels that are not shared.

    By the policy in force, unless another ``rule`` is given.
    """
    shown = table.copy()
    for name in [*shape.numbers, *shape.cents, *shape.deciding]:
        shown[name] = table[name].astype("Int64")
    for name in shape.statistics:
        shown[name] = table[name].astype("Float64")
    if is_shared(level):
        asked = rule or policy()
        shown = hide_telling(shown, hide_small(shown, shape, asked), shape, asked)
    return shown.drop(columns=[*shape.deciding])


def protect_parts(
    table: pd.DataFrame,
    level: Level,
    count: str,
    within: Sequence[str],
    rule: Policy | None = None,
) -> pd.DataFrame:
    """Protect counts that are parts of a whole, and add ``whole``, a count of its own.

    A whole is all rows that are alike in ``within`` (all rows when it is empty). When one part is
    hidden its siblings are too, so that only the whole is left, and so is a part that is all of it.
    A whole stands for at least as many persons as its largest part, which decides whether it is
    shown.
    """
    shape = Shape(counts=[count])
    divided = Shape(counts=[count], within=within)
    keys = [table[name] for name in within] or [pd.Series(0, index=table.index)]
    groups = table.groupby(keys)
    wholes = pd.DataFrame(
        {"clients": groups["clients"].transform("max"), count: groups[count].transform("sum")}
    )
    parts = protect(table, level, divided, rule)
    hidden = parts[count].isna().groupby(keys).transform("any")
    shown = {name: parts[name].mask(hidden) for name in (count, shape.persons)}
    return parts.assign(**shown, whole=protect(wholes, level, shape, rule)[count])


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


def publish_table(
    frame: Frame, level: Level, shape: Shape, margins: Margins, grid: Grid | None = None
) -> pd.DataFrame:
    """Compute a table of which sums may be known, and protect it against who knows them.

    With ``margins.told`` the sums stand below its rows, with ``pd.NA`` where was summed over.
    """
    table = collect(frame) if grid is None else fill_rows(collect(frame), grid)
    return protect_tables([(table, shape, margins)], level)[0]


def publish_table_from(
    frames: Sequence[Frame],
    measure: Callable[..., pd.DataFrame],
    level: Level,
    shape: Shape,
    margins: Margins,
) -> pd.DataFrame:
    """Compute what engines cannot, as ``publish_from`` does, and protect it with its sums."""
    measured = measure(*[collect(frame) for frame in frames])
    return protect_tables([(measured, shape, margins)], level)[0]


def protect_tables(
    tables: Sequence[tuple[pd.DataFrame, Shape, Margins]], level: Level, rule: Policy | None = None
) -> Sequence[pd.DataFrame]:
    """Protect tables with sums together: a cell that is hidden in one is hidden in all of them.

    Cells of two tables are the same when all of their ``by`` columns and values are.
    """
    from core.protection.linking import (  # noqa: PLC0415 - solvers are for tables with sums only
        Linked,
        add_sums,
        hide_linked,
    )

    linked = []
    for table, shape, margins in tables:
        whole = add_sums(table, shape, margins)
        shown = _protect_both(whole, len(table), level, shape, rule)
        linked.append(Linked(whole, shown, shape, margins, len(table)))
    protected = hide_linked(linked, rule or policy()) if is_shared(level) else linked
    return [one.told for one in protected]


def _protect_both(
    whole: pd.DataFrame, rows: int, level: Level, shape: Shape, rule: Policy | None
) -> pd.DataFrame:
    """Protect the rows of a table and, below them, its sums, which are parts of no group."""
    cells = protect(whole.iloc[:rows], level, shape, rule)
    if rows == len(whole):
        return cells
    alone = replace(shape, within=None, whole="", rest=None)
    return pd.concat([cells, protect(whole.iloc[rows:], level, alone, rule)])


__all__ = [
    "LEVELS",
    "MEDIAN_PERSONS",
    "MINIMUM_PERSONS",
    "MINIMUM_PROVIDERS",
    "NAMING",
    "SHARED",
    "Grid",
    "Level",
    "Margins",
    "Shape",
    "fill_rows",
    "is_shared",
    "may_name_providers",
    "protect",
    "protect_parts",
    "protect_tables",
    "publish",
    "publish_from",
    "publish_parts",
    "publish_table",
    "publish_table_from",
    "share_of",
    "shares_of",
    "total_of",
]
