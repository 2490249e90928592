"""Help before 1 January 2015, when the Jeugdwet made municipalities responsible for it."""

from datetime import date
from typing import Final

import narwhals.stable.v2 as nw

from core.quality.rule import Rule
from core.trajectories.calendar import day_number

JEUGDWET: Final = day_number(date(2015, 1, 1))

RULE: Final = Rule(
    code="K111",
    name="before_youth_act",
    severity="warning",
    fields=("start",),
    fails=nw.col("start") < JEUGDWET,
)
