"""Birth dates under a heading that does not say so: dates that lie years before the care.

An invoice or a decision has a date too, but near the begin of the care, or on few different days.
"""

from collections.abc import Sequence
from statistics import median
from typing import Final

import duckdb

from core.reading.days import day_of, period_of
from core.reading.headings import Column
from core.reading.mapped import rows_of
from core.tables import OPEN_END

LOOKED_AT: Final = 2_000  # lines
FEWEST: Final = 10
DATES_SHARE: Final = 0.95
OLDEST: Final = 24 * 366  # days: youth care ends before
YOUNGEST: Final = 3 * 365  # the median child in care is older


def holds_birth_dates(
    session: duckdb.DuckDBPyConnection, columns: Sequence[Column], place: int
) -> bool:
    """Say whether a column of ``landed`` holds dates that can only be birth dates.

    That is: nearly all dates, more than half of them different (or one a client), and the median
    at least three and at most 24 years before the line begins.
    """
    rows = _first_lines(session, columns, place)
    filled = [row for row in rows if row["cell"].strip()]
    dated = [(row["client"], day) for row in filled if (day := day_of(row["cell"]).number)]
    ages = [age for row in filled if (age := _age(row["begin"], row["cell"])) is not None]
    if len(filled) < FEWEST or len(ages) < DATES_SHARE * len(filled):
        return False
    different = len({day for _, day in dated})
    one_each = len(set(dated)) == len({client for client, _ in dated})
    some = different * 2 > len(filled) or (one_each and different * 2 > len(set(dated)))
    return some and YOUNGEST <= median(ages) <= OLDEST


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
    first = session.view("landed").filter(
        duckdb.ColumnExpression("row") <= duckdb.ConstantExpression(LOOKED_AT)
    )
    return rows_of(first.select(*cells))


def _age(begin: str, cell: str) -> int | None:
    """Count the days from a date to the begin of the line; None when either is no date."""
    day = day_of(cell).number
    start = day_of(begin).number or period_of(begin).start
    if day is None or start is None or OPEN_END in {day, start}:
        return None
    return start - day
