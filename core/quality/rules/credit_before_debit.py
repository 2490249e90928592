"""A credit that was declared before any debit of the same help (OP366 of iJw)."""

from typing import Final

import narwhals.stable.v2 as nw

from core.quality.comparing import in_periods
from core.quality.rule import Rule

RULE: Final = Rule(
    code="K305",
    name="credit_before_debit",
    severity="warning",
    fields=("declared_on", "is_credit"),
    fails=nw.col("is_credit") & (nw.col("declared_on") < nw.col("first_debit_on")),
    needs=("declared_on",),
    among=in_periods,
)
