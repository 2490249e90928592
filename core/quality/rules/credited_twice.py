"""More credits than debits for the same help (TR390 of iJw: credited once)."""

from typing import Final

import narwhals.stable.v2 as nw

from core.quality.comparing import in_periods
from core.quality.rule import Rule

RULE: Final = Rule(
    code="K302",
    name="credited_twice",
    severity="warning",
    fields=("is_credit", "previous_reference"),
    fails=nw.col("is_credit") & (nw.col("credits") > nw.col("debits")) & (nw.col("debits") > 0),
    among=in_periods,
)
