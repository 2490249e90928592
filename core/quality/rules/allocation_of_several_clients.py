"""An allocation of several clients: its number is unique in a municipality (TR332 of iJw)."""

from typing import Final

import narwhals.stable.v2 as nw

from core.quality.comparing import in_allocations
from core.quality.rule import Rule

RULE: Final = Rule(
    code="K508",
    name="allocation_of_several_clients",
    severity="warning",
    fields=("allocation", "client_id"),
    fails=nw.col("least_client") < nw.col("most_client"),
    needs=("allocation",),
    among=in_allocations,
)
