"""A line of both sides for which municipality and provider have another amount."""

from typing import Final

import narwhals.stable.v2 as nw

from core.quality.rule import Rule

RULE: Final = Rule(
    code="K210",
    name="sides_differ_in_amount",
    severity="warning",
    fields=("amount_cents", "counterpart_cents"),
    fails=nw.col("amount_cents") != nw.col("counterpart_cents"),
    needs=("counterpart_cents",),
)
