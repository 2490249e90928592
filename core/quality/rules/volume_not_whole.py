"""A volume with a fraction: iJw declares whole numbers, rounded per month (IV079)."""

from typing import Final

import narwhals.stable.v2 as nw

from core.quality.rule import Rule

RULE: Final = Rule(
    code="K209",
    name="volume_not_whole",
    severity="note",
    fields=("volume",),
    fails=nw.col("volume") > nw.col("volume").floor(),
    needs=("volume",),
)
