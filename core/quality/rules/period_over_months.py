"""A period that runs into another calendar month (TR387 of iJw: a period is within one month)."""

from typing import Final

import narwhals.stable.v2 as nw

from core.quality.rule import Rule
from core.tables import OPEN_END
from core.trajectories.calendar import month_of

RULE: Final = Rule(
    code="K101",
    name="period_over_months",
    severity="warning",
    fields=("start", "end"),
    fails=(nw.col("end") < OPEN_END) & (month_of(nw.col("start")) != month_of(nw.col("end") - 1)),
)
