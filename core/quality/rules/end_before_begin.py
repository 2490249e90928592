"""An end before the begin, so that the line was set aside (TR135 of iJw)."""

from typing import Final

from core.quality.rule import Rule, rejected_at_reading

RULE: Final[Rule] = rejected_at_reading("K008", "end_before_begin", "start", "end")
