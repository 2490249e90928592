"""No provider, while other lines have one: the line belongs to nobody's trajectory."""

from typing import Final

import narwhals.stable.v2 as nw

from core.quality.rule import Rule
from core.tables import MISSING

RULE: Final = Rule(
    code="K602",
    name="missing_provider",
    severity="warning",
    fields=("provider",),
    fails=nw.col("provider") == MISSING,
    needs=("provider",),
)
