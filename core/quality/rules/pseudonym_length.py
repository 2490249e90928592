"""A pseudonym that is longer or shorter than is usual in its file: perhaps another number."""

from typing import Final

from core.quality.neighbours import beside_usual_length
from core.quality.rule import PICKED, Rule

RULE: Final = Rule(
    code="K410",
    name="pseudonym_length",
    severity="warning",
    fields=("client_id",),
    fails=PICKED,
    among=beside_usual_length,
)
