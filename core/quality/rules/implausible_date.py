"""A date before 1990 or after 2100, so that the line was set aside."""

from typing import Final

from core.quality.rule import Rule, rejected_at_reading

RULE: Final[Rule] = rejected_at_reading("K007", "implausible_date", "start", "end")
