"""A municipality by a number that is no code of four digits: leading zeros get lost in Excel.

A municipality by its name is fine.
"""

from typing import Final

import narwhals.stable.v2 as nw

from core.quality.rule import Rule

CODE_DIGITS: Final = 4

_number = nw.col("municipality").str.contains("^[0-9]+$")

RULE: Final = Rule(
    code="K404",
    name="municipality_not_four_digits",
    severity="warning",
    fields=("municipality",),
    fails=_number & (nw.col("municipality").str.len_chars() != CODE_DIGITS),
    needs=("municipality",),
)
