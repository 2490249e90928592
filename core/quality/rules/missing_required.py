"""No pseudonym, care form or begin, so that the line was set aside."""

from typing import Final

from core.quality.rule import Rule, rejected_at_reading

RULE: Final[Rule] = rejected_at_reading(
    "K005", "missing_required", "client_id", "care_form", "start"
)
