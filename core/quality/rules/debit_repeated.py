"""More debits than one for one allocation, product and period, not credited (TR389 of iJw)."""

from typing import Final

import narwhals.stable.v2 as nw

from core.quality.comparing import in_periods
from core.quality.rule import Rule
from core.tables import MISSING

_numbered = nw.col("allocation") != MISSING

RULE: Final = Rule(
    code="K304",
    name="debit_repeated",
    severity="warning",
    fields=("allocation", "product", "start", "end"),
    fails=_numbered & ~nw.col("is_credit") & (nw.col("debits") - nw.col("credits") > 1),
    needs=("allocation",),
    among=in_periods,
)
