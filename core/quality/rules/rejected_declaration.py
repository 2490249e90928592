"""A line that the municipality rejected in its answer (JW325; OP303 of iJw)."""

from typing import Final

from core.quality.rule import Rule, rejected_at_reading

RULE: Final[Rule] = rejected_at_reading("K011", "rejected_declaration", "reference")
