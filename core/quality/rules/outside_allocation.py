"""Help before or after the period that was allocated (TR388 of iJw; return codes 9307 and 9308)."""

from typing import Final

import narwhals.stable.v2 as nw

from core.quality.neighbours import beside_allocation
from core.quality.rule import Rule
from core.tables import OPEN_END

_early = nw.col("start") < nw.col("allocated_from")
_late = (nw.col("end") < OPEN_END) & (nw.col("end") > nw.col("allocated_until"))

RULE: Final = Rule(
    code="K114",
    name="outside_allocation",
    severity="warning",
    fields=("start", "end", "allocation"),
    fails=_early | _late,
    needs=("allocation", "allocations"),
    among=beside_allocation,
)
