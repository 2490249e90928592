"""A period that ended more than five years before it was declared (TR335 of iJw)."""

from typing import Final

import narwhals.stable.v2 as nw

from core.quality.rule import Rule
from core.tables import OPEN_END
from core.trajectories.calendar import MONTHS, MOST_DAYS, in_months

FIVE_YEARS: Final = 5 * MONTHS * MOST_DAYS

_since = in_months(nw.col("declared_on")) - in_months(nw.col("end") - 1)

RULE: Final = Rule(
    code="K108",
    name="declared_after_five_years",
    severity="warning",
    fields=("declared_on", "end"),
    fails=(nw.col("end") < OPEN_END) & (_since > FIVE_YEARS),
    needs=("declared_on",),
)
