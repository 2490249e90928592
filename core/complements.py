"""Second hiding: what else must go so that a hidden number cannot be told from the rest.

``core.disclosure`` hides single cells. A cell hidden alone in a column comes back as soon as the
sum of the column is known from elsewhere, and a group of which everybody has the same answer tells
that answer about each of its people.
"""

from collections.abc import Sequence

import pandas as pd


def hide_second(cells: "pd.Series[int]") -> "pd.Series[int]":
    """Hide the smallest shown cell where exactly one is hidden, the first of equals.

    Takes protected counts that add up to a sum that may be known; numbers left out are missing.
    """
    alone = len(cells) > 1 and int(cells.isna().sum()) == 1
    return cells.mask(cells.index == cells.idxmin()) if alone else cells


def hide_second_in(
    table: pd.DataFrame, column: str, among: "pd.Series[bool] | None" = None
) -> pd.DataFrame:
    """Do so in a column of a published table of which the sum is known from another table.

    ``among`` tells which rows make up that sum, all of them when it is left out; in the others
    the column is left out, for they are no part of it.
    """
    cells = table[column] if among is None else table.loc[among, column]
    return table.assign(**{column: hide_second(cells).reindex(table.index)})


def hide_beside(table: pd.DataFrame, columns: Sequence[str]) -> pd.DataFrame:
    """Hide all ``columns`` of a row of which one is hidden: their sum may be known elsewhere."""
    hidden = table[list(columns)].isna().any(axis=1)
    return table.assign(**{name: table[name].mask(hidden) for name in columns})


def hide_parts(table: pd.DataFrame, columns: Sequence[str]) -> pd.DataFrame:
    """Hide rows of parts as a whole, never one alone: sums by row and by column may be known.

    Takes protected counts; the row that goes along is that with the smallest first part.
    """
    whole = hide_beside(table, columns)
    return hide_beside(hide_second_in(whole, columns[0]), columns)


def hide_second_within(table: pd.DataFrame, column: str, within: str) -> pd.DataFrame:
    """Hide a second cell in each group of a published table, the groups named by ``within``."""
    return table.assign(**{column: table.groupby(within)[column].transform(hide_second)})


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
