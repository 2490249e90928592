"""Credits that take back more than was declared for the same help (IV091 of iJw: an equal line)."""

from typing import Final

import narwhals.stable.v2 as nw

from core.quality.comparing import in_periods
from core.quality.rule import Rule

_larger = nw.col("credit_cents") > nw.col("debit_cents")

RULE: Final = Rule(
    code="K303",
    name="credit_larger_than_debit",
    severity="warning",
    fields=("amount_cents", "is_credit"),
    fails=nw.col("is_credit") & (nw.col("debits") >= nw.col("credits")) & _larger,
    needs=("amount_cents",),
    among=in_periods,
)
