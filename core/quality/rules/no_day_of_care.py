"""Output or euros of which only the day of declaring is known: it counts in money, not in time."""

from typing import Final

import narwhals.stable.v2 as nw

from core.quality.rule import Rule

RULE: Final = Rule(
    code="K608",
    name="no_day_of_care",
    severity="note",
    fields=("start", "unit"),
    fails=~nw.col("dated"),
)
