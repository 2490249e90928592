"""A period without an end: care runs, or the end was forgotten."""

from typing import Final

import narwhals.stable.v2 as nw

from core.quality.rule import Rule
from core.tables import OPEN_END

RULE: Final = Rule(
    code="K102",
    name="no_end_date",
    severity="note",
    fields=("end",),
    fails=nw.col("end") == OPEN_END,
)
