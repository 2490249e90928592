"""Parquet that holds declarations already typed, as this app writes them: taken as it is.

A file that was written before lines told what they tell beside their care lacks those columns.

Only what could break the model is looked at again: missing values, dates and order of dates. Its
text columns are judged for identifying data like those of any other file.
"""

from collections.abc import Sequence
from typing import Final

import duckdb

from core.errors import NotReadable
from core.reading.amounts import MOST_CENTS
from core.reading.days import FIRST_DAY, LAST_DAY
from core.reading.headings import Column
from core.reading.identifying import judge_contents
from core.reading.landed import Landed, cells_of
from core.reading.loading import Loaded
from core.reading.typed import SQL_TYPES, Into, add_lines
from core.tables import DECLARATIONS, DELIVERED_BESIDE, MISSING, OPEN_END, OTHER_SCHEMES

DECLARED: Final = """
    SELECT * EXCLUDE (beyond, scheme) REPLACE (coalesce(nullif(side, ''), $side) AS side),
        scheme_of(scheme) AS scheme, true AS known_form, $file_number AS file_number,
        CASE
            WHEN $again THEN 'duplicate'
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
    """Say whether a file has been read before: it has the columns and types of the vocabulary.

    The columns of ``DELIVERED_BESIDE`` may be absent.
    """
    kinds = dict(zip(relation.columns, map(str, relation.types), strict=True))
    wanted = {name: SQL_TYPES[column.dtype.__name__] for name, column in DECLARATIONS.items()}
    absent = {name: kind for name, kind in wanted.items() if name in DELIVERED_BESIDE}
    return all((absent | kinds).get(name) == kind for name, kind in wanted.items())


def load_declared(
    session: duckdb.DuckDBPyConnection,
    file: str,
    relation: duckdb.DuckDBPyRelation,
    into: Into,
    side: str = MISSING,
) -> Loaded:
    """Add the lines of such a file to ``typed``. Raises ``IdentifyingData`` or ``NotReadable``.

    ``side`` is who delivered the lines that do not say it themselves.
    """
    columns = _text_columns(relation.columns)
    cells = [
        duckdb.ColumnExpression(column.heading).alias(cell)
        for column, cell in zip(
            columns, cells_of([column.heading for column in columns]), strict=True
        )
    ]
    relation.select("row", *cells).create_view("landed", replace=True)
    try:
        judgement = judge_contents(session, Landed(file, ()), columns, encrypted=True)
        taken = [_declared(name, relation.columns) for name in OTHER_SCHEMES]
        relation.select(*taken).create_view("declared", replace=True)
        add_lines(
            session,
            into,
            DECLARED,
            {
                "side": side,
                "first_day": FIRST_DAY,
                "last_day": LAST_DAY + 1,
                "open_end": OPEN_END,
                "most_cents": MOST_CENTS,
            },
        )
    except duckdb.Error as problem:
        raise NotReadable(file, "damaged") from problem
    return Loaded(file, columns, judgement.findings)


def _text_columns(delivered: Sequence[str]) -> tuple[Column, ...]:
    texts = [name for name, kind in OTHER_SCHEMES.items() if kind.dtype.__name__ == "String"]
    names = [name for name in texts if name in delivered]
    return tuple(Column(place, name, name) for place, name in enumerate(names))


def _declared(name: str, delivered: Sequence[str]) -> duckdb.Expression:
    """Take a column over; missing text is empty, a missing yes or no is as most lines are."""
    kind = OTHER_SCHEMES[name].dtype.__name__
    fill = duckdb.ConstantExpression({"String": "", "Boolean": name == "dated"}.get(kind))
    if name not in delivered:
        return fill.cast(SQL_TYPES[kind]).alias(name)
    return duckdb.CoalesceOperator(duckdb.ColumnExpression(name), fill).alias(name)
