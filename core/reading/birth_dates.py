"""Birth dates under a heading that does not say so: dates that lie years before the care.

An invoice or a decision has a date too, but near the begin of the care, or on few different days.
"""

from collections.abc import Sequence
from statistics import median
from typing import Final

import duckdb

from core.reading.days import EXCEL_STYLE, day_of, period_of
from core.reading.headings import Column
from core.reading.mapped import rows_of
from core.tables import OPEN_END

FEWEST: Final = 10
DATES_SHARE: Final = 0.95
OLDEST: Final = 24 * 366  # days: youth care ends before
YOUNGEST: Final = 3 * 365  # the median child in care is older


NEVER: Final = ("start", "end", "period", "care_form", "product", "amount", "spell")
"""Meanings that are dates of their own, or cannot be one."""
BY_SERIAL: Final = ("", "birth_year")
"""Where five digits are a date of Excel; elsewhere they are a number of something."""


def holds_birth_dates(
    session: duckdb.DuckDBPyConnection, columns: Sequence[Column], column: Column
) -> bool:
    """Say whether a column of ``first_lines`` holds dates that can only be birth dates.

    That is: nearly all dates, more than half of them different (or one a client), and the median
    at least three and at most 24 years before the line begins.
    """
    if column.meaning in NEVER:
        return False
    rows = _first_lines(session, columns, column.place)
    filled = [row for row in rows if row["cell"].strip()]
    if len(filled) < FEWEST or not _may_be_dates(filled[:FEWEST], column):
        return False
    dated = [(row, day) for row in filled if (day := _day(row["cell"], column)) is not None]
    ages = [begin - day for row, day in dated if (begin := _begin(row["begin"])) is not None]
    if len(ages) < DATES_SHARE * len(filled):
        return False
    different = len({day for _, day in dated})
    each = {(row["client"], day) for row, day in dated}
    one_each = len(each) == len({row["client"] for row, _ in dated})
    some = different * 2 > len(filled) or (one_each and different * 2 > len(each))
    return some and YOUNGEST <= median(ages) <= OLDEST


def _may_be_dates(first: Sequence[dict[str, str]], column: Column) -> bool:
    """Say whether more than half of the first cells are dates; saves reading all of them."""
    return 2 * sum(_day(row["cell"], column) is not None for row in first) > len(first)


def _first_lines(
    session: duckdb.DuckDBPyConnection, columns: Sequence[Column], place: int
) -> list[dict[str, str]]:
    places = {column.meaning: column.place for column in columns if column.meaning}
    wanted = {
        "cell": place,
        "client": places.get("client_id", place),
        "begin": places.get("start", places.get("period", place)),
    }
    cells = [
        duckdb.CoalesceOperator(
            duckdb.ColumnExpression(f"c{number}"), duckdb.ConstantExpression("")
        ).alias(name)
        for name, number in wanted.items()
    ]
    return rows_of(session.table("first_lines").select(*cells))


def _day(text: str, column: Column) -> int | None:
    """Read a date; none where it is open, or a number of something in a column of numbers."""
    day = day_of(text)
    counted = day.style == EXCEL_STYLE and column.meaning not in BY_SERIAL
    return None if counted or day.number == OPEN_END else day.number


def _begin(text: str) -> int | None:
    """Read the begin of the line, from a date or a period; none when it is open or unreadable."""
    number = day_of(text).number or period_of(text).start
    return None if number == OPEN_END else number
