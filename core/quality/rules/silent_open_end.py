"""Care without an end of which nothing was declared for half a year: a stop is missing.

The half year is the one after which the model closes such care; providers must tell a stop (JW307).
"""

from typing import Final

import narwhals.stable.v2 as nw

from core.quality.comparing import of_open_care
from core.quality.delivered import Delivered
from core.quality.rule import Rule
from core.tables import OPEN_END
from core.trajectories.rules import Rules


def _fails(delivered: Delivered) -> nw.Expr:
    silent = nw.col("last_day") < delivered.as_of - Rules().open_end_days
    return (nw.col("end") == OPEN_END) & silent


RULE: Final = Rule(
    code="K103",
    name="silent_open_end",
    severity="warning",
    fields=("end", "end_reason"),
    fails=_fails,
    among=of_open_care,
)
