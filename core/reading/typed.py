"""Lines with days, cents and the rule they break: the table ``typed``.

It has the columns of ``OTHER_SCHEMES`` (the scheme of youth care is empty) and behind them
``known_form``, ``rule`` (empty when the line is accepted) and ``file_number``. A code of another
scheme is no unknown care form. A line is listed under one rule, the first
that it breaks. An amount that cannot be read is null and so adds nothing to the ledger.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import duckdb

from core.reading.headings import Column
from core.reading.landed import Landed, in_order
from core.reading.mapped import rows_of
from core.reading.schemes import macros
from core.reading.written import Parts, write_lines
from core.tables import DECLARATIONS, MISSING, OPEN_END

SQL_TYPES: Final = {
    "String": "VARCHAR",
    "Int64": "BIGINT",
    "Float64": "DOUBLE",
    "Boolean": "BOOLEAN",
}
EXTRA: Final = {
    "scheme": "VARCHAR",
    "known_form": "BOOLEAN",
    "rule": "VARCHAR",
    "file_number": "BIGINT",
}
ACCEPTED: Final = ""

LINES: Final = """
    WITH joined AS (
        SELECT
            named.* EXCLUDE (
                care_form, product, "start", "end", crisis, declared_on, volume, birth_year,
                scheme),
            forms.form AS care_form,
            coalesce(nullif(named.product, ''), forms.form) AS product,
            coalesce(forms.known, true) AS known_form,
            forms.sector,
            named."start" AS start_text,
            CASE WHEN by_period(named."start", named.period) THEN periods.period_start
                 ELSE begins.day END AS "start",
            CASE WHEN by_period(named."start", named.period)
                 THEN coalesce(nullif(periods.fault, ''),
                               if(periods.period_start IS NULL, 'missing_required', ''))
                 ELSE begins.start_fault END AS start_fault,
            CASE WHEN by_period(named."end", named.period)
                 THEN coalesce(periods.period_end, $open_end)
                 WHEN ends.day < $open_end THEN ends.day + 1
                 ELSE ends.day END AS "end",
            coalesce(CASE WHEN by_period(named."end", named.period) THEN periods.fault
                          ELSE ends.fault END, '')
                AS end_fault,
            amounts.cents,
            amounts.fault AS amount_fault,
            named.debit_credit IN ('C', 'CR', 'CREDIT', 'CREDITEREN') AS says_credit,
            named.crisis IN ('ja', 'j', 'true', 'waar', '1', 'x', 'y', 'yes', 'crisis') AS crisis,
            nullif(declared.day, $open_end) AS declared_on,
            volumes.volume,
            rates.cents AS rate_cents,
            as_year(named.birth_year) AS birth_year,
            scheme_of(named.scheme) AS scheme,
        FROM named
        LEFT JOIN forms ON named.municipality = forms.municipality
            AND named.care_form = forms.care_form AND named.product = forms.product
        LEFT JOIN days AS begins ON named."start" = begins.text
        LEFT JOIN days AS ends ON named."end" = ends.text
        LEFT JOIN periods ON named.period = periods.text
        LEFT JOIN days AS declared ON named.declared_on = declared.text
        LEFT JOIN volumes ON named.volume = volumes.text
        LEFT JOIN rates ON named.rate = rates.text
        LEFT JOIN amounts ON named.amount = amounts.text)
    SELECT
        client_id, municipality, provider, care_form, product, "start", "end",
        if(says_credit, -abs(cents), cents) AS amount_cents,
        says_credit OR coalesce(cents, 0) < 0 AS is_credit,
        allocation, spell, referrer, end_reason, start_source, crisis, sector,
        $file AS source, row, $side AS side, NULL::BIGINT AS counterpart_cents, '' AS provider_code,
        reference, previous_reference, declared_on, volume, unit, rate_cents, district, birth_year,
        sex, NOT (is_output(unit) AND start_source = 'declaration') AS dated, scheme,
        known_form OR scheme <> '' AS known_form,
        CASE
            WHEN $again THEN 'duplicate'
            WHEN broken <> '' THEN broken
            WHEN client_id = $client_heading
                AND coalesce(trim(start_text), '') = $start_heading THEN 'repeated_heading'
            WHEN (client_id = '' OR care_form = '' OR start_fault <> '')
                AND (says_total(lead_0) OR says_total(lead_1) OR says_total(lead_2))
                THEN 'total_row'
            WHEN client_id = '' OR care_form = '' THEN 'missing_required'
            WHEN start_fault <> '' THEN start_fault
            WHEN end_fault <> '' THEN end_fault
            WHEN "end" <= "start" THEN 'end_before_begin'
            WHEN regexp_matches(decision, '^(afgewezen|afgekeurd|geweigerd)')
                THEN 'rejected_declaration'
            ELSE amount_fault
        END AS rule,
        $file_number AS file_number
    FROM joined"""

SAYS_TOTAL: Final = """
    CREATE OR REPLACE TEMP MACRO says_total(cell) AS
    regexp_matches(coalesce(cell, ''), '(?i)^\\s*(eind|sub|generaal|algemeen)?\\s*-?totaal\\b')"""

BY_PERIOD: Final = """
    CREATE OR REPLACE TEMP MACRO by_period(cell, period) AS
    cell IS NULL OR trim(cell) = '' AND trim(coalesce(period, '')) <> ''"""

IS_OUTPUT: Final = """
    CREATE OR REPLACE TEMP MACRO is_output(unit) AS
    unit <> '' AND regexp_replace(lower(unit), '[^a-z0-9]', '', 'g') IN
        ('82', '83', 'stuksoutput', 'outputstuks', 'euro', 'euros')"""

AS_YEAR: Final = """
    CREATE OR REPLACE TEMP MACRO as_year(cell) AS
    CASE WHEN regexp_full_match(trim(cell), '(19|20)[0-9]{2}') THEN trim(cell)::BIGINT END"""

UNKNOWN_SIGNS: Final = """
    SELECT coalesce(sum(lines), 0)::BIGINT AS lines FROM different
    WHERE meaning = 'debit_credit' AND text NOT IN
        ('', 'C', 'CR', 'CREDIT', 'CREDITEREN', 'D', 'DB', 'DEBET', 'DEBIT')"""


WRITTEN: Final = "SELECT * EXCLUDE (known_form, file_number) FROM ({query})"

STANDING: Final = """
    CREATE VIEW typed AS
    SELECT lines.* EXCLUDE (rule),
        scheme <> '' OR NOT (care_form = product AND list_contains(unknown.codes, product))
            AS known_form,
        rule, 0::BIGINT AS file_number
    FROM (SELECT *, '' AS scheme, '' AS rule FROM typed_accepted
        UNION ALL BY NAME SELECT *, '' AS scheme FROM typed_aside
        UNION ALL BY NAME SELECT *, '' AS rule FROM typed_others) AS lines,
        (SELECT coalesce(list(form), []) AS codes FROM forms WHERE NOT known) AS unknown"""


WHAT_TYPED_IS: Final = "SELECT 1 FROM duckdb_views() WHERE view_name = 'typed' AND NOT internal"


Told = Callable[[float], None]
"""Told which part of the work on a file is done, 0 to 1."""


def _tell_nobody(part: float) -> None:
    """Tell nobody which part of a file is done."""
    del part


@dataclass(frozen=True, slots=True)
class Into:
    """Where lines of a file go: its number, and the files for them or the table.

    ``again`` says that the very same file was read before: all its lines are duplicates. ``told``
    hears how far the work on the file is.
    """

    number: int
    parts: Parts | None = None
    again: bool = False
    told: Told = _tell_nobody


def begin_typed(session: duckdb.DuckDBPyConnection) -> None:
    """Make the empty table ``typed``, and the macros that its lines need."""
    columns = {name: SQL_TYPES[column.dtype.__name__] for name, column in DECLARATIONS.items()}
    described = ", ".join(f'"{name}" {kind}' for name, kind in (columns | EXTRA).items())
    session.execute(f"CREATE OR REPLACE TABLE typed ({described})")
    for macro in (SAYS_TOTAL, BY_PERIOD, IS_OUTPUT, AS_YEAR, *macros()):
        session.execute(macro)


def add_typed(
    session: duckdb.DuckDBPyConnection,
    landed: Landed,
    columns: tuple[Column, ...],
    into: Into,
    side: str = MISSING,
) -> None:
    """Add the lines of the view ``named`` to ``typed``; the look-up tables must be there.

    ``side`` is who delivered the file: municipality, provider, or empty when nobody said so.
    """
    headings = {column.meaning: column.heading for column in columns}
    add_lines(
        session,
        into,
        LINES,
        {
            "open_end": OPEN_END,
            "file": landed.file,
            "side": side,
            "client_heading": headings.get("client_id", ""),
            "start_heading": headings.get("start", ""),
        },
    )


def add_lines(
    session: duckdb.DuckDBPyConnection, into: Into, query: str, given: Mapping[str, Any]
) -> None:
    """Add the rows of a query with the columns of ``typed``, in the table or in its files."""
    told = {**given, "file_number": into.number, "again": into.again}
    with in_order(session):
        if into.parts is None:
            session.execute(f"INSERT INTO typed BY NAME {query}", told)
        else:
            write_lines(into.parts, session, WRITTEN.format(query=query), told)


def stand_on(session: duckdb.DuckDBPyConnection, written: Mapping[str, Path]) -> None:
    """Let ``typed`` be a view of the files that the lines of one file were written to.

    ``written`` names them: accepted, aside and others. A product that stands as its own care form
    is unknown when its code was not found.
    """
    for name, path in written.items():
        session.read_parquet(str(path)).create_view(f"typed_{name}", replace=True)
    session.execute("CREATE TABLE IF NOT EXISTS forms (form VARCHAR, known BOOLEAN)")
    session.execute("DROP TABLE typed")
    session.execute(STANDING)


def is_written(session: duckdb.DuckDBPyConnection) -> bool:
    """Say whether ``typed`` is a view of files rather than a table."""
    return session.execute(WHAT_TYPED_IS).fetchone() is not None


def gather(session: duckdb.DuckDBPyConnection) -> None:
    """Let ``typed`` be a table again, with the lines that were written to files."""
    session.execute("CREATE TABLE gathered AS FROM typed")
    session.execute("DROP VIEW typed")
    session.execute("ALTER TABLE gathered RENAME TO typed")


def count_unknown_signs(session: duckdb.DuckDBPyConnection) -> int:
    """Count the lines in ``different`` that say something else than debit or credit."""
    return int(rows_of(session.sql(UNKNOWN_SIGNS))[0]["lines"])
