"""Several rates of one provider for one product, unit and period (return code 0611)."""

from typing import Final

import narwhals.stable.v2 as nw

from core.quality.comparing import of_same_rate
from core.quality.rule import Rule

RULE: Final = Rule(
    code="K208",
    name="several_rates",
    severity="note",
    fields=("rate_cents", "product"),
    fails=nw.col("least_rate") < nw.col("most_rate"),
    needs=("rate_cents",),
    among=of_same_rate,
)
