"""The same product for a client in the same period at two providers."""

from typing import Final

from core.quality.comparing import of_same_help
from core.quality.rule import PICKED, Rule

RULE: Final = Rule(
    code="K506",
    name="same_help_twice",
    severity="note",
    fields=("provider", "product", "start", "end"),
    fails=PICKED,
    needs=("provider",),
    among=of_same_help,
)
