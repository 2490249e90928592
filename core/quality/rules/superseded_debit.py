"""A debit for the same help as a later one, without a credit between (return code 9389)."""

from typing import Final

from core.quality.rule import Rule, rejected_at_reading

RULE: Final[Rule] = rejected_at_reading("K013", "superseded_debit", "allocation", "start", "end")
