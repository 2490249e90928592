"""Fitting: how much room words and tables take on paper, so that a note stays on one sheet.

Widths are those of Arial, rounded up: a mean letter is just over half as wide as its type is high.
What does not fit is never cut in silence: a table says how many rows are elsewhere.
"""

import math
from collections.abc import Sequence
from typing import Final

import pandas as pd

LETTER: Final = 0.53
"""The width of a mean letter, for type of one point."""

LINE: Final = 1.2
"""The height of a line, for type of one point."""

PADDING: Final = 12.0
"""Points beside the words of a cell."""

MOST_COLUMNS: Final = 8
MOST_LETTERS: Final = 60
"""A longer cell takes no more of the width than this: it gets more lines."""

BOLD_LETTER: Final = 0.62 * 8
"""Points of a bold letter of a cell."""


def height_of(words: str, points: float, width: float) -> float:
    """Give the height of a paragraph in type of some points, within a width in points."""
    fits = max(1, int(width / (points * LETTER)))
    return sum(max(1, math.ceil(len(line) / fits)) for line in words.split("\n")) * points * LINE


def widths_of(table: pd.DataFrame, whole: float) -> list[float]:
    """Divide a width over the columns of a table of text: no word is torn while there is room."""
    words = [_longest_word(table, place) for place in range(len(table.columns))]
    least = [letters * BOLD_LETTER + PADDING for letters in words]
    if sum(least) >= whole:
        return [whole * points / sum(least) for points in least]
    wanted = [1 + _longest_cell(table, place) for place in range(len(table.columns))]
    over = whole - sum(least)
    return [
        points + over * letters / sum(wanted) for points, letters in zip(least, wanted, strict=True)
    ]


def heights_of(table: pd.DataFrame, points: float, widths: Sequence[float]) -> list[float]:
    """Give the height of the heading of a table, and then of each row."""
    rows = [list(map(str, table.columns)), *(list(map(str, row)) for row in table.to_numpy())]
    return [
        max(
            height_of(cell, points, width - PADDING)
            for cell, width in zip(row, widths, strict=True)
        )
        + 1  # the line below a row
        for row in rows
    ]


def rows_within(heights: Sequence[float], room: float) -> int:
    """Count the rows that fit below the heading of a table; at least one where there is any."""
    used, fitting = heights[0], 0
    for height in heights[1:]:
        used += height
        if used > room:
            break
        fitting += 1
    return max(fitting, min(1, len(heights) - 1))


def columns_within(table: pd.DataFrame) -> pd.DataFrame:
    """Keep the columns that can be read beside each other on paper: the first ones."""
    return table.iloc[:, :MOST_COLUMNS]


def _longest_word(table: pd.DataFrame, place: int) -> int:
    """Count the letters of the longest word of a column, its heading included."""
    cells = [str(table.columns[place]), *(str(cell) for cell in table.iloc[:, place])]
    return max((len(word) for cell in cells for word in cell.split()), default=1)


def _longest_cell(table: pd.DataFrame, place: int) -> int:
    """Count the letters of the longest cell of a column, up to a bound."""
    return min(max((len(str(cell)) for cell in table.iloc[:, place]), default=1), MOST_LETTERS)
