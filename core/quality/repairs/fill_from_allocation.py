"""Fill in a provider, municipality or referrer that other lines of the allocation agree on.

Only among lines of one client and one allocation number, and only where all that say it say the
same: otherwise nobody knows which is right.
"""

from typing import Final

import narwhals.stable.v2 as nw

from core.frames import Frame
from core.quality.repair import Repair, is_filled, renewed
from core.tables import MISSING

LABELS: Final = ("provider", "municipality", "referrer")
BY: Final = ("client_id", "allocation")


def _mend(lines: Frame) -> Frame:
    numbered = is_filled("allocation")
    told = {
        f"told_{name}": nw.when(numbered & is_filled(name)).then(nw.col(name)) for name in LABELS
    }
    least = {f"least_{name}": nw.col(f"told_{name}").min().over(*BY) for name in LABELS}
    most = {f"most_{name}": nw.col(f"told_{name}").max().over(*BY) for name in LABELS}
    beside = lines.with_columns(**told).with_columns(**least, **most)
    can = {name: numbered & _can_be_filled(name) for name in LABELS}
    values = {
        name: nw.when(can[name]).then(nw.col(f"least_{name}")).otherwise(nw.col(name))
        for name in LABELS
    }
    mended = renewed(beside, nw.any_horizontal(*can.values(), ignore_nulls=True), **values)
    return mended.drop(*told, *least, *most)


def _can_be_filled(name: str) -> nw.Expr:
    agreed = nw.col(f"least_{name}") == nw.col(f"most_{name}")
    return (nw.col(name) == MISSING) & agreed


REPAIR: Final = Repair("fill_from_allocation", _mend)
