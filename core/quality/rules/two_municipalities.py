"""A client for whom two municipalities pay on one day: a move within a month, or a mistake."""

from typing import Final

from core.quality.neighbours import in_two_municipalities
from core.quality.rule import PICKED, Rule

RULE: Final = Rule(
    code="K505",
    name="two_municipalities",
    severity="note",
    fields=("municipality", "client_id", "start", "end"),
    fails=PICKED,
    needs=("municipality",),
    among=in_two_municipalities,
)
