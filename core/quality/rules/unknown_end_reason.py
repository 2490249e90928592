"""A reason for ending that is not in the national list (JZ588 of iJw), by code or by name.

The codes 01 to 05 of Statistics Netherlands are known too.
"""

from typing import Final

import narwhals.stable.v2 as nw

from core.codes import END_REASONS
from core.quality.rule import Rule
from core.tables import MISSING

OF_STATISTICS: Final = ("01", "02", "03", "04", "05")
KNOWN: Final = (
    *OF_STATISTICS,
    *END_REASONS,
    *END_REASONS.values(),
    *[f"{code} {label}" for code, label in END_REASONS.items()],
)

_known = nw.col("end_reason").str.to_lowercase().is_in(KNOWN)

RULE: Final = Rule(
    code="K401",
    name="unknown_end_reason",
    severity="warning",
    fields=("end_reason",),
    fails=(nw.col("end_reason") != MISSING) & ~_known,
    needs=("end_reason",),
)
