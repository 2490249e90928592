"""A period from 1 January to 31 December: often a contract year, and not when help began.

Statistics Netherlands warns of them (maatwerk 2016/23): one course of help then looks like many.
"""

from typing import Final

import narwhals.stable.v2 as nw

from core.quality.rule import Rule
from core.trajectories.calendar import MONTH_STARTS, MONTHS

NEW_YEARS: Final = MONTH_STARTS[::MONTHS]

_one_year = nw.col("end") - nw.col("start") <= 366

RULE: Final = Rule(
    code="K105",
    name="whole_year_period",
    severity="note",
    fields=("start", "end"),
    fails=nw.col("start").is_in(NEW_YEARS) & nw.col("end").is_in(NEW_YEARS) & _one_year,
)
