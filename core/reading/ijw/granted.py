"""Allocations that stand, as a table beside the declarations: allocated is not yet care."""

from contextlib import suppress
from typing import Final

import duckdb
import pyarrow as pa

from core.reading.choices import ReadingChoices
from core.reading.ijw.allocations import Known, allocations_in_force, events_of
from core.reading.ijw.lines import keep_table
from core.reading.ijw.spells import UNKNOWN
from core.reading.lookups import look_up_forms
from core.reading.typed import SQL_TYPES
from core.tables import ALLOCATIONS, OPEN_END

STATES: Final = ("provider", "product", "volume", "unit", "budget")
PEOPLE: Final = ("municipality", "client_id", "allocation")

EPOCH: Final = 719_163
"""1 January 1970 as a day number that counts from the year 1."""

PRODUCTS: Final = """
    CREATE OR REPLACE TEMP TABLE different AS
    SELECT DISTINCT 'form' AS meaning, municipality, '' AS care_form, product
    FROM ijw_allocations"""

ALLOCATED: Final = """
    INSERT INTO allocations BY NAME
    SELECT client_id, municipality, provider, allocation, coalesce(form, '') AS care_form,
        granted.product, "start", "end", TRY_CAST(volume AS DOUBLE) AS volume, unit,
        TRY_CAST(budget AS BIGINT) AS budget_cents, started,
        (municipality, client_id, allocation) IN (
            SELECT (municipality, client_id, allocation) FROM typed WHERE rule = '') AS declared
    FROM ijw_allocations AS granted LEFT JOIN forms USING (municipality, product)"""


def keep_known(session: duckdb.DuckDBPyConnection, known: Known) -> None:
    """Keep the allocations in force in ``ijw_allocations``, without those that have no first day.

    An end that cannot be read is no end. An allocation that ends before it begins never was.
    """
    standing = [
        (key, state)
        for key, state in sorted(allocations_in_force(known).items())
        if state.start != UNKNOWN and not UNKNOWN < state.end < state.start
    ]
    texts = {
        name: pa.array([key[place] for key, _ in standing], pa.string())
        for place, name in enumerate(PEOPLE)
    }
    texts |= {
        name: pa.array([getattr(state, name) for _, state in standing], pa.string())
        for name in STATES
    }
    starts = pa.array([state.start - EPOCH for _, state in standing], pa.int64())
    ends = pa.array([_end(state.end) for _, state in standing], pa.int64())
    started = pa.array([bool(events_of(known, key)) for key, _ in standing], pa.bool_())
    columns = texts | {"start": starts, "end": ends, "started": started}
    keep_table(session, "ijw_allocations", columns)


def keep_allocations(session: duckdb.DuckDBPyConnection, choices: ReadingChoices) -> None:
    """Make the table ``allocations`` (``ALLOCATIONS``): empty when no message allocated anything.

    The care form comes from the product by the same rule as that of a line, and ``declared`` looks
    at the lines in ``typed`` that are accepted. Uses the tables ``different`` and ``forms``.
    """
    described = ", ".join(
        f'"{name}" {SQL_TYPES[column.dtype.__name__]}' for name, column in ALLOCATIONS.items()
    )
    for kind in ("VIEW", "TABLE"):
        with suppress(duckdb.CatalogException):  # what stands there is of the other kind
            session.execute(f"DROP {kind} IF EXISTS allocations")
    session.execute(f"CREATE TABLE allocations ({described})")
    if session.execute("FROM duckdb_tables() WHERE table_name = 'ijw_allocations'").fetchall():
        session.execute(PRODUCTS)
        look_up_forms(session, choices)
        session.execute(ALLOCATED)


def _end(last: int) -> int:
    return OPEN_END if last == UNKNOWN else last - EPOCH + 1
