"""An allocation that several providers declare on: it is given to one (return code 9338)."""

from typing import Final

import narwhals.stable.v2 as nw

from core.quality.comparing import in_allocations
from core.quality.rule import Rule
from core.tables import MISSING

RULE: Final = Rule(
    code="K509",
    name="allocation_of_several_providers",
    severity="warning",
    fields=("allocation", "provider"),
    fails=(nw.col("least_provider") < nw.col("most_provider")) & (nw.col("provider") != MISSING),
    needs=("allocation", "provider"),
    among=in_allocations,
)
