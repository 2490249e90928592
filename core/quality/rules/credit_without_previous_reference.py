"""A credit that does not say which line it takes back (IV091 of iJw)."""

from typing import Final

import narwhals.stable.v2 as nw

from core.quality.rule import Rule
from core.tables import MISSING

RULE: Final = Rule(
    code="K307",
    name="credit_without_previous_reference",
    severity="warning",
    fields=("previous_reference", "is_credit"),
    fails=nw.col("is_credit") & (nw.col("previous_reference") == MISSING),
    needs=("previous_reference",),
)
