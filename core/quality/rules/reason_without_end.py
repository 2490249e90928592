"""A reason for ending, but no end (a stop, JW307, has both)."""

from typing import Final

import narwhals.stable.v2 as nw

from core.quality.rule import Rule
from core.tables import MISSING, OPEN_END

RULE: Final = Rule(
    code="K112",
    name="reason_without_end",
    severity="warning",
    fields=("end", "end_reason"),
    fails=(nw.col("end") == OPEN_END) & (nw.col("end_reason") != MISSING),
    needs=("end_reason",),
)
