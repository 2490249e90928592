"""A begin after the last month with a usual number of lines: declared before there was any help.

Usual is a tenth of the median month, as for the finding of the same name at reading.
"""

from typing import Final

import narwhals.stable.v2 as nw

from core.quality.delivered import Delivered
from core.quality.rule import Rule


def _fails(delivered: Delivered) -> nw.Expr:
    return nw.col("start") >= delivered.usual_end


RULE: Final = Rule(
    code="K106",
    name="future_declaration",
    severity="warning",
    fields=("start",),
    fails=_fails,
)
