"""No allocation number, while other lines have one: its months cannot be tied together."""

from typing import Final

import narwhals.stable.v2 as nw

from core.quality.rule import Rule
from core.tables import MISSING

RULE: Final = Rule(
    code="K604",
    name="missing_allocation",
    severity="note",
    fields=("allocation",),
    fails=nw.col("allocation") == MISSING,
    needs=("allocation",),
)
