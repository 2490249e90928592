"""What is odd about the cells of a column, counted over its different values.

Patterns find what looks like a BSN, a postcode, an e-mail address, a phone number or an account
number; ``identifying`` says how much of it is too much.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from functools import reduce
from typing import Any, Final

import duckdb

from core.reading.bsn import MACROS
from core.reading.headings import Column
from core.reading.mapped import rows_of

UNTOUCHED: Final = ("start", "end", "period", "spell")
"""Meanings whose cells are typed or refused one by one, so that nothing can hide in them."""
ONLY_BARE: Final = ("amount", "volume", "rate")
"""Meanings whose numbers have signs of their own: only bare digits can be anything else."""

AT_ONCE: Final = 10  # columns; more make a query that takes longer to understand than to run

COUNTED: Final = """
    CREATE OR REPLACE TEMP TABLE counted_cells (name VARCHAR, text VARCHAR, lines BIGINT)"""

CELLS: Final = """
    CREATE OR REPLACE TEMP TABLE cells AS
    SELECT name, text, lines,
        CASE WHEN list_contains($only_bare, name) THEN bare_number(text)
             ELSE coalesce(disguised_number(text), number_beside_words(text)) END AS number,
        CASE WHEN list_contains($only_bare, name) THEN NULL
             ELSE coalesce(number_beside_words(text), number_in_prose(text)) END AS number_in_text,
        CASE WHEN length(text) >= 15 THEN regexp_extract(upper(text),
            '\\b(NL[0-9]{2} ?[A-Z]{4} ?[0-9]{4} ?[0-9]{4} ?[0-9]{2}|(BE|DE)[0-9]{14,20})\\b', 1)
             END AS iban
    FROM (SELECT name, undisguised(text) AS text, lines FROM counted_cells) WHERE text <> ''"""

JUDGED: Final = """
    SELECT
        name,
        coalesce(sum(lines), 0)::BIGINT AS filled,
        count(*) FILTER (number BETWEEN 10000000 AND 999999999) AS numbers,
        count(*) FILTER (passes_eleven(number)) AS passing,
        coalesce(sum(lines) FILTER (passes_eleven(number)), 0)::BIGINT AS passing_lines,
        coalesce(sum(lines) FILTER (
            passes_eleven(number_in_text) AND is_prose(text)), 0)::BIGINT AS in_prose,
        coalesce(sum(lines) FILTER (
            passes_eleven(number_in_text) AND names_a_client(text)), 0)::BIGINT AS beside_client,
        coalesce(sum(lines) FILTER (regexp_full_match(text, $postcode)), 0)::BIGINT AS postcodes,
        coalesce(sum(lines) FILTER (
            contains(text, '@') AND regexp_matches(text, $email)), 0)::BIGINT AS emails,
        coalesce(sum(lines) FILTER (length(text) >= 10 AND regexp_matches(text, $phone)), 0)::BIGINT
            AS phones,
        coalesce(sum(lines) FILTER (regexp_full_match(text, '06[1-9][0-9]{7}')), 0)::BIGINT
            AS bare_mobiles,
        coalesce(sum(lines) FILTER (length(text) > 40 AND contains(text, ' ')), 0)::BIGINT
            AS long_lines,
        count(*) FILTER (length(text) > 40 AND contains(text, ' ')) AS long_texts
    FROM cells GROUP BY name"""

PATTERNS: Final = {
    "postcode": r"[1-9]\d{3} ?[A-Za-z]{2}",
    "email": r"[^\s@]+@[^\s@]+\.\p{L}{2,}",
    "phone": (
        r"(^|[^0-9A-Za-z])("
        r"(\+31|0031)[ -]?[1-9]([ -]?\d){8}"
        r"|06[ -][1-9]([ -]?\d){7}"
        r"|0[1-9]\d{1,2}[ -][1-9]\d([ -]?\d){4,5}"
        r")([^0-9A-Za-z]|$)"
    ),
}
"""How personal data look; a number of ten digits without any sign is rarely a phone number, and
digits within a pseudonym of letters and digits never are."""

IBANS: Final = """
    SELECT name, iban, sum(lines)::BIGINT AS lines FROM cells WHERE iban <> '' GROUP BY ALL"""


Counts = dict[str, Any]
"""What is odd about a column, a number for each kind."""


def count_cells(
    session: duckdb.DuckDBPyConnection, columns: Sequence[Column]
) -> Iterator[tuple[Column, Counts]]:
    """Count what is odd in every column of ``landed`` that is judged, unless it is empty."""
    judged = {f"c{column.place}": column for column in columns if column.meaning not in UNTOUCHED}
    _count_different(session, tuple(judged))
    only_bare = [cell for cell, column in judged.items() if column.meaning in ONLY_BARE]
    for macro in MACROS:
        session.execute(macro)
    session.execute(CELLS, {"only_bare": only_bare})
    ibans: Counter[str] = Counter()
    for row in rows_of(session.sql(IBANS)):
        ibans[row["name"]] += row["lines"] if is_iban(row["iban"]) else 0
    for row in rows_of(session.sql(JUDGED, params=PATTERNS)):
        yield judged[row["name"]], {**row, "ibans": ibans[row["name"]]}


def _count_different(session: duckdb.DuckDBPyConnection, cells: Sequence[str]) -> None:
    """Make ``counted_cells`` of ``landed``: column, different value and the lines that have it.

    A block of columns at a time, because a query of hundreds is too deep to be understood.
    """
    session.execute(COUNTED)
    for first in range(0, len(cells), AT_ONCE):
        counted = [_different(session, cell) for cell in cells[first : first + AT_ONCE]]
        reduce(duckdb.DuckDBPyRelation.union, counted).insert_into("counted_cells")


def _different(session: duckdb.DuckDBPyConnection, cell: str) -> duckdb.DuckDBPyRelation:
    """Count the different values of one column of ``landed``: ``name``, ``text`` and ``lines``."""
    named = duckdb.ConstantExpression(cell).alias("name")
    text = duckdb.FunctionExpression("trim", duckdb.ColumnExpression(cell)).alias("text")
    values = session.view("landed").select(named, text)
    return values.aggregate("name, text, count(*) AS lines", "name, text")


def is_iban(text: str) -> bool:
    """Check the two control digits of an account number."""
    bare = text.replace(" ", "")
    return int("".join(str(int(sign, 36)) for sign in bare[4:] + bare[:4])) % 97 == 1
