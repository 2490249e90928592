"""Let a line run on over one missing month, up to the next of the same care.

The same care is that of one client, municipality, provider, care form and product; the allocation
may have another number, because a prolongation often gets one. A month is at most 31 days. A stop
that was told, and credited lines, are left alone.
"""

from typing import Final

import narwhals.stable.v2 as nw

from core.frames import Frame
from core.quality.repair import DAY_ORDER, Repair, beside_credits, renewed, where
from core.tables import MISSING

MONTH_DAYS: Final = 31
SAME_CARE: Final = ("client_id", "municipality", "provider", "care_form", "product")
BY: Final = (*SAME_CARE, "stands")
PERIOD: Final = (*SAME_CARE, "allocation", "start", "end")


def _mend(lines: Frame) -> Frame:
    beside = beside_credits(lines, PERIOD).with_columns(stands=where(nw.col("credited") == 0))
    ordered = beside.with_columns(
        reach=_in_day_order(nw.col("end").cum_max()),
        next_start=_in_day_order(nw.col("start").shift(-1)),
    )
    pause = nw.col("next_start") - nw.col("reach")
    last = (nw.col("end") == nw.col("reach")) & (nw.col("end_reason") == MISSING)
    missing = (nw.col("stands") == 1) & last & (pause > 0) & (pause <= MONTH_DAYS)
    mended = renewed(ordered, missing, end=nw.col("next_start"))
    return mended.drop("credited", "stands", "reach", "next_start")


def _in_day_order(expression: nw.Expr) -> nw.Expr:
    return expression.over(*BY, order_by=list(DAY_ORDER))


REPAIR: Final = Repair("bridge_missing_month", _mend)
