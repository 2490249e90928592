"""A sex that is neither in the list of iJw (COD046) nor in that of Statistics Netherlands."""

from typing import Final

import narwhals.stable.v2 as nw

from core.quality.rule import Rule
from core.tables import MISSING

KNOWN: Final = ("v", "m", "o", "0", "1", "2", "vrouw", "man", "vrouwelijk", "mannelijk", "onbekend")

_known = nw.col("sex").str.to_lowercase().is_in(KNOWN)

RULE: Final = Rule(
    code="K409",
    name="unknown_sex",
    severity="note",
    fields=("sex",),
    fails=(nw.col("sex") != MISSING) & ~_known,
    needs=("sex",),
)
