"""Parquet to lines: its types are known, so each becomes the text that says the same."""

from typing import Any, Final

import duckdb

from core.errors import NotReadable
from core.reading.files import Opened
from core.reading.landed import Landed, cells_of, check_width, land_relation

NUMBERS: Final = ("DOUBLE", "FLOAT", "DECIMAL")
DAMAGE: Final = (duckdb.Error, RuntimeError, ValueError)  # the last two: names that are no text
ZONED: Final = "TIMESTAMP WITH TIME ZONE"
HERE: Final = "Europe/Amsterdam"  # midnight there is 22:00 or 23:00 the day before in UTC
CENTS: Final = "DECIMAL(18, 2)"


def open_parquet(session: duckdb.DuckDBPyConnection, opened: Opened) -> duckdb.DuckDBPyRelation:
    """Open a Parquet file without loading it. Raises ``NotReadable`` when it is damaged."""
    try:
        relation: Any = session.read_parquet(str(opened.path))
        relation.limit(1).to_arrow_table()
    except DAMAGE as problem:
        raise NotReadable(opened.name, "damaged") from problem
    return relation


def land_parquet(
    session: duckdb.DuckDBPyConnection, opened: Opened, relation: duckdb.DuckDBPyRelation
) -> Landed:
    """Let ``landed`` be the lines of a Parquet file. Raises ``NotReadable`` when it is damaged."""
    headings = tuple(relation.columns)
    check_width(opened.name, headings)
    cells = [
        _text(heading, str(kind)).alias(cell)
        for heading, kind, cell in zip(headings, relation.types, cells_of(headings), strict=True)
    ]
    try:
        land_relation(session, relation.select(*cells))
    except DAMAGE as problem:
        raise NotReadable(opened.name, "damaged") from problem
    return Landed(opened.name, headings, in_place=True)


def _text(heading: str, kind: str) -> duckdb.Expression:
    """Write a column as text; a number with a fraction gets the two decimals of an amount.

    A moment with a time zone becomes the time on a Dutch clock.
    """
    cell = duckdb.ColumnExpression(heading)
    if kind == ZONED:
        zone = duckdb.ConstantExpression(HERE)
        return duckdb.FunctionExpression("timezone", zone, cell).cast("VARCHAR")
    if not kind.startswith(NUMBERS):
        return cell.cast("VARCHAR")
    number = cell.cast("DOUBLE")
    whole: duckdb.Expression = number == duckdb.FunctionExpression("floor", number)
    as_whole = duckdb.CaseExpression(whole, number.cast("HUGEINT").cast("VARCHAR"))
    return as_whole.otherwise(number.cast(CENTS).cast("VARCHAR"))
