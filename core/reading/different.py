"""The table ``different``: what stands in the columns that are looked up, once for all lines.

A row is a ``text`` of a ``meaning``, and how many ``lines`` have it; of the meaning ``form`` it is
a combination of ``municipality``, ``care_form`` and ``product``.
"""

from collections.abc import Collection, Mapping, Sequence
from typing import Final

import duckdb

from core.reading.headings import Column

LOOKED_UP: Final = (
    *("start", "end", "period", "declared_on", "volume", "rate", "debit_credit", "scheme"),
)
"""Meanings that are looked up where a column has them, each by itself."""
ALWAYS: Final = ("amount",)  # also where no column has it: a missing amount is looked up as well
LABELS: Final = ("municipality", "care_form", "product")
"""Meanings that are looked up together, as a form."""

COUNTED: Final = """
    CREATE OR REPLACE TEMP TABLE different AS
    SELECT CASE name {names} ELSE 'form' END AS meaning,
        CASE WHEN name = 'form' THEN NULL WHEN meaning = 'debit_credit'
            THEN upper(trim(coalesce(text, ''))) ELSE coalesce(text, '') END AS text,
        if(name = 'form', clean(municipality), NULL) AS municipality,
        if(name = 'form', clean(care_form), NULL) AS care_form,
        if(name = 'form', clean(product), NULL) AS product,
        sum(lines)::BIGINT AS lines
    FROM counted_cells WHERE name IN ({cells}, 'form') GROUP BY ALL"""

NAMED: Final = """
    CREATE OR REPLACE TEMP TABLE different AS
    SELECT CASE {names} ELSE 'form' END AS meaning, coalesce({texts}, NULL) AS text,
        municipality, care_form, product, count(*) AS lines
    FROM named
    GROUP BY GROUPING SETS ({sets}, (municipality, care_form, product))"""


def find_different(
    session: duckdb.DuckDBPyConnection,
    columns: Sequence[Column],
    dropped: Collection[int],
    *,
    changed: bool,
) -> None:
    """Make ``different``, without reading the lines again where counted cells say all of it.

    They do not when codes were decoded or values filled in (``changed``), a period and its year
    stand in two cells, no column has the amount, or what is looked up was dropped.
    """
    places = {column.meaning: column.place for column in columns}
    looked_up = {places[name] for name in (*LOOKED_UP, *ALWAYS, *LABELS) if name in places}
    apart = "year" in places or not places.keys() >= {*ALWAYS}
    if changed or apart or not looked_up.isdisjoint(dropped):
        _count_named(session, places)
    else:
        _take_counted(session, places)


def _take_counted(session: duckdb.DuckDBPyConnection, places: Mapping[str, int]) -> None:
    """Take ``counted_cells``, in which cells become what ``named`` makes of them."""
    cells = {f"c{places[name]}": name for name in (*LOOKED_UP, *ALWAYS) if name in places}
    names = " ".join(f"WHEN '{cell}' THEN '{name}'" for cell, name in cells.items())
    quoted = ", ".join(f"'{cell}'" for cell in cells)
    session.execute(COUNTED.format(names=names, cells=quoted))


def _count_named(session: duckdb.DuckDBPyConnection, meanings: Collection[str]) -> None:
    """Count the lines in ``named``, in one more pass over them."""
    present = [f'"{name}"' for name in LOOKED_UP if name in meanings] + list(ALWAYS)
    names = (f"WHEN grouping({name}) = 0 THEN '{name.strip(chr(34))}'" for name in present)
    sets = ", ".join(f"({name})" for name in present)
    session.execute(NAMED.format(names=" ".join(names), texts=", ".join(present), sets=sets))
