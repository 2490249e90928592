"""The number of an allocation that the municipality did not deliver (return code 9338)."""

from typing import Final

from core.quality.neighbours import without_allocation
from core.quality.rule import PICKED, Rule

RULE: Final = Rule(
    code="K115",
    name="unknown_allocation",
    severity="warning",
    fields=("allocation", "municipality"),
    fails=PICKED,
    needs=("allocation", "allocations"),
    among=without_allocation,
)
