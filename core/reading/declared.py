"""Parquet that holds declarations already typed, as this app writes them: taken as it is.

Only what could break the model is looked at again: missing values, dates and order of dates. Its
text columns are judged for identifying data like those of any other file.
"""

from typing import Final

import duckdb

from core.errors import NotReadable
from core.reading.amounts import MOST_CENTS
from core.reading.days import FIRST_DAY, LAST_DAY
from core.reading.headings import Column
from core.reading.identifying import judge_contents
from core.reading.landed import Landed, cells_of
from core.reading.loading import Loaded
from core.reading.typed import SQL_TYPES
from core.tables import DECLARATIONS, OPEN_END

DECLARED: Final = """
    INSERT INTO typed BY NAME
    SELECT * EXCLUDE (beyond), '' AS reference, true AS known_form, $file_number AS file_number,
        CASE
            WHEN client_id = '' OR care_form = '' OR "start" IS NULL OR "end" IS NULL
                THEN 'missing_required'
            WHEN "start" NOT BETWEEN $first_day AND $last_day
                OR "end" NOT BETWEEN $first_day AND $last_day AND "end" <> $open_end
                THEN 'implausible_date'
            WHEN "end" <= "start" THEN 'end_before_begin'
            WHEN beyond THEN 'unreadable_amount'
            ELSE '' END AS rule
    FROM (
        SELECT * REPLACE (if(beyond, NULL, amount_cents) AS amount_cents)
        FROM (SELECT *, coalesce(amount_cents NOT BETWEEN -$most_cents AND $most_cents, false)
            AS beyond FROM declared))"""


def holds_declarations(relation: duckdb.DuckDBPyRelation) -> bool:
    """Say whether a file has been read before: it has the columns and types of the vocabulary."""
    kinds = dict(zip(relation.columns, map(str, relation.types), strict=True))
    return all(
        kinds.get(name) == SQL_TYPES[column.dtype.__name__] for name, column in DECLARATIONS.items()
    )


def load_declared(
    session: duckdb.DuckDBPyConnection, file: str, relation: duckdb.DuckDBPyRelation, number: int
) -> Loaded:
    """Add the lines of such a file to ``typed``. Raises ``IdentifyingData`` or ``NotReadable``."""
    columns = _text_columns()
    cells = [
        duckdb.ColumnExpression(column.heading).alias(cell)
        for column, cell in zip(
            columns, cells_of([column.heading for column in columns]), strict=True
        )
    ]
    relation.select("row", *cells).create_view("landed", replace=True)
    try:
        judgement = judge_contents(session, Landed(file, ()), columns, encrypted=True)
        relation.select(*map(_declared, DECLARATIONS)).create_view("declared", replace=True)
        session.execute(
            DECLARED,
            {
                "file_number": number,
                "first_day": FIRST_DAY,
                "last_day": LAST_DAY + 1,
                "open_end": OPEN_END,
                "most_cents": MOST_CENTS,
            },
        )
    except duckdb.Error as problem:
        raise NotReadable(file, "damaged") from problem
    return Loaded(file, columns, judgement.findings)


def _text_columns() -> tuple[Column, ...]:
    names = [name for name, kind in DECLARATIONS.items() if kind.dtype.__name__ == "String"]
    return tuple(Column(place, name, name) for place, name in enumerate(names))


def _declared(name: str) -> duckdb.Expression:
    """Take a column over; missing text is empty, a missing yes or no is no."""
    column = duckdb.ColumnExpression(name)
    fill = {"String": "", "Boolean": False}.get(DECLARATIONS[name].dtype.__name__)
    if fill is None:
        return column
    return duckdb.CoalesceOperator(column, duckdb.ConstantExpression(fill)).alias(name)
