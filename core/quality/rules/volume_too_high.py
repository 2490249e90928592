"""More than fits in the days of the period, such as 25 hours in a day (return code 9321)."""

from typing import Final

import narwhals.stable.v2 as nw

from core.quality.delivered import Delivered
from core.quality.rule import Rule, is_one_of
from core.quality.units import UNITS, labels_of
from core.tables import OPEN_END


def _fails(delivered: Delivered) -> nw.Expr:
    days = nw.col("end") - nw.col("start")
    too_high = [
        is_one_of("unit", labels_of([unit.code], delivered.units))
        & (nw.col("volume") > days * unit.most_a_day)
        for unit in UNITS
        if unit.most_a_day
    ]
    return (nw.col("end") < OPEN_END) & nw.any_horizontal(*too_high, ignore_nulls=True)


RULE: Final = Rule(
    code="K204",
    name="volume_too_high",
    severity="warning",
    fields=("volume", "unit", "start", "end"),
    fails=_fails,
    needs=("volume", "unit"),
)
