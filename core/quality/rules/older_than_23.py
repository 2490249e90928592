"""Help that began when the client was certainly 23: youth help ends before that (Jeugdwet 1.1).

Of the year in which somebody turns 23 only the year is known, so that it passes.
"""

from typing import Final

import narwhals.stable.v2 as nw

from core.quality.rule import Rule
from core.trajectories.calendar import year_of

OLDEST: Final = 23  # years

RULE: Final = Rule(
    code="K504",
    name="older_than_23",
    severity="warning",
    fields=("birth_year", "start"),
    fails=year_of(nw.col("start")) - nw.col("birth_year") > OLDEST,
    needs=("birth_year",),
)
