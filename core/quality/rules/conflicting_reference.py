"""A reference that the provider used before for something else (TR314 of iJw)."""

from typing import Final

from core.quality.rule import Rule, rejected_at_reading

RULE: Final[Rule] = rejected_at_reading("K010", "conflicting_reference", "reference")
