"""A provider by a number that is no AGB code of eight digits: leading zeros get lost in Excel.

A provider by its name is fine.
"""

from typing import Final

import narwhals.stable.v2 as nw

from core.quality.rule import Rule

AGB_DIGITS: Final = 8

_number = nw.col("provider").str.contains("^[0-9]+$")

RULE: Final = Rule(
    code="K403",
    name="provider_not_eight_digits",
    severity="warning",
    fields=("provider",),
    fails=_number & (nw.col("provider").str.len_chars() != AGB_DIGITS),
    needs=("provider",),
)
