"""Days that another line of the same allocation and product declares too (TR389 of iJw).

Lines that were credited do not count. Of lines that share days, the first passes.
"""

from typing import Final

import narwhals.stable.v2 as nw

from core.quality.neighbours import in_day_order
from core.quality.rule import Rule

RULE: Final = Rule(
    code="K110",
    name="overlap_in_allocation",
    severity="warning",
    fields=("start", "end", "allocation"),
    fails=nw.col("start") < nw.col("reach_before"),
    needs=("allocation",),
    among=in_day_order,
)
