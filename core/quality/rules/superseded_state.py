"""An older state of help that was delivered again, in a newer one, by the same provider."""

from typing import Final

from core.quality.rule import Rule, rejected_at_reading

RULE: Final[Rule] = rejected_at_reading("K012", "superseded_state", "start", "end")
