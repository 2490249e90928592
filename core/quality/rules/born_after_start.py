"""Help that began in a year before the client was born."""

from typing import Final

import narwhals.stable.v2 as nw

from core.quality.rule import Rule
from core.trajectories.calendar import year_of

RULE: Final = Rule(
    code="K503",
    name="born_after_start",
    severity="warning",
    fields=("birth_year", "start"),
    fails=nw.col("birth_year") > year_of(nw.col("start")),
    needs=("birth_year",),
)
