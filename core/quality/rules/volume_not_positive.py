"""A volume of zero or less: a credit has its own sign (IV024 of iJw)."""

from typing import Final

import narwhals.stable.v2 as nw

from core.quality.rule import Rule

RULE: Final = Rule(
    code="K203",
    name="volume_not_positive",
    severity="warning",
    fields=("volume",),
    fails=nw.col("volume") <= 0,
    needs=("volume",),
)
