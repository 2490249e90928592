"""A credit for which these files hold no debit of the same help (TR323 of iJw)."""

from typing import Final

import narwhals.stable.v2 as nw

from core.quality.comparing import in_periods
from core.quality.rule import Rule

RULE: Final = Rule(
    code="K301",
    name="credit_without_debit",
    severity="warning",
    fields=("is_credit", "previous_reference"),
    fails=nw.col("is_credit") & (nw.col("debits") == 0),
    among=in_periods,
)
