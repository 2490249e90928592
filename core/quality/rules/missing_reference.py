"""No reference, while other lines have one: a line that comes twice is not recognised."""

from typing import Final

import narwhals.stable.v2 as nw

from core.quality.rule import Rule
from core.tables import MISSING

RULE: Final = Rule(
    code="K605",
    name="missing_reference",
    severity="note",
    fields=("reference",),
    fails=nw.col("reference") == MISSING,
    needs=("reference",),
)
