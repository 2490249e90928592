"""Close lines without an end at the stop that was told for the same allocation.

Where several stops were told, at the last; a line that begins after it stays open.
"""

from typing import Final

import narwhals.stable.v2 as nw

from core.frames import Frame
from core.quality.repair import Repair, beside_largest, is_filled, renewed
from core.tables import OPEN_END
from core.trajectories.periods import ALLOCATION


def _mend(lines: Frame) -> Frame:
    told = is_filled("allocation") & is_filled("end_reason") & (nw.col("end") < OPEN_END)
    beside = beside_largest(lines, ALLOCATION, stopped_at=nw.when(told).then(nw.col("end")))
    open_before = (nw.col("end") == OPEN_END) & (nw.col("start") < nw.col("stopped_at"))
    return renewed(beside, open_before, end=nw.col("stopped_at")).drop("stopped_at")


REPAIR: Final = Repair("close_at_stop", _mend)
