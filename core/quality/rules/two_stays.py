"""Full-time stays of a client at two providers on one day: nobody sleeps in two places."""

from typing import Final

from core.quality.neighbours import in_two_stays
from core.quality.rule import PICKED, Rule

RULE: Final = Rule(
    code="K507",
    name="two_stays",
    severity="warning",
    fields=("provider", "start", "end"),
    fails=PICKED,
    needs=("provider",),
    among=in_two_stays,
)
