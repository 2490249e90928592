"""The ledger: every line and every cent that was read is accepted, rejected or a duplicate."""

from dataclasses import dataclass
from typing import Any, Final

import duckdb

from core.reading.mapped import rows_of

ENTRIES: Final = """
    SELECT file_number,
        count(*) AS lines_read,
        count(*) FILTER (rule = '') AS lines_accepted,
        count(*) FILTER (rule NOT IN ('', 'duplicate')) AS lines_rejected,
        count(*) FILTER (rule = 'duplicate') AS lines_duplicate,
        coalesce(sum(amount_cents), 0)::VARCHAR AS cents_read,
        coalesce(sum(amount_cents) FILTER (rule = ''), 0)::VARCHAR AS cents_accepted,
        coalesce(sum(amount_cents) FILTER (rule NOT IN ('', 'duplicate')), 0)::VARCHAR
            AS cents_rejected,
        coalesce(sum(amount_cents) FILTER (rule = 'duplicate'), 0)::VARCHAR AS cents_duplicate
    FROM typed GROUP BY file_number"""


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One file: lines and cents read are the sum of the three that follow. Credit is negative."""

    file: str
    lines_read: int = 0
    lines_accepted: int = 0
    lines_rejected: int = 0
    lines_duplicate: int = 0
    cents_read: int = 0
    cents_accepted: int = 0
    cents_rejected: int = 0
    cents_duplicate: int = 0


def ledger_of(
    session: duckdb.DuckDBPyConnection, files: tuple[str, ...]
) -> tuple[LedgerEntry, ...]:
    """Make up the ledger of ``typed``: an entry a file, in order, also for a file without lines."""
    counted = {row.pop("file_number"): _whole(row) for row in rows_of(session.sql(ENTRIES))}
    return tuple(LedgerEntry(file, **counted.get(number, {})) for number, file in enumerate(files))


def _whole(row: dict[str, Any]) -> dict[str, int]:
    """Make whole numbers of sums, which come as text because they may be beyond 64 bits."""
    return {name: int(value) for name, value in row.items()}
