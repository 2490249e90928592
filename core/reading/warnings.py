"""What is odd about accepted lines, a query a rule, over the table ``typed``.

Every query gives ``file_number`` and ``rows``. None of them rejects a line, and none depends on
the order of the lines.
"""

from collections.abc import Iterator, Mapping
from typing import Final

import duckdb

from core.reading.findings import ERRORS, Finding, found
from core.reading.mapped import rows_of
from core.tables import OPEN_END

BY_ERROR: Final = """
    SELECT rule, file_number, count(*) AS rows FROM typed
    WHERE rule NOT IN ('', 'duplicate') GROUP BY ALL"""

NO_END_DATE: Final = """
    SELECT file_number, count(*) AS rows FROM typed
    WHERE rule = '' AND "end" = $open_end GROUP BY ALL"""

# A few thousand different periods are looked at instead of every line.
PERIOD_OVER_MONTHS: Final = """
    SELECT file_number, sum(lines)::BIGINT AS rows FROM (
        SELECT file_number, "start", "end", count(*) AS lines FROM typed
        WHERE rule = '' AND "end" < $open_end GROUP BY ALL)
    WHERE last_day(DATE '1970-01-01' + "start"::INTEGER) < DATE '1970-01-01' + "end"::INTEGER - 1
    GROUP BY ALL"""

# The last month in which at least a tenth of the usual number of lines begins.
FUTURE_DECLARATION: Final = """
    WITH days AS (
        SELECT file_number, "start", count(*) AS lines FROM typed WHERE rule = '' GROUP BY ALL),
    months AS (
        SELECT date_trunc('month', DATE '1970-01-01' + "start"::INTEGER) AS month,
            sum(lines) AS lines
        FROM days GROUP BY ALL),
    last AS (
        SELECT max(month) AS month FROM months
        WHERE lines >= (SELECT median(lines) FROM months) / 10)
    SELECT file_number, sum(lines)::BIGINT AS rows FROM days, last
    WHERE date_trunc('month', DATE '1970-01-01' + "start"::INTEGER) > last.month
    GROUP BY ALL"""

MISSING_REFERRER: Final = """
    SELECT file_number, count(*) FILTER (referrer = '') AS rows FROM typed
    WHERE rule = '' GROUP BY ALL
    HAVING rows * 5 > count(*) AND rows < count(*)"""

# Lines are compared by the hash of their key: eight bytes instead of five texts, for a count. Few
# lines are credits, so only the debits that meet one are remembered.
CREDIT_WITHOUT_DEBIT: Final = """
    WITH keyed AS (
        SELECT file_number, is_credit, hash(client_id, municipality, provider, allocation, product,
            "start", "end") AS key
        FROM typed WHERE rule = ''),
    credits AS (SELECT file_number, key FROM keyed WHERE is_credit),
    met AS (
        SELECT DISTINCT key FROM (SELECT key FROM keyed WHERE NOT is_credit)
            SEMI JOIN credits USING (key))
    SELECT file_number, count(*) AS rows FROM credits ANTI JOIN met USING (key) GROUP BY ALL"""

# Lines that each lie within a month of their own cannot overlap, and nearly all lie so: only keys
# of which that cannot be said are put in order. A month is a bit, of which there are 62.
OVERLAP_IN_ALLOCATION: Final = """
    WITH keyed AS (
        SELECT file_number, is_credit, "start", "end",
            hash(client_id, provider, allocation, product) AS key
        FROM typed WHERE rule = '' AND allocation <> ''),
    debits AS (
        SELECT file_number, key, "start", "end" FROM (SELECT * FROM keyed WHERE NOT is_credit)
            ANTI JOIN (SELECT key, "start", "end" FROM keyed WHERE is_credit)
            USING (key, "start", "end")),
    placed AS (
        SELECT key, 1::BIGINT << ((12 * year(first) + month(first)) % 62) AS bit,
            last_day(first) = last_day(DATE '1970-01-01' + "end"::INTEGER - 1) AS within
        FROM (SELECT key, "end", DATE '1970-01-01' + "start"::INTEGER AS first FROM debits)),
    crowded AS (
        SELECT key FROM placed GROUP BY key HAVING NOT bool_and(within) OR sum(bit) <> bit_or(bit)),
    reaching AS (
        SELECT file_number, "start", max("end") OVER (
            PARTITION BY key ORDER BY "start", "end", file_number
            ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS reach
        FROM debits SEMI JOIN crowded USING (key))
    SELECT file_number, count(*) AS rows FROM reaching WHERE "start" < reach GROUP BY ALL"""

UNMATCHED_PRODUCT: Final = """
    SELECT file_number, count(*) AS rows FROM typed
    WHERE rule = '' AND NOT known_form GROUP BY ALL"""

QUERIES: Final[Mapping[str, str]] = {
    "no_end_date": NO_END_DATE,
    "period_over_months": PERIOD_OVER_MONTHS,
    "future_declaration": FUTURE_DECLARATION,
    "missing_referrer": MISSING_REFERRER,
    "credit_without_debit": CREDIT_WITHOUT_DEBIT,
    "overlap_in_allocation": OVERLAP_IN_ALLOCATION,
    "unmatched_product": UNMATCHED_PRODUCT,
}


def find_in_lines(session: duckdb.DuckDBPyConnection, files: tuple[str, ...]) -> Iterator[Finding]:
    """Count, per file, the lines that every rule found: errors first, then warnings."""
    for row in rows_of(session.sql(BY_ERROR)):
        yield found(row["rule"], files[row["file_number"]], row["rows"])
    for rule, query in QUERIES.items():
        given = {"open_end": OPEN_END} if "$open_end" in query else {}
        for row in rows_of(session.sql(query, params=given)):
            yield found(rule, files[row["file_number"]], row["rows"])


assert not set(QUERIES) & set(ERRORS)  # noqa: S101 - a warning never rejects
