"""A total among the lines, which is no declaration and was set aside."""

from typing import Final

from core.quality.rule import Rule, rejected_at_reading

RULE: Final[Rule] = rejected_at_reading("K004", "total_row")
