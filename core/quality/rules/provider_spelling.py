"""A provider that differs only in capitals or spaces from one that more lines have.

The model takes them for two providers.
"""

from typing import Final

import narwhals.stable.v2 as nw

from core.quality.delivered import Delivered
from core.quality.rule import Rule, is_one_of
from core.quality.spellings import usual_spellings


def _fails(delivered: Delivered) -> nw.Expr:
    return is_one_of("provider", tuple(usual_spellings(delivered.providers)))


RULE: Final = Rule(
    code="K408",
    name="provider_spelling",
    severity="note",
    fields=("provider",),
    fails=_fails,
    needs=("provider",),
)
