"""Text that could not be decoded, so that the line was set aside."""

from typing import Final

from core.quality.rule import Rule, rejected_at_reading

RULE: Final[Rule] = rejected_at_reading("K001", "unreadable_text")
