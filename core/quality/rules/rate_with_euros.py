"""A rate for unit 83, in which the volume is money itself (IV042 of iJw: no rate)."""

from typing import Final

import narwhals.stable.v2 as nw

from core.quality.delivered import Delivered
from core.quality.rule import Rule, is_one_of
from core.quality.units import EUROS, labels_of


def _fails(delivered: Delivered) -> nw.Expr:
    return is_one_of("unit", labels_of([EUROS], delivered.units)) & (nw.col("rate_cents") > 0)


RULE: Final = Rule(
    code="K205",
    name="rate_with_euros",
    severity="note",
    fields=("rate_cents", "unit"),
    fails=_fails,
    needs=("unit", "rate_cents"),
)
