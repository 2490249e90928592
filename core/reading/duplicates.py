"""Lines that were delivered before: the same sender and reference, debit and credit apart.

The first accepted line in order of file and row stays. A later one with the same content is a
duplicate; with other content it is a conflict, and the owner has to say which one is right. Lines
without a reference are never compared: two equal lines may be two hours of care. Nor are lines
without a provider: of an unknown sender nobody can say that it is the same one. What two sides of
the table delivered under one reference is no repetition but one record (``core.reading.sides``).
"""

from typing import Final

import duckdb

REPEATED: Final = """
    CREATE OR REPLACE TEMP TABLE repeated AS
    SELECT side, provider, reference, is_credit FROM typed
    WHERE rule = '' AND reference <> '' AND provider <> ''
    GROUP BY ALL HAVING count(*) > 1"""

LATER: Final = """
    CREATE OR REPLACE TEMP TABLE later AS
    WITH contents AS (
        SELECT typed.rowid AS line, file_number, row, side, provider, reference, is_credit,
            (client_id, municipality, care_form, product, "start", "end", amount_cents, allocation,
             spell, referrer, end_reason, start_source, crisis) AS content
        FROM typed SEMI JOIN repeated USING (side, provider, reference, is_credit)
        WHERE rule = ''),
    compared AS (
        SELECT line, row_number() OVER key AS place,
            content IS NOT DISTINCT FROM first_value(content) OVER key AS same
        FROM contents
        WINDOW key AS (PARTITION BY side, provider, reference, is_credit ORDER BY file_number, row))
    SELECT line, if(same, 'duplicate', 'conflicting_reference') AS rule
    FROM compared WHERE place > 1"""

MARK: Final = "UPDATE typed SET rule = later.rule FROM later WHERE typed.rowid = later.line"


HELD: Final = """
    SELECT 1 FROM typed WHERE rule = '' AND reference <> '' AND provider <> ''
    GROUP BY hash(provider, reference, is_credit) HAVING count(*) > 1 LIMIT 1"""


def holds_repeated(session: duckdb.DuckDBPyConnection) -> bool:
    """Say whether any two accepted lines of ``typed`` may have the same sender and reference."""
    return session.execute(HELD).fetchone() is not None


def mark_duplicates(session: duckdb.DuckDBPyConnection) -> None:
    """Give every line of ``typed`` that repeats an earlier one the rule that says so."""
    for statement in (REPEATED, LATER, MARK):
        session.execute(statement)
    session.execute("DROP TABLE repeated")
    session.execute("DROP TABLE later")
