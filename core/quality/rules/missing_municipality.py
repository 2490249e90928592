"""No municipality, while other lines have one."""

from typing import Final

import narwhals.stable.v2 as nw

from core.quality.rule import Rule
from core.tables import MISSING

RULE: Final = Rule(
    code="K603",
    name="missing_municipality",
    severity="warning",
    fields=("municipality",),
    fails=nw.col("municipality") == MISSING,
    needs=("municipality",),
)
