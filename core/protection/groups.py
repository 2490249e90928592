"""Group disclosure: when nearly everybody in a group has the same answer.

That all fourteen young people of a district get crisis care tells it about each of them, although
fourteen is not few. So a part is hidden when fewer than the threshold lie outside it, as it is
when fewer lie in it.
"""

from collections.abc import Sequence

import pandas as pd


def others_in(
    table: pd.DataFrame, count: str, within: Sequence[str], whole: str = ""
) -> "pd.Series[int]":
    """Count, for each row, what its group has outside it.

    A group is all rows alike in ``within``, and has the sum of them or, where one person may be in
    several rows, what column ``whole`` says. Missing where one of the numbers is.
    """
    if whole:
        return table[whole] - table[count]
    cells = table[count]
    keys = [table[name] for name in within] or [pd.Series(0, index=table.index)]
    summed = cells.fillna(0).groupby(keys, dropna=False).transform("sum")
    untold = cells.isna().groupby(keys, dropna=False).transform("any")
    return (summed - cells).mask(untold)


def tells_all(
    table: pd.DataFrame, count: str, within: Sequence[str], whole: str, threshold: int
) -> "pd.Series[bool]":
    """Tell which rows hold so nearly all of their group that they tell it about everybody."""
    few = others_in(table, count, within, whole) < threshold
    return few.fillna(value=True).astype(bool)
