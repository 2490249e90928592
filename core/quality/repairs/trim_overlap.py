"""Let a line begin where earlier lines of its allocation and product end, if they share days.

No day of help is lost or won; only the days declared twice go. A line that lies wholly within
earlier ones stays as it is, and so do lines that were credited.
"""

from typing import Final

import narwhals.stable.v2 as nw

from core.frames import Frame
from core.quality.repair import DAY_ORDER, Repair, beside_credits, is_filled, renewed, where
from core.tables import OPEN_END
from core.trajectories.periods import ALLOCATION

BY: Final = (*ALLOCATION, "product", "stands")
PERIOD: Final = (*ALLOCATION, "product", "start", "end")


def _mend(lines: Frame) -> Frame:
    """Lines that ``stands`` marks are compared with each other only: debits never credited."""
    beside = beside_credits(lines, PERIOD).with_columns(
        stands=where(is_filled("allocation") & (nw.col("credited") == 0))
    )
    reaching = beside.with_columns(reach=_in_day_order(nw.col("end").cum_max())).with_columns(
        reach_before=_in_day_order(nw.col("reach").shift(1))
    )
    into = (nw.col("start") < nw.col("reach_before")) & (nw.col("reach_before") < nw.col("end"))
    shared = (nw.col("stands") == 1) & into & (nw.col("reach_before") < OPEN_END)
    mended = renewed(reaching, shared, start=nw.col("reach_before"))
    return mended.drop("credited", "stands", "reach", "reach_before")


def _in_day_order(expression: nw.Expr) -> nw.Expr:
    return expression.over(*BY, order_by=list(DAY_ORDER))


REPAIR: Final = Repair("trim_overlap", _mend)
