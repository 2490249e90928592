"""Help with a volume, but an amount of zero."""

from typing import Final

import narwhals.stable.v2 as nw

from core.quality.rule import Rule

RULE: Final = Rule(
    code="K202",
    name="zero_amount",
    severity="note",
    fields=("amount_cents", "volume"),
    fails=(nw.col("amount_cents") == 0) & (nw.col("volume") > 0),
    needs=("amount_cents", "volume"),
)
