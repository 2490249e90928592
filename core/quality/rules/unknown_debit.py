"""A credit that points to a line which the provider did not deliver (TR323 of iJw)."""

from typing import Final

from core.quality.neighbours import without_earlier_reference
from core.quality.rule import PICKED, Rule

RULE: Final = Rule(
    code="K306",
    name="unknown_debit",
    severity="warning",
    fields=("previous_reference",),
    fails=PICKED,
    needs=("reference", "previous_reference"),
    among=without_earlier_reference,
)
