"""Cells that cannot say who somebody is, as their form alone shows.

A column of references has as many different values as lines. Counting each of them is what makes
reading slower than the file grows, and nothing is learned from ``R00000001`` beyond ``R00000002``.
"""

from collections.abc import Sequence
from typing import Final

import duckdb

from core.reading.mapped import rows_of

VARIED: Final = 5  # of so many of the first lines, more than one has a value of its own

# No form has a sign that stands between the parts of a number or a text, but for that of an amount.
# - letters and digits: no BSN said (there is no s behind another letter), no account number (those
#   begin with NL, BE or DE) and no postcode (those begin with a digit);
# - a hash in hexadecimal digits, longer than any number that means something;
# - digits, but not as many as a BSN, a mobile number (10) or one with 0031 (13) has;
# - an amount of at most seven digits.
HARMLESS: Final = """
    CREATE OR REPLACE TEMP MACRO harmless(cell) AS regexp_full_match(cell,
        '([ACE-MO-RT-Zace-mo-rt-z]|[A-Za-z][0-9])[0-9A-RT-Za-rt-z]*'
        || '|[0-9A-Fa-f]{25,}'
        || '|[0-9]{1,7}|[0-9]{11,12}|[0-9]{14,}'
        || '|-?[0-9]{1,5}[.,][0-9]{2}')"""

STAND_IN: Final = "if(harmless({cell}), 'x', {cell}) AS {cell}"
"""A harmless cell as one that is as full, as short and as tidy, of which there is only one."""


def with_stand_ins(session: duckdb.DuckDBPyConnection, cells: Sequence[str]) -> list[str]:
    """Write how cells are read to be counted: with a stand-in where a column is varied.

    Expects the table ``first_lines``, from which it is seen.
    """
    counts = ", ".join(f"count(DISTINCT {cell}) AS {cell}" for cell in cells)
    lines = session.table("first_lines")
    session.execute(HARMLESS)
    different = rows_of(lines.aggregate(f"count(*) AS lines, {counts}"))[0]
    return [
        STAND_IN.format(cell=cell) if different[cell] * VARIED > different["lines"] else cell
        for cell in cells
    ]
