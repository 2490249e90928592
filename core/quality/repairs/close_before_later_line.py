"""Close lines without an end of which a later line of the same allocation has one.

At the latest end of the allocation, so that no day of help is lost. Where the line that begins
last has no end either, help is still running and nothing is closed.
"""

from typing import Final

import narwhals.stable.v2 as nw

from core.frames import Frame
from core.quality.repair import Repair, beside_largest, is_filled, renewed
from core.tables import OPEN_END
from core.trajectories.periods import ALLOCATION

BESIDE: Final = ("open_start", "closed_start", "closed_end")


def _mend(lines: Frame) -> Frame:
    numbered = is_filled("allocation")
    is_open = numbered & (nw.col("end") == OPEN_END)
    closed = numbered & (nw.col("end") < OPEN_END)
    beside = beside_largest(
        lines,
        ALLOCATION,
        open_start=nw.when(is_open).then(nw.col("start")),
        closed_start=nw.when(closed).then(nw.col("start")),
        closed_end=nw.when(closed).then(nw.col("end")),
    )
    later = nw.col("closed_start") > nw.col("open_start")
    return renewed(beside, is_open & later, end=nw.col("closed_end")).drop(*BESIDE)


REPAIR: Final = Repair("close_before_later_line", _mend)
