"""More or fewer fields than the heading has, so that the line was set aside."""

from typing import Final

from core.quality.rule import Rule, rejected_at_reading

RULE: Final[Rule] = rejected_at_reading("K002", "wrong_field_count")
