"""Schemes: lines that another law pays than the one on youth care, told apart by their own column.

A column such as ``regeling`` or ``wet`` says of each line which scheme pays it. Only names that are
known here set a line apart; anything else, also nothing, is taken for youth care, so that a column
that turns out to say something else never makes youth care disappear. Lines of another scheme take
no part in trajectories, chains or triggers.
"""

from collections.abc import Mapping
from typing import Final

import duckdb

from core.reading.mapped import rows_of
from core.tables import MISSING

WORDS: Final[Mapping[str, str]] = {
    "wmo": """wmo wmo2015 wmo2007 wetmaatschappelijkeondersteuning
        wetmaatschappelijkeondersteuning2015""",
    "participatiewet": """participatiewet participatie pwet pw bijstand wwb
        wetwerkenbijstand werkeninkomen""",
    "wlz": "wlz wetlangdurigezorg",
    "zvw": "zvw zorgverzekeringswet",
    "schuldhulp": """schuldhulp schuldhulpverlening wgs
        wetgemeentelijkeschuldhulpverlening""",
}
"""The other schemes, each with the names it goes by, reduced to letters and digits."""

YOUTH: Final = "jw jeugdwet jeugd jeugdhulp jeugdzorg wjh wetopdejeugdzorg"
"""The names of the law on youth care."""

KEY: Final = "regexp_replace(lower(coalesce(cell, '')), '[^a-z0-9]', '', 'g')"

UNKNOWN_SCHEMES: Final = """
    SELECT coalesce(sum(lines), 0)::BIGINT AS lines FROM different
    WHERE meaning = 'scheme' AND NOT is_known_scheme(text)"""


def macros() -> tuple[str, str]:
    """Write the macros ``scheme_of`` (a code of WORDS, or empty) and ``is_known_scheme``."""
    known = _listed(f"{YOUTH} {' '.join(WORDS.values())}")
    cases = " ".join(
        f"WHEN {KEY} IN ({_listed(words)}) THEN '{code}'" for code, words in WORDS.items()
    )
    scheme = f"CASE WHEN coalesce(cell, '') = '' THEN '{MISSING}' {cases} ELSE '{MISSING}' END"
    return (
        f"CREATE OR REPLACE TEMP MACRO scheme_of(cell) AS {scheme}",
        f"CREATE OR REPLACE TEMP MACRO is_known_scheme(cell) AS {KEY} IN ('', {known})",
    )


def count_unknown_schemes(session: duckdb.DuckDBPyConnection) -> int:
    """Count the lines in ``different`` with a scheme that nobody knows: they are youth care."""
    return int(rows_of(session.sql(UNKNOWN_SCHEMES))[0]["lines"])


def _listed(words: str) -> str:
    return ", ".join(f"'{word}'" for word in words.split())
