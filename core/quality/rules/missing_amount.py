"""No amount, while other lines have one: totals of money are too low."""

from typing import Final

import narwhals.stable.v2 as nw

from core.quality.rule import Rule

RULE: Final = Rule(
    code="K606",
    name="missing_amount",
    severity="note",
    fields=("amount_cents",),
    fails=nw.col("amount_cents").is_null(),
    needs=("amount_cents",),
)
