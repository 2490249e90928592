"""A line without a reference that says exactly what another one says.

Two equal lines may be two hours of help, so that both count.
"""

from typing import Final

from core.quality.comparing import of_same_content
from core.quality.rule import PICKED, Rule

RULE: Final = Rule(
    code="K607",
    name="repeated_line",
    severity="note",
    fields=("start", "end", "amount_cents"),
    fails=PICKED,
    among=of_same_content,
)
