"""What else is left out of published tables: a cell beside a hidden one, and groups of one row.

Sums that would tell a hidden number are looked after by ``core.disclosure.publish_table``.
"""

from collections.abc import Sequence

import pandas as pd


def hide_second(cells: "pd.Series[int]") -> "pd.Series[int]":
    """Hide the smallest shown cell where exactly one is hidden, the first of equals.

    Takes protected counts that add up to a sum that may be known; numbers left out are missing.
    """
    alone = len(cells) > 1 and int(cells.isna().sum()) == 1
    return cells.mask(cells.index == cells.idxmin()) if alone else cells


def hide_along(table: pd.DataFrame, count: str, columns: Sequence[str]) -> pd.DataFrame:
    """Hide what other tables tell of the rows of which a count is hidden: it would tell of it."""
    hidden = table[count].isna()
    return table.assign(**{name: table[name].mask(hidden) for name in columns})


def drop_alone(table: pd.DataFrame, within: Sequence[str] = ()) -> pd.DataFrame:
    """Drop the groups that hold one row only: their 100% is about every person in them.

    ``within`` names the columns of the groups; without it all rows are one group.
    """
    if not within:
        return table if len(table) > 1 else table.iloc[:0]
    return table[table.duplicated(list(within), keep=False)]
