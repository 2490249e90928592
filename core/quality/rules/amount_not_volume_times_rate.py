"""An amount that is not volume times rate (TR346 of iJw; return code 9346). Not for unit 83, euros.

Less than a cent may be rounding.
"""

from typing import Final

import narwhals.stable.v2 as nw

from core.quality.delivered import Delivered
from core.quality.rule import Rule, is_one_of
from core.quality.units import EUROS, labels_of


def _fails(delivered: Delivered) -> nw.Expr:
    expected = nw.col("volume") * nw.col("rate_cents")
    euros = is_one_of("unit", labels_of([EUROS], delivered.units))
    return ~euros & ((nw.col("amount_cents").abs() - expected).abs() >= 1)


RULE: Final = Rule(
    code="K201",
    name="amount_not_volume_times_rate",
    severity="warning",
    fields=("amount_cents", "volume", "rate_cents"),
    fails=_fails,
    needs=("amount_cents", "volume", "rate_cents"),
)
