"""No referrer, in a file in which more than a fifth of the lines but not all lack one.

The same lines as the finding of this name at reading.
"""

from typing import Final

import narwhals.stable.v2 as nw

from core.quality.comparing import in_files
from core.quality.rule import Rule
from core.tables import MISSING

RULE: Final = Rule(
    code="K601",
    name="missing_referrer",
    severity="warning",
    fields=("referrer",),
    fails=nw.col("referrer") == MISSING,
    needs=("referrer",),
    among=in_files,
)
