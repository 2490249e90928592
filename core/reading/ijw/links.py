"""How declared lines hang together: what was rejected, credited, or declared once more.

A credit names the debit that it takes back, and keeps the period of that debit whatever its own
dates say. Of several debits for one allocation, product and period that no credit parts, the latest
counts: by the day of declaring, then by the number of the declaration, and only then by the order
of the files. Copies of a line (same parties and reference) are one line here; which of them is the
duplicate is decided later, for files of every kind together.

``ijw_linked``  a row is a line of ``ijw_lines``, with its parties, ``is_credit``, ``stands`` (it is
                no copy and was not rejected), ``debit`` (the number of the line it takes back, or
                null) and ``broken`` (the rule that sets it aside, empty when none does)
"""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Final

import duckdb
import pyarrow as pa

from core.reading.findings import Finding, found
from core.reading.ijw.allocations import Rejection
from core.reading.ijw.lines import keep_table
from core.reading.mapped import rows_of

REJECTION: Final = ("municipality", "provider", "declaration", "reference")

# Windows sort, and that takes time: they look only at lines of which there is more than one.
COPIES: Final = """
    CREATE OR REPLACE TABLE ijw_copies AS
    WITH said AS (
        SELECT lines.number, municipality, provider, reference, upper(debit_credit) = 'C' AS credit
        FROM ijw_lines AS lines JOIN ijw_files USING (file) WHERE reference <> ''),
    repeated AS (
        SELECT municipality, provider, reference, credit FROM said
        GROUP BY ALL HAVING count(*) > 1)
    SELECT number FROM said SEMI JOIN repeated USING (municipality, provider, reference, credit)
    QUALIFY row_number() OVER (
        PARTITION BY municipality, provider, reference, credit ORDER BY number) > 1"""

REFUSED: Final = """
    CREATE OR REPLACE TABLE ijw_refused AS
    SELECT DISTINCT lines.number
    FROM ijw_lines AS lines JOIN ijw_files AS files USING (file)
    JOIN ijw_rejections AS answer USING (municipality, provider, reference)
    WHERE answer.declaration = files.declaration OR '' IN (answer.declaration, files.declaration)"""

LINKED: Final = """
    CREATE OR REPLACE TABLE ijw_linked AS
    WITH said AS (
        SELECT lines.*, municipality, provider, declaration, declared_on,
            upper(debit_credit) = 'C' AS is_credit,
            copies.number IS NULL AS is_first,
            refused.number IS NOT NULL AS is_rejected
        FROM ijw_lines AS lines JOIN (SELECT * EXCLUDE (number) FROM ijw_files) USING (file)
        LEFT JOIN ijw_copies AS copies ON lines.number = copies.number
        LEFT JOIN ijw_refused AS refused ON lines.number = refused.number),
    debits AS (
        SELECT municipality, provider, client_id, reference AS previous_reference,
            number AS debit, "start" AS debit_start, "end" AS debit_end
        FROM said
        WHERE NOT is_credit AND is_first
            AND reference IN (SELECT previous_reference FROM ijw_lines)
            AND reference <> '')
    SELECT said.* EXCLUDE (is_first, is_rejected) REPLACE (
            if(is_credit, coalesce(debit_start, "start"), "start") AS "start",
            if(is_credit, coalesce(debit_end, "end"), "end") AS "end"),
        is_first AND NOT is_rejected AS stands,
        if(is_credit, debit, NULL) AS debit,
        if(is_rejected, 'rejected_declaration', '') AS broken
    FROM said
    LEFT JOIN debits USING (municipality, provider, client_id, previous_reference)"""

# A credit that names no known debit parts the debits before it from those after it.
SUPERSEDED: Final = """
    UPDATE ijw_linked SET broken = 'superseded_debit' WHERE number IN (
        WITH numbered AS (
            SELECT number, is_credit, debit, declared_on, declaration,
                (municipality, provider, client_id, allocation, product, "start", "end") AS key
            FROM ijw_linked WHERE stands AND reference <> '' AND allocation <> ''),
        repeated AS (
            SELECT key FROM numbered WHERE NOT is_credit GROUP BY key HAVING count(*) > 1),
        uncredited AS (
            SELECT *, sum(if(is_credit AND debit IS NULL, 1, 0)) OVER (
                PARTITION BY key
                ORDER BY declared_on, length(declaration), declaration, number) AS turn
            FROM numbered SEMI JOIN repeated USING (key)
            WHERE number NOT IN (SELECT debit FROM numbered WHERE debit IS NOT NULL))
        SELECT number FROM uncredited WHERE NOT is_credit
        QUALIFY row_number() OVER (
            PARTITION BY key, turn
            ORDER BY declared_on DESC, length(declaration) DESC, declaration DESC, number DESC) > 1)
    """

UNKNOWN_DEBIT: Final = """
    SELECT file, count(*) AS rows FROM ijw_linked
    WHERE is_credit AND previous_reference <> '' AND debit IS NULL GROUP BY file"""

CREDITED_TWICE: Final = """
    SELECT file, count(*) AS rows FROM (
        SELECT file FROM ijw_linked WHERE stands AND debit IS NOT NULL
        QUALIFY row_number() OVER (
            PARTITION BY debit
            ORDER BY declared_on, length(declaration), declaration, number) > 1)
    GROUP BY file"""

CONTROL_TOTAL: Final = """
    WITH sums AS (
        SELECT file, sum(coalesce(TRY_CAST(amount AS HUGEINT), 0) * if(is_credit, -1, 1)) AS cents
        FROM ijw_linked GROUP BY file)
    SELECT file, 0 AS rows FROM ijw_files LEFT JOIN sums USING (file)
    WHERE total <> '' AND ijw_files.number = '323'
        AND TRY_CAST(total AS HUGEINT) * if(upper(total_sign) = 'C', -1, 1)
            IS DISTINCT FROM coalesce(cents, 0)"""

FINDINGS: Final = {
    "unknown_debit": UNKNOWN_DEBIT,
    "credited_twice": CREDITED_TWICE,
    "control_total": CONTROL_TOTAL,
}


def link_lines(session: duckdb.DuckDBPyConnection, rejected: Iterable[Rejection]) -> None:
    """Make the table ``ijw_linked`` of ``ijw_lines`` and ``ijw_files``."""
    columns = list(zip(*sorted(rejected), strict=True)) or [()] * len(REJECTION)
    arrays = {
        name: pa.array(column, pa.string()) for name, column in zip(REJECTION, columns, strict=True)
    }
    keep_table(session, "ijw_rejections", arrays)
    for statement in (COPIES, REFUSED, LINKED, SUPERSEDED):
        session.execute(statement)


def find_in_links(
    session: duckdb.DuckDBPyConnection, files: Sequence[str]
) -> dict[int, list[Finding]]:
    """Find, per number of a file, credits that miss their debit and totals that do not agree."""
    findings: dict[int, list[Finding]] = defaultdict(list)
    for rule, query in FINDINGS.items():
        for row in rows_of(session.sql(query)):
            findings[row["file"]].append(found(rule, files[row["file"]], row["rows"]))
    return findings
