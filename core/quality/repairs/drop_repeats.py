"""Leave out a line without a reference that says in every column what an earlier one says.

Two equal lines may be two hours of help; that is why this is a choice. The first by file and row
stays. Where it stands in which file does not count as content.
"""

from typing import Final

import narwhals.stable.v2 as nw

from core.frames import Frame
from core.quality.repair import NO, Repair, where
from core.tables import DECLARATIONS, MISSING

PLACE: Final = ("source", "row")
CONTENT: Final = tuple(name for name in DECLARATIONS if name not in PLACE)
NUMBERS: Final = tuple(
    name for name in CONTENT if DECLARATIONS[name].dtype in {nw.Int64, nw.Float64}
)
ABSENT: Final = -1_000_000_000_001
"""Stands for a number that was not delivered while lines are compared: keys hold no nulls."""


def _mend(lines: Frame) -> Frame:
    same = [f"same_{name}" if name in NUMBERS else name for name in CONTENT]
    whole = {f"same_{name}": nw.col(name).fill_null(ABSENT) for name in NUMBERS}
    earlier = nw.col("row").cum_count().over(*same, order_by=list(PLACE))
    repeated = (nw.col("place") > 1) & (nw.col("reference") == MISSING)
    return (
        lines.with_columns(**whole)
        .with_columns(place=earlier)
        .with_columns(touched=NO, dropped=where(repeated))
        .drop("place", *whole)
    )


REPAIR: Final = Repair("drop_repeats", _mend)
