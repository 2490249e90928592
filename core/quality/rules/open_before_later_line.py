"""A period without an end, followed by a later one of its allocation: the end was forgotten."""

from typing import Final

import narwhals.stable.v2 as nw

from core.quality.comparing import in_spells
from core.quality.rule import Rule
from core.tables import OPEN_END

RULE: Final = Rule(
    code="K104",
    name="open_before_later_line",
    severity="warning",
    fields=("end",),
    fails=(nw.col("end") == OPEN_END) & (nw.col("start") < nw.col("last_start")),
    needs=("allocation",),
    among=in_spells,
)
