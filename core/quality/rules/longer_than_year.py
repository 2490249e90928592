"""One line for more than a year: what happened within it cannot be seen."""

from typing import Final

import narwhals.stable.v2 as nw

from core.quality.rule import Rule
from core.tables import OPEN_END

LONGEST_YEAR: Final = 366  # days

RULE: Final = Rule(
    code="K109",
    name="longer_than_year",
    severity="note",
    fields=("start", "end"),
    fails=(nw.col("end") < OPEN_END) & (nw.col("end") - nw.col("start") > LONGEST_YEAR),
)
