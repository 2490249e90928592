"""A period that was declared before it was over (TR319 of iJw: declared afterwards)."""

from typing import Final

import narwhals.stable.v2 as nw

from core.quality.rule import Rule
from core.tables import OPEN_END

RULE: Final = Rule(
    code="K107",
    name="declared_before_end",
    severity="warning",
    fields=("declared_on", "end"),
    fails=(nw.col("end") < OPEN_END) & (nw.col("declared_on") < nw.col("end") - 1),
    needs=("declared_on",),
)
