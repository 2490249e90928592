"""Which codes of providers are one organisation, so that a new code is no step.

A merger, or a second AGB code, changes nothing in the care of a client. Lines are told apart by
the code they were delivered with (duplicates, rejections); after that the organisation takes its
place.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import duckdb
import pyarrow as pa

from core.tables import OPEN_END

ALWAYS: Final = -OPEN_END

REPLACE: Final = """
    UPDATE typed SET provider_code = provider, provider = known_organisations.organisation
    FROM known_organisations
    WHERE typed.provider = known_organisations.code
        AND typed."start" >= known_organisations."start"
        AND typed."start" < known_organisations."end" """


@dataclass(frozen=True, slots=True)
class Organisation:
    """A code that stands for an organisation while care begins from ``start`` up to ``end``."""

    code: str
    organisation: str
    start: int = ALWAYS
    end: int = OPEN_END


def replace_providers(
    session: duckdb.DuckDBPyConnection, organisations: Sequence[Organisation]
) -> None:
    """Let ``provider`` in ``typed`` be the organisation; ``provider_code`` keeps what it was.

    Lines of a code that is not listed stay as they are, with an empty ``provider_code``.
    """
    if organisations:
        session.from_arrow(_table(organisations)).create_view("known_organisations", replace=True)
        session.execute(REPLACE)
        session.execute("DROP VIEW known_organisations")


def _table(listed: Sequence[Organisation]) -> pa.Table:
    return pa.table(
        {
            "code": pa.array([one.code for one in listed], pa.string()),
            "organisation": pa.array([one.organisation for one in listed], pa.string()),
            "start": pa.array([one.start for one in listed], pa.int64()),
            "end": pa.array([one.end for one in listed], pa.int64()),
        }
    )
