"""An amount that cannot be read, so that the line was set aside."""

from typing import Final

from core.quality.rule import Rule, rejected_at_reading

RULE: Final[Rule] = rejected_at_reading("K009", "unreadable_amount", "amount_cents")
