"""A volume, but no unit to say what it is an amount of."""

from typing import Final

import narwhals.stable.v2 as nw

from core.quality.rule import Rule
from core.tables import MISSING

RULE: Final = Rule(
    code="K207",
    name="volume_without_unit",
    severity="warning",
    fields=("unit", "volume"),
    fails=~nw.col("volume").is_null() & (nw.col("unit") == MISSING),
    needs=("volume", "unit"),
)
