"""The rows of a long table that stand where not all of them fit: on a slide, or on a note.

Of what has no order of its own the largest stand there. Rows that do have one (years, the ladder,
length) and rows of named organisations, which are never ranked, are the first of the screen.
"""

import pandas as pd

from core.text import foremost as text
from core.text.cells import number_of


def foremost(table: pd.DataFrame, rows: int) -> pd.DataFrame:
    """Give some rows of a table of text cells; all of them in the order of the screen if they fit.

    Else the largest, largest first, or the first. A row of what was merged comes after all that
    have a name, and so does a hidden number.
    """
    return table if rows >= len(table) else ranked(table).head(rows)


def ranked(table: pd.DataFrame) -> pd.DataFrame:
    """Put the rows of a table in the order in which they are worth their room."""
    counted = count_of(table)
    if not counted:
        return table
    cells = zip(table.astype(str).to_numpy().tolist(), table[counted].astype(str), strict=True)
    sizes = [_size(row, shown) for row, shown in cells]
    return table.iloc[sorted(range(len(table)), key=sizes.__getitem__, reverse=True)]


def part_of(table: pd.DataFrame, rows: int, columns: int, elsewhere: str) -> str:
    """Say which rows of a table stand here, how many columns do not, and where all of it is."""
    largest = bool(count_of(table))
    left = max(len(table.columns) - columns, 0)
    said = text.which(rows, len(table), largest=largest)
    return text.part_of(said, text.columns_left(left), elsewhere)


def count_of(table: pd.DataFrame) -> str:
    """Name the column that says how large a row is; nothing where rows keep their order."""
    headings = [str(name) for name in table.columns]
    found = (
        counted
        for (*names, counted) in text.COUNTED
        if headings[: len(names)] == names and counted in headings
    )
    return next(found, "")


def _size(row: list[str], shown: str) -> tuple[bool, float]:
    number = number_of(shown)
    is_merged = any(cell.lstrip("0123456789. ").startswith(text.MERGED) for cell in row)
    return not is_merged, -1.0 if number is None else number.value
