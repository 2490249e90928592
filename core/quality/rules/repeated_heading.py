"""The heading once more between the lines, so that it was set aside."""

from typing import Final

from core.quality.rule import Rule, rejected_at_reading

RULE: Final[Rule] = rejected_at_reading("K003", "repeated_heading")
