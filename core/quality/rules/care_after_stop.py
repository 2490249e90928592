"""Help declared after the stop of its allocation, while no new start was told.

A temporary stop (code 20) may be followed by more.
"""

from typing import Final

import narwhals.stable.v2 as nw

from core.quality.comparing import in_spells
from core.quality.rule import Rule
from core.tables import MISSING

RULE: Final = Rule(
    code="K113",
    name="care_after_stop",
    severity="warning",
    fields=("end_reason", "start"),
    fails=(nw.col("start") >= nw.col("stopped_at")) & (nw.col("end_reason") == MISSING),
    needs=("allocation", "end_reason"),
    among=in_spells,
)
