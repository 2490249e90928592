"""A unit that is not in the national list (WJ756 of iJw)."""

from typing import Final

import narwhals.stable.v2 as nw

from core.quality.delivered import Delivered
from core.quality.rule import Rule, is_one_of
from core.quality.units import unit_of


def _fails(delivered: Delivered) -> nw.Expr:
    unknown = [unit for unit in delivered.units if unit and unit_of(unit) is None]
    return is_one_of("unit", tuple(unknown))


RULE: Final = Rule(
    code="K206",
    name="unknown_unit",
    severity="warning",
    fields=("unit",),
    fails=_fails,
    needs=("unit",),
)
